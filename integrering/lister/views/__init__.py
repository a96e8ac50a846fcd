"""Doors: exports and saved filters."""
