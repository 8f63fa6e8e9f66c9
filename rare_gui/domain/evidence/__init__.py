"""What stands behind each figure: rows, sources, the rule of choice, and what disagrees."""
