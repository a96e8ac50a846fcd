"""Reads worth a name: what the pages show, what proves a run right."""
