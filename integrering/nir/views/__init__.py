"""Doors to persons and registrations."""
