"""The checksum of an approved run, held against its lines every time they are used."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tilskudd import motor
from tilskudd.models import Kjoering


class KontrollsumFeil(Regelbrudd, IkkeTilgang):
    """The lines of an approved run are not what was approved: nobody may use them, by any door."""


def stemmer(kjoering: Kjoering) -> bool:
    """Say whether lines and totals are as they were approved. Computed over all lines, as the jobs' role."""
    with kontekst(motor_kontekst()):
        return motor.fingeravtrykk(kjoering.pk) == kjoering.kontrollsum


def krev_kontrollsum(kjoering: Kjoering | None) -> None:
    """Refuse to use an approved run whose lines have changed; others have no checksum yet.

    Raises:
        KontrollsumFeil: they have.
    """
    if kjoering is not None and kjoering.er_bokfoert and not stemmer(kjoering):
        raise KontrollsumFeil(
            _(
                "Kontrollsummen for %(kvartal)s stemmer ikke: linjene er ikke som da kjøringen ble godkjent. "
                "Tallene kan ikke brukes før det er undersøkt. Gi beskjed til drift."
            )
            % {"kvartal": visning.kvartal(kjoering.kvartal)}
        )
