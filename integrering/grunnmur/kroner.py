"""Money is whole kroner (int) everywhere; this is how it is written."""

NBSP = "\u00a0"
MINUS = "\u2212"


def tall(verdi: int) -> str:
    """Return a whole number with a hard space between thousands and a real minus sign."""
    skrevet = f"{abs(verdi):,}".replace(",", NBSP)
    return f"{MINUS}{skrevet}" if verdi < 0 else skrevet


def formater(beloep: int) -> str:
    """Return an amount in kroner as «1 234 kr»."""
    return f"{tall(beloep)}{NBSP}kr"
