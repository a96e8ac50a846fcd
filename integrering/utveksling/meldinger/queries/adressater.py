"""Whom one may write to, and whether anyone there will read it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from integrering.grunnmur.alfabet import alfabetisk
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Rolletildeling, Virksomhet
from integrering.tilgang.queries import gjelder
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.meldinger.rules.adressater import Hinder, OmPerson, Part, hinder


def part(v: Virksomhet) -> Part:
    """Return an organisation as the rules see it."""
    return Part(v.pk, v.type, v.overordnet_id)


def om_person(person: Person | None) -> OmPerson | None:
    """Return a person as the rules see them."""
    return None if person is None else OmPerson(person.kommune_id, person.skjermet)


def mulige_mottakere(av: Aktoer, person: Person | None) -> list[Virksomhet]:
    """Return the organisations `av` may begin a thread with (about the person), the county first."""
    alle = list(kandidater())
    fylke_id = _fylke_id(alle)
    fra = next((v for v in alle if v.pk == av.virksomhet_id), None) or Virksomhet.objects.get(
        pk=av.virksomhet_id
    )
    om = om_person(person)
    lov = [v for v in alle if hinder(part(fra), part(v), fylke_id, om) is None]
    return sorted(lov, key=lambda v: (_REKKEFOELGE.get(v.type, 9), alfabetisk(v.navn)))


_REKKEFOELGE = {"fylkeskommune": 0, "kommune": 1, "skole": 2, "frivillig": 3}


def hindre(
    *, av: Aktoer, mottakere: Sequence[Virksomhet], person: Person | None
) -> list[tuple[Virksomhet, Hinder]]:
    """Return each recipient a new thread cannot go to, with why."""
    fylke_id = _fylke_id(kandidater())
    fra, om = part(Virksomhet.objects.get(pk=av.virksomhet_id)), om_person(person)
    funnet = ((v, hinder(fra, part(v), fylke_id, om)) for v in mottakere)
    return [(v, h) for v, h in funnet if h is not None]


def kandidater() -> Sequence[Virksomhet]:
    """Return the county and everyone it serves."""
    fylke = Q(type="fylkeskommune", nummer=settings.FYLKESNUMMER)
    kommuner = Q(type="kommune", overordnet__nummer=settings.FYLKESNUMMER)
    return list(Virksomhet.objects.filter(fylke | kommuner | Q(type__in=["skole", "frivillig"]), aktiv=True))


def _fylke_id(alle: Sequence[Virksomhet]) -> int:
    return next(v.pk for v in alle if v.type == "fylkeskommune")


def uten_brukere(virksomheter: Collection[Virksomhet]) -> list[Virksomhet]:
    """Return those where nobody has a role today in which they could read a message."""
    i_dag = timezone.localdate()
    med = set(
        Rolletildeling.objects.filter(
            gjelder(i_dag),
            virksomhet__in=[v.pk for v in virksomheter],
            rolle__in=ARBEIDSROLLER,
            bruker__is_active=True,
        ).values_list("virksomhet_id", flat=True)
    )
    return [v for v in virksomheter if v.pk not in med]


def hindre_om_personer(*, av: Aktoer, par: Sequence[tuple[Virksomhet, Person]]) -> list[Virksomhet]:
    """Return the recipients a new thread about the person beside them cannot go to: two queries in all."""
    fylke_id, fra = _fylke_id(kandidater()), part(Virksomhet.objects.get(pk=av.virksomhet_id))
    return [til for til, person in par if hinder(fra, part(til), fylke_id, om_person(person)) is not None]
