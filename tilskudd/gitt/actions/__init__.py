"""Every change to calls, applications, decisions and payments."""
