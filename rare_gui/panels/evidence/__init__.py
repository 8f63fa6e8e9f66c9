"""The drawer with the parts and sources of a figure."""
