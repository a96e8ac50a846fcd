"""Measured ratios: `make bench`. Every module `*_bench.py` here has a function `kjoer(skriv)`."""
