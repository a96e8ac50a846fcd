"""Reads of the plans. What each sees is held by the database."""
