"""What applications are computed and judged by. Pure: dates and numbers in, answers out."""
