"""Lists of a register compared with what is registered here."""
