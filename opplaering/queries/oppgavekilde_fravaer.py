"""Reads for the tasks about absence at schools, as the jobs' role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from django.urls import reverse

from integrering.klasser.rules.oppgaver import Deltakelse, Klassefakta
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from opplaering.models import Maanedsfravaer, Skolegang, Skoleklasse, Skolemaanedslaas
from opplaering.rules.fravaer import Periode, samlede_perioder


def klassene_til(personer: Collection[int]) -> list[int]:
    """Return the numbers of the classes these persons are or have been in."""
    with kontekst(motor_kontekst()):
        rader = Skolegang.objects.filter(person_id__in=personer, klasse__isnull=False)
        return sorted(set(rader.values_list("klasse_id", flat=True).distinct()))


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Klassefakta]]:
    """Yield the classes that may have tasks (see `oppgaver.regelverk`)."""
    klasser = Skoleklasse.objects.order_by("pk")
    if ider is not None:
        klasser = klasser.filter(pk__in=ider)
    alle = list(klasser)
    deltakere, laaste = _deltakere(alle), _laaste(alle)
    for klasse in alle:
        emne = Emne(
            id=klasse.pk,
            virksomhet_id=klasse.skole_id,
            tekst=klasse.navn,
            ansvarlig_id=klasse.kontakt_id,
        )
        fakta = Klassefakta(
            fra=klasse.fra,
            til=klasse.til,
            deltakere=tuple(deltakere[klasse.pk]),
            laaste=frozenset(laaste[klasse.pk]),
            adresse=reverse("skoleklasse_timer", args=[klasse.noekkel]),
        )
        yield emne, fakta


def _deltakere(klasser: list[Skoleklasse]) -> dict[int, list[Deltakelse]]:
    """Return class → pupils with their periods in it, without telling of protected ones."""
    rader = Skolegang.objects.gjeldende().filter(klasse__in=klasser, person__skjermet=False)
    perioder: dict[tuple[int, int], list[Periode]] = defaultdict(list)
    for klasse, person, fra, til in rader.values_list("klasse_id", "person_id", "fra", "til"):
        perioder[klasse, person].append((fra, til))
    foert = _foert(klasser, {person for _klasse, person in perioder})
    ut: dict[int, list[Deltakelse]] = defaultdict(list)
    for (klasse, person), alle in perioder.items():
        maaneder = frozenset(foert[klasse, person])
        ut[klasse] += [Deltakelse(fra, til, maaneder) for fra, til in samlede_perioder(alle)]
    return ut


def _foert(klasser: list[Skoleklasse], personer: Collection[int]) -> dict[tuple[int, int], set[date]]:
    """Return class and person → months with hours in something the class is taught."""
    ut: dict[tuple[int, int], set[date]] = defaultdict(set)
    klassene = defaultdict(list)
    for klasse in klasser:
        for kode in klasse.undervisning:
            klassene[klasse.skole_id, kode].append(klasse.pk)
    rader = Maanedsfravaer.objects.gjeldende().filter(person_id__in=personer)
    for person, skole, kode, maaned in rader.values_list("person_id", "skole_id", "undervisning", "maaned"):
        for klasse_id in klassene[skole, kode]:
            ut[klasse_id, person].add(maaned)
    return ut


def _laaste(klasser: list[Skoleklasse]) -> dict[int, set[date]]:
    ut: dict[int, set[date]] = defaultdict(set)
    siste = Skolemaanedslaas.objects.filter(klasse__in=klasser).order_by("klasse_id", "maaned", "-pk")
    for rad in siste.distinct("klasse_id", "maaned"):
        if rad.laast:
            ut[rad.klasse_id].add(rad.maaned)
    return ut
