"""Schools and organisations, made at the county."""

from __future__ import annotations

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import rules
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle

# The kinds that are made here; counties and municipalities are there from the start.
LAGES_HER = ("skole", "frivillig")


def opprett_virksomhet(*, type_: str, nummer: str, navn: str, maalform: str, av: Aktoer) -> Virksomhet:
    """Make a school or a voluntary organisation; the latter a case worker may make too.

    Args:
        nummer: organisation number, nine digits; spaces are taken away.

    Raises:
        Regelbrudd: the number is wrong or there already, or the kind is not made here.
    """
    # an organisation the county works with need not have users: keeping the overview is a case worker's
    av.krev(Rolle.ADMINISTRATOR, *((Rolle.FYLKE_SAKSBEHANDLER,) if type_ == "frivillig" else ()))
    rent = "".join(nummer.split())
    if type_ not in LAGES_HER:
        raise Regelbrudd({"type": [_("Velg skole eller frivillig organisasjon.")]})
    if not rules.er_orgnr(rent, oppdiktede=settings.DEMO):
        raise Regelbrudd(
            {"nummer": [_("Organisasjonsnummeret er feil. Skriv ni siffer, for eksempel 974 760 673.")]}
        )
    try:
        with transaction.atomic():
            return Virksomhet.objects.create(type=type_, nummer=rent, navn=navn.strip(), maalform=maalform)
    except IntegrityError as feil:
        raise Regelbrudd({"nummer": [_("Virksomheten finnes fra før. Søk den opp i listen.")]}) from feil
