"""The arithmetic of settlement: pure functions in exact fractions. No database, no clock."""
