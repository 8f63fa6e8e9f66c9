"""The page with two to six materials side by side."""
