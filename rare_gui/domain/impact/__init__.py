"""Losses of the sectors of an economy under cuts of supply: sized, with their spread, explained."""
