"""What the user is told about files: what is wrong, and the way out."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.utveksling.vedlegg.rules.avvist import Grunn


def tillatt() -> str:
    """Return the line below a file field."""
    return _(
        "PDF, Word (docx), Excel (xlsx), OpenDocument (odt, ods), bilde (png, jpg) eller tekst (txt, csv). "
        "Høyst %(mest)s per fil."
    ) % {"mest": _mest()}


def _mest() -> str:
    """Return the limit as it is set and documented: in millions of bytes."""
    return f"{visning.desimal(Decimal(settings.VEDLEGG_MAKS_BYTE) / 1_000_000)} MB"


def avvist(navn: str, grunn: Grunn) -> str:
    """Return why a file is refused and what to do, with its name first."""
    return f"{navn}: {_hvorfor(grunn)}"


def _hvorfor(grunn: Grunn) -> str:
    match grunn:
        case Grunn.TOM:
            return _("Filen er tom. Åpne den på maskinen din og se at den har innhold.")
        case Grunn.FOR_STOR:
            return _("Filen er større enn %(mest)s. Del den opp, eller lagre bildene i den mindre.") % {
                "mest": _mest()
            }
        case Grunn.TYPE:
            return _("Filtypen tas ikke imot. Lagre filen som PDF, og legg ved den.")
        case Grunn.UENIG:
            return _("Innholdet er noe annet enn endelsen i filnavnet sier. Lagre filen på nytt som PDF.")
        case Grunn.SKADET:
            return _("Filen er skadet. Åpne den, lagre den på nytt, og legg ved den nye.")
        case Grunn.MAKRO:
            return _("Filen har makroer. Lagre den uten makroer (docx eller xlsx) eller som PDF.")
        case Grunn.AKTIVT:
            return _("Filen inneholder noe som kan kjøres når den åpnes. Skriv den ut til en ny PDF.")
        case Grunn.KRYPTERT:
            return _("Filen har passord eller er i et gammelt format. Lagre den uten passord som PDF.")
        case Grunn.BOMBE:
            return _("Filen blir for stor når den pakkes ut. Lagre den som PDF, eller del den opp.")
        case Grunn.TEGNSETT:
            return _("Teksten kan ikke leses. Lagre filen med tegnsettet UTF-8.")
