"""The page of what the truce promised and what the records show."""
