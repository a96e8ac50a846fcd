"""Amounts in øre, as they are written: IMDi's payments are kept exactly."""

from decimal import Decimal

from integrering.grunnmur.kroner import MINUS, NBSP, tall


def skriv(oere: int) -> str:
    """Return «9 174 kr», or «9 174,50 kr» when there are øre."""
    hele, rest = divmod(abs(oere), 100)
    desimaler = f",{rest:02d}" if rest else ""
    return f"{MINUS if oere < 0 else ''}{tall(hele)}{desimaler}{NBSP}kr"


def kroner(oere: int) -> Decimal:
    """Return the amount in kroner, exactly."""
    return Decimal(oere) / 100
