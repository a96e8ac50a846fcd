"""Rules of Jobbsjansen part B, pure."""
