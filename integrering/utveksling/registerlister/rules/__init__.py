"""What a register's list holds and how its cells are read. Pure."""
