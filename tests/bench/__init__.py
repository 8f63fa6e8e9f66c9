"""Speed and memory of the program, each figure beside a floor from the same run.

Not tests: `make bench` runs them and writes `performance.md`.
"""
