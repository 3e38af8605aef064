"""Conversations: direct messages."""
