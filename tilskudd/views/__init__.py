"""Doors: parse, call an action or a query, render."""
