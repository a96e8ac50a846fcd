"""What a task says to people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.oppgaver.kodeverk import VENTEGRUNN, Ventegrunn
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.regelverk import regel_med_kode

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def tittel(oppgave: Oppgave) -> str:
    """Return what is to be done."""
    regel = regel_med_kode(oppgave.regel)
    return str(regel.tittel) if regel else oppgave.regel


def hvorfor(oppgave: Oppgave) -> str:
    """Return why the task exists, in a sentence."""
    regel = regel_med_kode(oppgave.regel)
    if regel is None:
        return ""
    verdier = {navn: regel.ord.get(navn, _skrevet)(verdi) for navn, verdi in oppgave.verdier.items()}
    return " ".join((str(regel.hvorfor) % _MedTomme(verdier)).split())


class _MedTomme(dict[str, str]):
    """Values of a sentence; what is not known is left blank instead of stopping the page."""

    def __missing__(self, navn: str) -> str:
        return ""


def _skrevet(verdi: object) -> str:
    tekst = str(verdi)
    return visning.dato(date.fromisoformat(tekst)) if _ISO.fullmatch(tekst) else tekst


def hjemmel(oppgave: Oppgave) -> str:
    """Return the paragraph."""
    regel = regel_med_kode(oppgave.regel)
    return str(regel.hjemmel) if regel else ""


def handling(oppgave: Oppgave) -> str:
    """Return the name of the next step."""
    regel = regel_med_kode(oppgave.regel)
    return str(regel.handling) if regel else _("Åpne")


def gjelder(oppgave: Oppgave) -> str:
    """Return what or whom it is about."""
    if oppgave.person:
        return oppgave.person.navn
    return f"{_kodenavn(oppgave, 'emnenavn', oppgave.emneliste, oppgave.emnekode)} {oppgave.tekst}".strip()


def _kodenavn(oppgave: Oppgave, lest: str, liste: str, kode: str) -> str:
    """Return a label: read along with the row (`queries.koe.med_kodenavn`), or from the list."""
    navn: str | None = getattr(oppgave, lest, None)
    return kodenavn(liste, kode) if navn is None else navn


def paa_vent(til: date, grunn: str, merknad: str = "") -> str:
    """Return «På vent til 14.03.2027: permisjon.»"""
    return _paa_vent(til, grunn, kodenavn(VENTEGRUNN, grunn), merknad)


def _paa_vent(til: date, grunn: str, navn: str, merknad: str) -> str:
    ord_ = merknad if grunn == Ventegrunn.ANNET and merknad else navn
    return _("På vent til %(dato)s: %(grunn)s.") % {"dato": visning.dato(til), "grunn": ord_.rstrip(".")}


def ventetekst(oppgave: Oppgave, i_dag: date) -> str:
    """Return how long the task waits and for what; empty when it does not."""
    if oppgave.vent_til is None or not oppgave.er_paa_vent(i_dag):
        return ""
    navn = _kodenavn(oppgave, "ventenavn", VENTEGRUNN, oppgave.vent_grunn)
    return _paa_vent(oppgave.vent_til, oppgave.vent_grunn, navn, oppgave.vent_merknad)


def navn_paa(oppgave: Oppgave) -> str:
    """Return title and subject in one line, for lists and labels."""
    emne = gjelder(oppgave)
    return f"{tittel(oppgave)}, {emne}" if emne else tittel(oppgave)


def verdier_i_ord(verdier: Mapping[str, object]) -> str:
    """Return what an event in the history set, in words; who was given the task is told elsewhere."""
    til, grunn = verdier.get("vent_til"), str(verdier.get("vent_grunn") or "")
    if til and grunn:
        return paa_vent(date.fromisoformat(str(til)), grunn, str(verdier.get("vent_merknad") or ""))
    return ""
