"""The page of one message: what is told beside what is registered, and what one may do with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.nir import tekster
from integrering.nir.actions import kan_registrere
from integrering.nir.faktatyper import FAKTATYPER, VGO, Faktatype
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import vaart_fylke
from opplaering import meldingstekster
from opplaering.models import Kommunemelding
from opplaering.queries.overtakelse import meldt_periode, plan_for, registrerte_perioder
from opplaering.rules.overtakelse import Grunn, Maate, Periode, Plan, Steg


@dataclass(frozen=True)
class Rad:
    """A column of a registration: what is told, and what stands there now."""

    ledetekst: str
    meldt: str
    registrert: str


@dataclass(frozen=True)
class Stegvisning:
    """One thing that will be registered: what, and column by column."""

    overskrift: str
    rader: list[Rad]


def innhold(rad: Any, av: Aktoer) -> dict[str, Any]:
    """Return the names of the page.

    Args:
        rad: a message as `queries.meldinger` gives it.
    """
    mottaker = av.er_kommune and av.virksomhet_id == rad.kommune_id
    return {
        "melding": rad,
        "person": rad.person,
        "hva": meldingstekster.slagnavn(rad.slag),
        "linjer": meldingstekster.linjer(rad.tabell, rad.innhold, rad.skole.navn if rad.skole else ""),
        "status": meldingstekster.tilstand(rad),
        "kvittert_av": f"{rad.kvittert_first_name or ''} {rad.kvittert_last_name or ''}".strip(),
        "mottaker": mottaker,
    } | (_for_mottakeren(rad, av) if mottaker and rad.tatt_inn is None else {})


def _for_mottakeren(rad: Kommunemelding, av: Aktoer) -> dict[str, Any]:
    plan = plan_for(rad)
    lov = all(kan_registrere(av, FAKTATYPER[steg.slag]) for steg in plan.steg)
    kan_ta_inn = lov and bool(plan.steg or plan.er_alt)
    return {
        "steg": [_steg(steg) for steg in plan.steg],
        "grunn": meldingstekster.grunn(plan.grunn) if plan.grunn else "",
        "ikke_lov": not lov,
        "kan_ta_inn": kan_ta_inn,
        "knapp": _("Registrer dette") if plan.steg else _("Kvitter: det er registrert"),
        "kan_kvittere": not kan_ta_inn and getattr(rad, "kvittert", None) is None,
        "fritak_url": _fritak(rad, plan),
        "registrerte": _periodene(rad, plan),
        "skjema": _skjemaet(rad) if plan.hindret and kan_registrere(av, VGO) else None,
    }


def _steg(steg: Steg) -> Stegvisning:
    slag = FAKTATYPER[steg.slag]
    gammel = slag.gjeldende.filter(registrering_id=steg.registrering).first() if steg.registrering else None
    moenster = {
        Maate.REGISTRER: _("Registreres: %(hva)s"),
        Maate.RETT: _("Rettes: %(hva)s"),
        Maate.ANNULLER: _("Annulleres: %(hva)s"),
    }[steg.maate]
    return Stegvisning(moenster % {"hva": slag.navn}, _rader(slag, steg.verdier, gammel))


def _rader(slag: Faktatype, meldt: Mapping[str, Any], gammel: Any) -> list[Rad]:
    nye = {linje.felt: linje for linje in tekster.linjer(slag, dict(meldt))}
    gamle = {linje.felt: linje for linje in tekster.linjer(slag, gammel)} if gammel else {}
    felt = [f for f in slag.felter if f in (nye or gamle)]
    return [
        Rad(str(capfirst(str(slag.felt(f).verbose_name))), *(_verdi(kilde, f) for kilde in (nye, gamle)))
        for f in felt
        if _verdi(nye, f) or _verdi(gamle, f)
    ]


def _verdi(linjer: Mapping[str, Any], felt: str) -> str:
    return str(linjer[felt].verdi) if felt in linjer else ""


def _fritak(rad: Kommunemelding, plan: Plan) -> str:
    """Return the form of an exemption, where a grade may be the ground for one."""
    if plan.grunn is not Grunn.KARAKTER:
        return ""
    return reverse("fakta_ny", args=[rad.person.noekkel, "fritak"])


def _periodene(rad: Kommunemelding, plan: Plan) -> list[Periode]:
    """Return what is registered already, where what is told stands in its way."""
    return registrerte_perioder(rad) if plan.hindret else []


def _skjemaet(rad: Kommunemelding) -> dict[str, Any]:
    """Return the form that is filled in with what is told: its address and its answers."""
    p = meldt_periode(rad)
    svar = {
        "fylke": str(vaart_fylke().pk), "skole": p.skole, "fra": visning.dato(p.fra),
        "til": visning.dato(p.til), "timer_per_uke": visning.desimal(p.timer_per_uke),
        "kombinasjonsklasse": "on" if p.kombinasjonsklasse else "",
        "hovedansvar_fylke": "on" if p.hovedansvar_fylke else "", "steg": "endre",
    }  # fmt: skip
    return {
        "url": reverse("fakta_ny", args=[rad.person.noekkel, VGO.slug]),
        "svar": {navn: verdi for navn, verdi in svar.items() if verdi},
    }
