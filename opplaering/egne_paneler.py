"""The sections this part adds: goal and progress, grounds for exemption; and the panel of the person page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from integrering.nir.actions.roller import kan_registrere
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person
from integrering.nir.regeltekster import fritak as fritakstekst
from integrering.nir.rules.fritak import Fag
from integrering.nir.rules.fritak import hjemmel as fritakshjemmel
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from opplaering import deltakertekster as tekster
from opplaering.queries.ansvar import ansvaret
from opplaering.queries.framdrift import framdrift_for, norskmaalet, resultatene
from opplaering.queries.norskmaal import NORSKMAAL
from opplaering.queries.skolegang import periodene_til, skolegang
from opplaering.roller import FYLKET
from opplaering.rules.fritak_av_resultat import Fritaksgrunn, fritak_av_resultat

FRITAK = FAKTATYPER["fritak"]
_FRITAK_FRA = {Fag.NORSK: "norsk", Fag.SAMFUNNSKUNNSKAP: "samfunn"}


def norskmaalpanel(person: Person, av: Aktoer) -> dict[str, Any]:
    """Return the goal that holds, and whether it will be reached."""
    i_dag = timezone.localdate()
    naa = NORSKMAAL.gjeldende.filter(person=person, fra__lte=i_dag).order_by("-fra").first()
    framdrift = framdrift_for(skolegang().filter(person=person), i_dag).get(person.pk)
    return {
        "maal": tekster.maal(norskmaalet(vars(naa))) if naa else "",
        "fra": naa.fra if naa else None,
        "tilstand": tekster.tilstand(framdrift.tilstand) if framdrift else None,
        "hvorfor": tekster.framdriftsgrunn(framdrift) if framdrift else "",
        "utregning": tekster.utregning_av_framdrift(framdrift) if framdrift else None,
        "url": reverse("opplaering_norskmaal", args=[person.noekkel]),
        "kan_sette": av.har(*FYLKET),
    }


def fritakspanel(person: Person, av: Aktoer) -> dict[str, Any] | None:
    """Return the grounds for exemption the results give; None when they give none, or it is decided."""
    grunner = fritak_av_resultat(resultatene([person.pk])[person.pk])
    har = set(FRITAK.gjeldende.filter(person=person).values_list("fritak_fra", flat=True))
    nye = [g for g in grunner if _FRITAK_FRA[g.fag] not in har]
    if not nye:
        return None
    kan = kan_registrere(av, FRITAK)
    return {"grunner": [_grunn(g, person, kan=kan) for g in nye]}


def _grunn(g: Fritaksgrunn, person: Person, *, kan: bool) -> dict[str, Any]:
    svar = urlencode({"fritak_fra": _FRITAK_FRA[g.fag], "rettsgrunnlag": g.kode.value})
    return {
        "tekst": fritakstekst(g.kode),
        "hjemmel": fritakshjemmel(g.kode),
        "samisk": g.samisk,
        "url": f"{reverse('fakta_ny', args=[person.noekkel, FRITAK.slug])}?{svar}" if kan else "",
    }


def personpanel(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return where the person goes, and who is responsible, for the register's page of the person."""
    i_dag = timezone.localdate()
    rader = [r for r in periodene_til(person, i_dag) if r.til is None or r.til >= i_dag]
    return {
        "perioder": [(rad, tekster.ansvarlig(ansvaret(rad, max(i_dag, rad.fra)).hvem)) for rad in rader],
        "url": reverse("opplaering_deltaker", args=[person.noekkel]),
        "start_url": reverse("opplaering_start", args=[person.noekkel])
        if aktoer_i(request).har(*FYLKET)
        else "",
    }
