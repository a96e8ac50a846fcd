"""What the matrix decides, as pure functions."""
