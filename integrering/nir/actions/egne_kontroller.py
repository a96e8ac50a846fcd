"""Checks of single kinds that look at what the person has already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.nir.models import Bosted, FulltidVgo, Norskmaal, Person
from integrering.nir.rules.kontroll import Spenn, kolliderer
from integrering.nir.rules.sammenheng import satt_ned
from integrering.tilgang.aktoer import Aktoer

Verdier = Mapping[str, Any]
Feil = dict[str, list[str]]


def vgo(person: Person | None, v: Verdier, av: Aktoer, registrering: UUID | None) -> Feil:
    """Hours are more than none, main responsibility is for a combination class, periods never overlap."""
    if v["timer_per_uke"] <= 0:
        return {"timer_per_uke": [_("Timer per uke må være mer enn 0.")]}
    if v["hovedansvar_fylke"] and not v["kombinasjonsklasse"]:
        # the main responsibility is for a combination class; without one it would be a wrong answer kept
        melding = _("Kryss av for kombinasjonsklasse også, eller ta bort krysset for hovedansvar.")
        return {"hovedansvar_fylke": [melding]}
    andre = FulltidVgo.objects.gjeldende().filter(person=person)
    spenn = [Spenn(p.registrering_id, p.fra, p.til, p.skole) for p in andre]
    treff = kolliderer(Spenn(registrering, v["fra"], v["til"]), spenn)
    if treff is None:
        return {}
    return {
        "fra": [
            _(
                "Perioden overlapper fulltid videregående ved %(skole)s %(periode)s. "
                "Endre datoene, eller rett den andre perioden først."
            )
            % {"skole": treff.navn, "periode": visning.periode(treff.fra, treff.til)}
        ]
    }


def bosted(person: Person | None, v: Verdier, av: Aktoer, registrering: UUID | None) -> Feil:
    """A person lives in one place at a time; an open bosted ends when the next begins."""
    andre = Bosted.objects.gjeldende().filter(person=person).select_related("kommune")
    avsluttes = None if registrering or person is None else bosted_som_avsluttes(person, v["fra"])
    spenn = [Spenn(b.registrering_id, b.fra, b.til, b.kommune.navn) for b in andre if b != avsluttes]
    treff = kolliderer(Spenn(registrering, v["fra"], v["til"]), spenn)
    if treff is None:
        return {}
    return {
        "fra": [
            _(
                "Perioden overlapper bosted i %(kommune)s %(periode)s. "
                "Endre datoene, eller rett det andre bostedet først."
            )
            % {"kommune": treff.navn, "periode": visning.periode(treff.fra, treff.til)}
        ]
    }


def bosted_som_avsluttes(person: Person, fra: date) -> Bosted | None:
    """Return the open bosted that a new one from `fra` ends the day before."""
    return (
        Bosted.objects.gjeldende()
        .filter(person=person, til__isnull=True, fra__lt=fra)
        .select_related("kommune")
        .first()
    )


def opplysninger(person: Person | None, v: Verdier, av: Aktoer, registrering: UUID | None) -> Feil:
    """Only those who may see protected persons register protection."""
    if v.get("adressebeskyttelse") and not av.skjermede:
        return {
            "adressebeskyttelse": [
                _("Bare brukere som kan se personer med adressebeskyttelse, kan registrere dette.")
            ]
        }
    return {}


def norskmaal(person: Person | None, v: Verdier, av: Aktoer, registrering: UUID | None) -> Feil:
    """A goal that is set down has a reason (forskriften § 27)."""
    foer = (
        Norskmaal.objects.gjeldende()
        .filter(person=person, slag="nivaa", fra__lt=v["fra"])
        .exclude(registrering_id=registrering)
        .order_by("-fra")
        .first()
    )
    if foer is None or v["endring"] or not satt_ned(vars(foer), v):
        return {}
    return {"endring": [_("Målet settes ned. Velg grunnen (forskriften § 27).")]}
