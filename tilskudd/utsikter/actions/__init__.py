"""Compute what waits and what is expected; ask the municipalities for what is missing."""
