"""Reads of the prevention work."""
