"""Register, correct and annul facts: the same three deeds for every kind."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.actions.egne_kontroller import bosted_som_avsluttes
from integrering.nir.actions.kontroll import kontroller, ved_brudd
from integrering.nir.actions.roller import krev_registrering
from integrering.nir.faktatyper import BOSTED, Faktatype
from integrering.nir.hendelser import meld_endret
from integrering.nir.models import Bosted, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet


class Konflikt(Regelbrudd):
    """Someone changed the registration after the user opened it. `naa` is the version that holds, if any."""

    def __init__(self, naa: ToKlokker | None) -> None:
        self.naa = naa
        hvem = (
            _("Endret av %(navn)s %(tid)s.")
            % {"navn": naa.registrert_av, "tid": visning.tidspunkt(naa.registrert)}
            if naa
            else _("Registreringen gjelder ikke lenger.")
        )
        super().__init__(hvem)


@transaction.atomic
def registrer(*, slag: Faktatype, person: Person, verdier: Mapping[str, Any], av: Aktoer) -> ToKlokker:
    """Register a new fact about a person. Raises Regelbrudd, IkkeTilgang."""
    krev_registrering(av, slag, ordning=verdier.get("ordning"))
    kontroller(slag=slag, person=person, verdier=verdier, av=av)
    with ved_brudd():
        if slag == BOSTED:
            _avslutt_aapent_bosted(person, verdier, av)
        rad = _lagre(slag, person, uuid.uuid4(), _kun_felter(slag, verdier), av)
    meld_endret([person.pk])
    return rad


@transaction.atomic
def rett(
    *,
    slag: Faktatype,
    person: Person,
    registrering: uuid.UUID,
    sett: int,
    verdier: Mapping[str, Any],
    aarsak: str,
    av: Aktoer,
) -> ToKlokker:
    """Correct a fact: close the version the user saw (`sett`) and open the next.

    Raises Regelbrudd, IkkeTilgang; Konflikt when `sett` is no longer the version that holds.
    """
    krev_registrering(av, slag, ordning=verdier.get("ordning"))
    _krev_aarsak(aarsak)
    gammel = _den_som_ble_sett(slag, person, registrering, sett)
    krev_registrering(av, slag, ordning=getattr(gammel, "ordning", None))
    nye = _kun_felter(slag, verdier)
    if all(getattr(gammel, felt) == verdi for felt, verdi in nye.items()):
        raise Regelbrudd(_("Ingenting er endret. Endre det som er feil, eller avbryt."))
    kontroller(slag=slag, person=person, verdier=nye, av=av, registrering=registrering)
    with ved_brudd():
        _lukk(slag, person, gammel)
        rad = _lagre(slag, person, registrering, nye, av, aarsak=aarsak.strip(), noekkel=gammel.noekkel)
    meld_endret([person.pk])
    return rad


@transaction.atomic
def annuller(
    *, slag: Faktatype, person: Person, registrering: uuid.UUID, sett: int, aarsak: str, av: Aktoer
) -> ToKlokker:
    """Say that a registration was wrong and holds no more. Its versions stay in the history.

    Raises Regelbrudd, IkkeTilgang, Konflikt.
    """
    krev_registrering(av, slag)
    _krev_aarsak(aarsak)
    if not slag.kan_annulleres:
        raise Regelbrudd(_("Personopplysninger kan rettes, men ikke annulleres."))
    gammel = _den_som_ble_sett(slag, person, registrering, sett)
    krev_registrering(av, slag, ordning=getattr(gammel, "ordning", None))
    verdier = {felt: getattr(gammel, felt) for felt in slag.felter}
    with ved_brudd():
        _lukk(slag, person, gammel)
        rad = _lagre(
            slag, person, registrering, verdier, av,
            aarsak=aarsak.strip(), noekkel=gammel.noekkel, annullert=True,
        )  # fmt: skip
    meld_endret([person.pk])
    return rad


def _den_som_ble_sett(slag: Faktatype, person: Person, registrering: uuid.UUID, sett: int) -> ToKlokker:
    naa = _gjeldende(slag, person, registrering)
    if naa is None or naa.pk != sett:
        raise Konflikt(naa)
    return naa


def _gjeldende(slag: Faktatype, person: Person, registrering: uuid.UUID) -> ToKlokker | None:
    funnet: ToKlokker | None = (
        slag.gjeldende.filter(person=person, registrering_id=registrering)
        .select_related("registrert_av")
        .first()
    )
    return funnet


def _lukk(slag: Faktatype, person: Person, gammel: ToKlokker) -> None:
    """Close a version; the database sets the time. Whoever came second gets a conflict."""
    if not slag.modell._default_manager.filter(pk=gammel.pk, erstattet__isnull=True).update(erstattet=Now()):
        raise Konflikt(_gjeldende(slag, person, gammel.registrering_id))


def _lagre(
    slag: Faktatype,
    person: Person,
    registrering: uuid.UUID,
    verdier: Mapping[str, Any],
    av: Aktoer,
    **mer: Any,
) -> ToKlokker:
    rad: ToKlokker = slag.modell(
        person=person,
        registrering_id=registrering,
        registrert_av_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        **dict(slag.faste),
        **verdier,
        **mer,
    )
    rad.save(force_insert=True)
    return rad


def _kun_felter(slag: Faktatype, verdier: Mapping[str, Any]) -> dict[str, Any]:
    return {felt: verdier[felt] for felt in slag.felter if felt in verdier}


def _krev_aarsak(aarsak: str) -> None:
    if not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor registreringen endres.")]})


def _avslutt_aapent_bosted(person: Person, verdier: Mapping[str, Any], av: Aktoer) -> None:
    """End the open bosted the day before the new one: a move is one deed."""
    gammelt = bosted_som_avsluttes(person, verdier["fra"])
    if gammelt:
        avslutt_bosted(gammelt, siste_dag=verdier["fra"] - timedelta(days=1), til=verdier["kommune"], av=av)


def avslutt_bosted(bosted: Bosted, *, siste_dag: date, til: Virksomhet, av: Aktoer) -> None:
    """Correct a bosted to end on the day, because the person moved."""
    _lukk(BOSTED, bosted.person, bosted)
    verdier = {"kommune": bosted.kommune, "fra": bosted.fra, "til": siste_dag}
    aarsak = _("Flyttet til %(kommune)s") % {"kommune": til.navn}
    _lagre(BOSTED, bosted.person, bosted.registrering_id, verdier, av, aarsak=aarsak, noekkel=bosted.noekkel)
