"""What the comparison of materials shows."""
