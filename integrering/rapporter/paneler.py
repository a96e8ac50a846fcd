"""What the person page offers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from integrering.nir.models import Person


def personens(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return the address of the first step towards an evidence pack of the person."""
    return {"url": f"{reverse('dokumentasjonspakke_personer')}?person={person.noekkel}"}
