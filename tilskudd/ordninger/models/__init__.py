"""The schemes, one noun a file."""

from tilskudd.ordninger.models.ordning import Ordning, Ordningsslag, Sikkerhet

__all__ = ["Ordning", "Ordningsslag", "Sikkerhet"]
