"""Reads of reports. Row-level security decides whose persons are counted; protected persons never are."""
