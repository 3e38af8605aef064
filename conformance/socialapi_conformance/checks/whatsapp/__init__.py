"""WhatsApp: phone numbers, business profiles, message templates and what becomes of them."""
