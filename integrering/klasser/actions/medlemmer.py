"""Who is in a class: put in, end, move, take out what was wrong. Each change is a new version."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.klasser.actions.felles import KILDE, krev_eier, laas_raden
from integrering.klasser.models import Klasse, Medlemskap
from integrering.klasser.queries.klasser import medlemskap_som_gjelder
from integrering.nir.actions.kontroll import ved_brudd
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer

# So many at a time may be in a class: more than any classroom, fewer than a form can hold.
PLASSER = 60


@dataclass(frozen=True)
class Lagt:
    """Who was put in, and who was there already."""

    nye: tuple[Person, ...]
    fra_foer: tuple[Person, ...]


@transaction.atomic
def legg_til(*, klasse: Klasse, personer: Sequence[Person], fra: date, av: Aktoer) -> Lagt:
    """Put persons in a class from a day. Whoever is there then or later is left as they are.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, klasse)
    laas_raden(klasse)
    _krev_i_perioden(klasse, fra, "fra")
    lagt = fordel(klasse, personer, fra)
    _krev_plass(klasse, lagt.nye, fra)
    _skriv([_ny(klasse, person, fra, av) for person in lagt.nye])
    oppdater_kilde(KILDE, [klasse.pk])
    return lagt


def fordel(klasse: Klasse, personer: Sequence[Person], fra: date) -> Lagt:
    """Return who will be new in the class from the day, and who is there already."""
    der = set(medlemskap_som_gjelder(klasse).exclude(til__lt=fra).values_list("person_id", flat=True))
    nye = tuple(p for p in personer if p.pk not in der)
    return Lagt(nye, tuple(p for p in personer if p.pk in der))


@transaction.atomic
def avslutt(*, klasse: Klasse, medlemskap: Collection[Medlemskap], siste_dag: date, av: Aktoer) -> None:
    """End the time of some in a class. Raises Regelbrudd, IkkeTilgang."""
    krev_eier(av, klasse)
    laas_raden(klasse)
    _krev_i_perioden(klasse, siste_dag, "dato")
    _krev_begynt(medlemskap, siste_dag)
    _erstatt([(m, {"til": siste_dag, "aarsak": _("Sluttet i klassen")}) for m in medlemskap], av)
    oppdater_kilde(KILDE, [klasse.pk])


@transaction.atomic
def flytt(*, fra: Klasse, til: Klasse, medlemskap: Collection[Medlemskap], dag: date, av: Aktoer) -> None:
    """Move some to another class of one's own from a day: the day before is the last in the old one.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_eier(av, til)
    if fra.pk == til.pk:
        raise Regelbrudd({"klasse": [_("Velg en annen klasse enn den de går i.")]})
    avslutt(klasse=fra, medlemskap=medlemskap, siste_dag=dag - timedelta(days=1), av=av)
    legg_til(klasse=til, personer=[m.person for m in medlemskap], fra=dag, av=av)


@transaction.atomic
def ta_ut(*, klasse: Klasse, medlemskap: Collection[Medlemskap], av: Aktoer) -> None:
    """Say that some were put in by mistake. Their hours stand. Raises Regelbrudd, IkkeTilgang."""
    krev_eier(av, klasse)
    laas_raden(klasse)
    _erstatt([(m, {"annullert": True, "aarsak": _("Lagt inn ved en feil")}) for m in medlemskap], av)
    oppdater_kilde(KILDE, [klasse.pk])


def _krev_i_perioden(klasse: Klasse, dag: date, felt: str) -> None:
    if not klasse.fra <= dag <= klasse.til:
        periode = visning.periode(klasse.fra, klasse.til)
        raise Regelbrudd(
            {felt: [_("Dagen må være i perioden til klassen, %(periode)s.") % {"periode": periode}]}
        )


def _krev_begynt(medlemskap: Collection[Medlemskap], siste_dag: date) -> None:
    if ikke := [m.person.navn for m in medlemskap if m.fra > siste_dag]:
        tekst = _("Dagen er før disse begynte: %(navn)s. Velg en senere dag, eller ta dem ut av klassen.")
        raise Regelbrudd({"dato": [tekst % {"navn": ", ".join(ikke)}]})


def _krev_plass(klasse: Klasse, nye: Sequence[Person], fra: date) -> None:
    der = medlemskap_som_gjelder(klasse).exclude(til__lt=fra).count()
    if der + len(nye) > PLASSER:
        raise Regelbrudd(
            _("En klasse kan ha høyst %(mest)s deltakere om gangen. Del den i flere klasser.")
            % {"mest": PLASSER}
        )


def _ny(klasse: Klasse, person: Person, fra: date, av: Aktoer, **mer: Any) -> Medlemskap:
    return Medlemskap(
        **{
            "klasse": klasse, "person": person, "fra": fra, "registrering_id": uuid.uuid4(),
            "registrert_av_id": av.bruker_id, "virksomhet_id": av.virksomhet_id,
        } | mer
    )  # fmt: skip


def _erstatt(endringer: Sequence[tuple[Medlemskap, dict[str, Any]]], av: Aktoer) -> None:
    """Close the versions that were shown, and write the next."""
    aapne = Medlemskap.objects.filter(pk__in=[m.pk for m, _hva in endringer], erstattet__isnull=True)
    if aapne.update(erstattet=Now()) != len(endringer):
        raise Regelbrudd(_("Noen andre endret deltakerne nettopp. Se over og prøv igjen."))
    _skriv(
        [
            _ny(m.klasse, m.person, m.fra, av, **{"registrering_id": m.registrering_id, "til": m.til} | hva)
            for m, hva in endringer
        ]
    )


def _skriv(rader: list[Medlemskap]) -> None:
    with ved_brudd():
        Medlemskap.objects.bulk_create(rader)
