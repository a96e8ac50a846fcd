"""Deadlines, queues and figures as pure functions."""
