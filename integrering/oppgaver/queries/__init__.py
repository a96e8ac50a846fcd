"""Reads of the queue, by what they are for."""
