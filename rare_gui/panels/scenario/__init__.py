"""The page that supposes another law."""
