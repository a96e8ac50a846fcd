"""How a municipality's professional system gets in: its client, its token, and what every answer keeps."""

# What lies below this address asks for a token and never for a session.
ADRESSE = "/api/"
