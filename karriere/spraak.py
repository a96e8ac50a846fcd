"""What languages are called. Codes are ISO 639-3; one that is not here is written as it is."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAVN: dict[str, Promise] = {
    "amh": _("amharisk"),
    "ara": _("arabisk"),
    "aze": _("aserbajdsjansk"),
    "bel": _("hviterussisk"),
    "eng": _("engelsk"),
    "fas": _("persisk"),
    "fra": _("fransk"),
    "kin": _("kinyarwanda"),
    "kmr": _("kurmandsji"),
    "ckb": _("sorani"),
    "kur": _("kurdisk"),
    "lin": _("lingala"),
    "mya": _("burmesisk"),
    "orm": _("oromo"),
    "prs": _("dari"),
    "pus": _("pashto"),
    "ron": _("rumensk"),
    "rus": _("russisk"),
    "som": _("somali"),
    "spa": _("spansk"),
    "swa": _("swahili"),
    "tir": _("tigrinja"),
    "tur": _("tyrkisk"),
    "uig": _("uigurisk"),
    "ukr": _("ukrainsk"),
    "urd": _("urdu"),
    "uzb": _("usbekisk"),
}


def spraaknavn(kode: str) -> str:
    """Return the name of a language in the reader's own, or the code; empty for none."""
    return str(NAVN.get(kode, kode))


def spraakvalg() -> list[tuple[str, str]]:
    """Return code and name of the languages there are names for, by name."""
    return sorted(((kode, str(navn)) for kode, navn in NAVN.items()), key=lambda par: par[1])
