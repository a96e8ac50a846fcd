"""Reads of the voluntary sector. What each sees is held by the database."""
