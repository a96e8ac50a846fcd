"""Writing, sending and registering, in short."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.actions import Innhold
from integrering.utveksling.meldinger.models import Forespoersel, Melding, Mottak, Utkast

I_DAG = date(2026, 11, 20)


def lag_utkast(
    av: Aktoer,
    *til: Virksomhet,
    person: Person | None = None,
    noekkel: uuid.UUID | None = None,
    filer: Sequence[Any] = (),
    **felt: Any,
) -> Utkast:
    """Save a draft as `av`, complete unless something else is said."""
    innhold = {
        "tekst": "Kan dere se på dette?",
        "emne": "opplaering",
        "mottakere": [v.pk for v in til],
    } | felt
    samtale = innhold.pop("samtale", None)
    with kontekst(kontekst_for(av)):
        return actions.lagre_utkast(
            noekkel=noekkel or uuid.uuid4(), versjon=0, innhold=Innhold(**innhold), av=av, person=person,
            samtale=samtale, filer=filer,
        )  # fmt: skip


def send(av: Aktoer, *til: Virksomhet, **felt: Any) -> Melding:
    """Write and send as `av`."""
    utkast = lag_utkast(av, *til, **felt)
    with kontekst(kontekst_for(av)):
        return actions.send(noekkel=utkast.noekkel, versjon=utkast.versjon, av=av)


def mottak(melding: Melding, hvem: Aktoer) -> Mottak:
    """Return the message at `hvem`'s organisation."""
    with kontekst(motor_kontekst()):
        return Mottak.objects.select_related("melding").get(melding=melding, virksomhet_id=hvem.virksomhet_id)


def innkommet(**felt: Any) -> dict[str, Any]:
    """Return the fields of a request."""
    return {
        "mottatt": timezone.localdate(), "organ": "Nav Prøvedal", "spoerrers_rolle": "veileder",
        "paa_vegne_av": "", "formaal": "Vurdere ytelse", "hjemmel": "lov", "hjemmel_tekst": "nav-loven § 7",
        "hva": "Om deltakeren går på skole",
    } | felt  # fmt: skip


def svar(**felt: Any) -> dict[str, Any]:
    """Return the fields of an answer: handed over today."""
    return {
        "foreloepig_svar": None, "avgjoerelse": "utlevert", "begrunnelse": "",
        "utlevert_hva": ["opplaering"], "utlevert_merknad": "", "avgjort": timezone.localdate(),
        "maate": "sikker_digital",
    } | felt  # fmt: skip


def forespoersel(
    av: Aktoer, *personer: Person, noekkel: uuid.UUID | None = None, **felt: Any
) -> Forespoersel:
    """Register a request as `av`."""
    with kontekst(kontekst_for(av)):
        return actions.registrer_forespoersel(
            noekkel=noekkel or uuid.uuid4(), felter=innkommet(**felt), personer=personer, av=av
        )
