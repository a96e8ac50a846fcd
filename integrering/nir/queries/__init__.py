"""Reads of persons and registrations, by what they are for."""
