"""What a key can be limited to: name, group, and what it opens."""

SCOPES = (
    ("accounts:read", "Accounts", "See brands and accounts."),
    ("accounts:manage", "Accounts", "Connect and disconnect accounts."),
    ("posts:read", "Posts", "See posts."),
    ("posts:write", "Posts", "Write, publish and delete posts."),
    ("media:read", "Media", "See the media library."),
    ("media:write", "Media", "Add and remove media."),
    ("inbox:read", "Inbox", "Read comments, reviews and mentions."),
    ("inbox:write", "Inbox", "Answer comments, reviews and mentions."),
    ("dms:read", "Messages", "Read messages."),
    ("dms:send", "Messages", "Send messages."),
    ("webhooks:manage", "Account-level", "Manage webhooks."),
    ("analytics:read", "Account-level", "Read events and run exports."),
)
