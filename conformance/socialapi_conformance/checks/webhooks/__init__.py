"""Webhooks: registering and changing them, what is sent to them, the records of that."""
