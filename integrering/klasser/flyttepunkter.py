"""What a move leaves to be done in the classes: the participation does not end by itself."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.klasser.models import Medlemskap
from integrering.nir.flyttepunkter import Flyttepunkt
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer


def ved_flytting(person: Person, av: Aktoer) -> Iterator[Flyttepunkt]:
    """Yield the classes the person goes to, of those the reader sees."""
    varer = Q(til__isnull=True) | Q(til__gte=timezone.localdate())
    for rad in Medlemskap.objects.gjeldende().filter(varer, person=person).select_related("klasse"):
        tekst = _("Avslutt deltakelsen i klassen «%(klasse)s»") % {"klasse": rad.klasse.navn}
        yield Flyttepunkt(tekst, reverse("klasse", args=[rad.klasse.noekkel]))
