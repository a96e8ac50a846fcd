"""Rules of the prevention work, pure."""
