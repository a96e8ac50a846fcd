"""Register the same for many persons: all that are chosen, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from integrering.klasser.models import Fellesregistrering
from integrering.nir.actions import Flererad, lagre_flere
from integrering.nir.actions.roller import krev_registrering
from integrering.nir.faktatyper import Faktatype
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer


@transaction.atomic
def registrer_for_flere(
    *, slag: Faktatype, personer: Sequence[Person], verdier: Mapping[str, Any], innsending: UUID, av: Aktoer
) -> Fellesregistrering:
    """Register the same fact about each person. The same form sent twice has one effect, and one receipt.

    Raises:
        Radbrudd: it cannot be done for some; nothing is saved.
        Regelbrudd, IkkeTilgang.
    """
    krev_registrering(av, slag)
    if finnes := Fellesregistrering.objects.filter(noekkel=innsending).first():
        return finnes
    rader = lagre_flere(slag=slag, rader=[Flererad(person, verdier) for person in personer], av=av)
    return Fellesregistrering.objects.create(
        noekkel=innsending,
        slag=slag.slug,
        registreringer=[rad.registrering_id for rad in rader],
        virksomhet_id=av.virksomhet_id,
        av_id=av.bruker_id,
    )
