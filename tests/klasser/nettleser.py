"""What a browser sends to the pages of classes, and reads there."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.test import Client
from django.urls import reverse

from integrering.grunnmur import maaneder
from integrering.klasser.models import Klasse
from integrering.nir.models import Person
from tests.klasser.hjelp import MAANED


def rutenett(klasse: Klasse, maaned: Any = MAANED) -> str:
    """Return the address of the hours of a month."""
    return reverse("klasse_timer_maaned", args=[klasse.noekkel, maaneder.skriv(maaned)])


def celler(person: Person, *verdier: object, modul: str = "norsk", sett: object = "") -> dict[str, str]:
    """Return the cells of a participant as they are sent: hours, valid and invalid absence, version."""
    navn = ("timer", "gyldig_fravaer", "ugyldig_fravaer")
    skrevet = dict(zip(navn, (*verdier, "", "", "")[:3], strict=True)) | {"sett": sett}
    return {f"{person.pk}-{modul}-{felt}": str(verdi) for felt, verdi in skrevet.items()}


def tekst(svar: Any) -> str:
    """Return what stands on the page, with ordinary spaces."""
    innhold = re.sub(r"<[^>]+>", " ", svar.content.decode())
    return " ".join(unescape(innhold).replace("\u00a0", " ").split())


def skjult(svar: Any, navn: str) -> str:
    """Return the value of a hidden control."""
    treff = re.search(rf'name="{navn}"[^>]*value="([^"]*)"', svar.content.decode())
    return treff[1] if treff else ""


def post(klient: Client, adresse: str, *deler: dict[str, Any], **felt: Any) -> Any:
    """Send the parts of a form together."""
    data: dict[str, Any] = {}
    for del_ in deler:
        data |= del_
    return klient.post(adresse, data | felt)
