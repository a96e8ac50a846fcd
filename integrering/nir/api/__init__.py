"""The API for municipal professional systems: persons, registrations, code lists and moves."""
