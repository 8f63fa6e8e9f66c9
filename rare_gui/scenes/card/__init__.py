"""What the card of a material says, block by block."""
