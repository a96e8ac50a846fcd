"""The files about persons, one kind a module."""

from integrering.utveksling.importering.format import registrer_format
from integrering.utveksling.importering.formater import bosteder, personer, registreringer, stans, vedtak, vgo


def registrer() -> None:
    """Make them known, in the order they build on each other."""
    for modul in (personer, bosteder, vedtak, vgo, stans):
        registrer_format(modul.FORMAT)
    for format_ in registreringer.FORMATER:
        registrer_format(format_)
