"""Doors of meetings, points, slots and calendars."""
