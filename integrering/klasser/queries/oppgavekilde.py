"""Reads for the tasks of classes, as the jobs' role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import F, Q
from django.urls import reverse

from integrering.klasser.models import Klasse, Maanedslaas, Medlemskap
from integrering.klasser.rules.oppgaver import Deltakelse, Klassefakta
from integrering.nir.models import Opplaeringstimer
from integrering.oppgaver.regelverk import Emne
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhetstype


def klassene_til(personer: Collection[int]) -> list[int]:
    """Return the numbers of the classes these persons are or have been in, whoever has them."""
    with kontekst(motor_kontekst()):
        ider = (
            Medlemskap.objects.gjeldende().filter(person_id__in=personer).values_list("klasse_id", flat=True)
        )
        return sorted(set(ider))


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Klassefakta]]:
    """Yield the classes that may have tasks (see `oppgaver.regelverk`)."""
    klasser = Klasse.objects.order_by("pk")
    if ider is not None:
        klasser = klasser.filter(pk__in=ider)
    alle = list(klasser)
    deltakere, laaste = _deltakere(alle), _laaste(alle)
    for klasse in alle:
        emne = Emne(
            id=klasse.pk,
            virksomhet_id=klasse.virksomhet_id,
            tekst=klasse.navn,
            ansvarlig_id=klasse.kontakt_id,
        )
        yield (
            emne,
            Klassefakta(
                fra=klasse.fra,
                til=klasse.til,
                deltakere=tuple(deltakere[klasse.pk]),
                laaste=frozenset(laaste[klasse.pk]),
                adresse=reverse("klasse_timer", args=[klasse.noekkel]),
            ),
        )


def _deltakere(klasser: list[Klasse]) -> dict[int, list[Deltakelse]]:
    """Return class → participants whom the class can register for, without telling of protected ones."""
    egne = Q(person__kommune_id=F("klasse__virksomhet_id"))
    fylkets = Q(klasse__virksomhet__type=Virksomhetstype.FYLKESKOMMUNE)
    rader = list(
        Medlemskap.objects.gjeldende()
        .filter(egne | fylkets, klasse__in=klasser, person__skjermet=False)
        .values_list("klasse_id", "person_id", "fra", "til")
    )
    timer = _timer({person for _klasse, person, _fra, _til in rader})
    moduler = {k.pk: k.moduler for k in klasser}
    ut: dict[int, list[Deltakelse]] = defaultdict(list)
    for klasse, person, fra, til in rader:
        maaneder = (timer[person, modul] for modul in moduler[klasse])
        ut[klasse].append(Deltakelse(fra, til, frozenset[date]().union(*maaneder)))
    return ut


def _timer(personer: Collection[int]) -> dict[tuple[int, str], set[date]]:
    ut: dict[tuple[int, str], set[date]] = defaultdict(set)
    rader = Opplaeringstimer.objects.gjeldende().filter(person_id__in=personer)
    for person, modul, maaned in rader.values_list("person_id", "modul", "maaned"):
        ut[person, modul].add(maaned)
    return ut


def _laaste(klasser: list[Klasse]) -> dict[int, set[date]]:
    ut: dict[int, set[date]] = defaultdict(set)
    siste = Maanedslaas.objects.filter(klasse__in=klasser).order_by("klasse_id", "maaned", "-pk")
    for rad in siste.distinct("klasse_id", "maaned"):
        if rad.laast:
            ut[rad.klasse_id].add(rad.maaned)
    return ut
