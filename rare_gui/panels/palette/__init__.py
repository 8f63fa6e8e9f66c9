"""The field that finds materials, measures, dates and commands."""
