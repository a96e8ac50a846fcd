"""What decides, without Django. Pure."""
