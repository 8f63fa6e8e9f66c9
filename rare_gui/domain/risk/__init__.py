"""Concentration and supply risk of materials by published methods, each figure with its parts."""
