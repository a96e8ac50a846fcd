"""A finished note on paper: plain text for IMDinett, PDF for the archive. In its own written standard."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from integrering.grunnmur import visning
from integrering.tilgang.queries import vaart_fylke
from karriere.models import Notat
from karriere.notattekster import delene
from regionalt.trykk import avsnitt, dokument


def tekst(notat: Notat) -> str:
    """Return the note as plain text: heading, sections, and where it comes from. Lines end as in Windows."""
    with override(notat.spraak):
        hode = [_("Karriereveileders notat"), _undertittel(notat)]
    deler = [f"{d.tittel}\n{d.tekst}" for d in delene(notat, bare_rett=notat.sak.bare_rett)]
    return "\r\n".join("\n\n".join([*hode, *deler, ""]).replace("\r\n", "\n").split("\n"))


def pdf(notat: Notat) -> bytes:
    """Return the note as PDF/UA. Raises Regelbrudd for a sign that cannot be printed."""
    with override(notat.spraak):
        ark = {
            "spraak": notat.spraak,
            "tittel": _("Karriereveileders notat"),
            "fylke": vaart_fylke().navn,
            "undertittel": _undertittel(notat),
            "innledning": [],
            "kapitler": [
                {"tittel": d.tittel, "tekst": [a for t in d.tekster for a in avsnitt(t)], "tabeller": []}
                for d in delene(notat, bare_rett=notat.sak.bare_rett)
            ],
            "ord": {"side": _("Side"), "av": _("av"), "kontrollsum": "", "sum": "", "ingen": ""},
        }
    return dokument(ark, timezone.localdate(notat.ferdig))


def _undertittel(notat: Notat) -> str:
    ord_ = {
        "navn": notat.sak.person.navn,
        "nr": notat.nr,
        "dag": visning.dato(timezone.localdate(notat.ferdig)),
    }
    return _("%(navn)s. Versjon %(nr)s, ferdig %(dag)s.") % ord_
