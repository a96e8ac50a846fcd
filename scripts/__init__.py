"""Tools of the house: building, vendored files."""
