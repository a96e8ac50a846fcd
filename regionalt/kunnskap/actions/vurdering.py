"""A judgement about a municipality. It is never changed: a new one counts instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from regionalt.actions.registerrad import Lagring, lagre_rad
from regionalt.kunnskap.models import Vurdering


def ny_vurdering(
    *, kommune: Virksomhet, slag: str, felter: Mapping[str, Any], lagring: Lagring[Vurdering], av: Aktoer
) -> Vurdering:
    """Write a judgement, a figure, or both. Raises IkkeTilgang, Regelbrudd."""
    brudd: dict[str, list[str]] = {}
    if felter["trinn"] is None and felter["tall"] is None:
        brudd["trinn"] = [_("Velg en vurdering fra 1 til 5, eller skriv et tall.")]
    if felter["dato"] > timezone.localdate():
        brudd["dato"] = [_("Datoen kan ikke være etter i dag.")]
    hele = {**felter, "kommune": kommune, "slag": slag}
    return lagre_rad(Vurdering, hele, brudd, lagring=lagring, av=av)
