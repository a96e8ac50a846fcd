"""Doors of access: log in and out, whom one represents, users, the look-up log."""
