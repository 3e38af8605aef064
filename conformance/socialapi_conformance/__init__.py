"""The judge: a black-box conformance suite for servers that claim to keep the SocialAPI contract."""
