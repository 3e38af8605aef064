"""Comments: the posts that have some, reading, answering and moderating them."""
