"""The page with all that is known of a material."""
