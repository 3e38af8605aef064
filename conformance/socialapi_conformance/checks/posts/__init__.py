"""Posts: making, changing, publishing, listing, importing and validating them."""
