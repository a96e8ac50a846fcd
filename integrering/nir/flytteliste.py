"""The checklist of a move, in words, with addresses: what the old side ends, what the new one registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import kodenavn
from integrering.nir.actions.roller import kan_registrere
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.flyttepunkter import Flyttepunkt, andre_flyttepunkter
from integrering.nir.models import Person
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules.flytting import Hensyn, Punkt, hos_den_gamle, hos_den_nye
from integrering.nir.rules.registrert import Registrerte
from integrering.nir.views.felles import gruppe_url
from integrering.tilgang.aktoer import Aktoer

_TEKST = {
    Hensyn.TILTAK: _("Avslutt tiltaket «%(hva)s»"),
    Hensyn.PERMISJON: _("Avslutt permisjonen «%(hva)s»"),
    Hensyn.KLAGE: _("Registrer utfallet av klagen"),
    Hensyn.INTRO_PAAGAAR: _("Registrer at introduksjonsprogrammet er avsluttet"),
    Hensyn.NORSK_PAAGAAR: _("Registrer at norskopplæringen er avsluttet"),
    Hensyn.VGO_PAAGAAR: _("Perioden med fulltid videregående følger personen"),
    Hensyn.VEDTAK_INTRO: _("Vedtak om introduksjonsprogram"),
    Hensyn.PLAN: _("Integreringsplan"),
    Hensyn.KONTRAKT: _("Integreringskontrakt"),
    Hensyn.VEDTAK_NORSK: _("Vedtak om norskopplæring"),
    Hensyn.NORSKPLAN: _("Norskplan"),
}
_KODELISTE = {Hensyn.TILTAK: "tiltak", Hensyn.PERMISJON: "permisjon"}


@dataclass(frozen=True)
class Flytteliste:
    """Both sides of the checklist."""

    gamle: list[Flyttepunkt]
    nye: list[Flyttepunkt]


def flytteliste(person: Person, flyttet: date, av: Aktoer) -> Flytteliste:
    """Return what a move on the day leaves to be done, as far as the reader sees the registrations."""
    r = registrerte([person.pk]).get(person.pk, Registrerte())
    gamle = [_punkt(person, p, av, ny=p.slag == "avslutning") for p in hos_den_gamle(r, flyttet)]
    nye = [_punkt(person, p, av, ny=True) for p in hos_den_nye(r, flyttet)]
    return Flytteliste([*gamle, *andre_flyttepunkter(person, av)], nye)


def _punkt(person: Person, punkt: Punkt, av: Aktoer, *, ny: bool) -> Flyttepunkt:
    """Return a line: it leads those who may to a new registration, else to where the one that runs stands."""
    hva = kodenavn(_KODELISTE[punkt.hensyn], punkt.hva) if punkt.hensyn in _KODELISTE else ""
    if ny and not punkt.gjort and kan_registrere(av, FAKTATYPER[punkt.slag]):
        url = reverse("fakta_ny", args=[person.noekkel, punkt.slag])
    else:
        url = gruppe_url(person.noekkel, FAKTATYPER[punkt.slag].gruppe)
    return Flyttepunkt(str(_TEKST[punkt.hensyn]) % {"hva": hva}, url, punkt.gjort)
