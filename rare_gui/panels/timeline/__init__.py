"""The timeline with its clocks, its destination and its banner of time travel."""
