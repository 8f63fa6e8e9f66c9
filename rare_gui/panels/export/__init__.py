"""The dialog that writes pictures."""
