"""Doors to the queue."""
