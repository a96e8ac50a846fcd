"""Forms of meetings, points, slots and calendars."""
