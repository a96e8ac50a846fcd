"""Doors: read the request, call an action or a query, show."""
