"""Reads of meetings, points, slots and calendars. Row-level security decides who sees what."""
