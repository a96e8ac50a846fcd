"""Reads of the regional cooperation. What each sees is held by the database."""
