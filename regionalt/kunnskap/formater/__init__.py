"""Public formats read as figures: bytes or text in, rows and errors out. No Django, no database, no clock."""
