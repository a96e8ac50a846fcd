"""The doors: parse, call an action or a query, show."""
