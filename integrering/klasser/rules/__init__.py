"""Months and what is missing in them: pure functions. No database, no clock."""
