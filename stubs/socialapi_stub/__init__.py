"""A stub server that keeps the SocialAPI contract: stateful, authenticated, and honest about every error."""
