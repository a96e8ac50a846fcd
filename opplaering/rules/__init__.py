"""The law and the arithmetic of training: pure functions. No database, no clock."""
