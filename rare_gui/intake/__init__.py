"""How data come in: packages opened and checked. No Qt."""
