"""Pages: municipalities and judgements; figures and their imports."""
