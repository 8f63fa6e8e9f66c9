"""The page with the user's own list of parts."""
