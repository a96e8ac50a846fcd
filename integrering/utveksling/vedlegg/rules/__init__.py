"""What a file is, judged by what is in it. Pure: bytes in, a type or a reason to refuse out."""
