"""The parts and sources of a figure."""
