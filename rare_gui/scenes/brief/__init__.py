"""The brief of one page, for print and as HTML."""
