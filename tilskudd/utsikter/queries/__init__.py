"""Reads of what waits, what is asked for and what is expected."""
