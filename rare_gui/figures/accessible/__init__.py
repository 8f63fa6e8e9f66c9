"""What a screen reader finds inside of pictures that are painted as one: lanes, bars, points."""
