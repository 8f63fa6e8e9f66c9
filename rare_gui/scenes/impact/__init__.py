"""The losses of sectors in bars, charts and words."""
