"""Letters as arithmetic: text and merge fields, which language, how a date and a number are written. Pure."""
