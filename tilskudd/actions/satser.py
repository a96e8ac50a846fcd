"""Changes to rates. Their history is kept by the database."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import HELE, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tilskudd.models import Kjoeringssats, Sats, Satsstatus

ROLLER = (Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR)


def lagre_sats(
    *,
    ordning: str,
    aar_nr: int,
    landgruppe: str,
    budsjettaar: int,
    beloep: int,
    status: str,
    kilde: str,
    av: Aktoer,
) -> Sats:
    """Add a rate, or change the one with the same scheme, year number, country group and budget year.

    An example rate stands beside a real one; it is only for demonstrations.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: values that no rate has.
    """
    av.krev(*ROLLER)
    noekkel = {"ordning": ordning, "aar_nr": aar_nr, "landgruppe": landgruppe, "budsjettaar": budsjettaar}
    if status == Satsstatus.EKSEMPEL and not settings.DEMO:
        raise Regelbrudd({"status": [_("Eksempelsatser kan bare legges inn i en demo.")]})
    with kontekst(kontekst_for(av)), transaction.atomic():
        like = Sats.objects.filter(**noekkel)
        eksempel = status == Satsstatus.EKSEMPEL
        like = (
            like.filter(status=Satsstatus.EKSEMPEL) if eksempel else like.exclude(status=Satsstatus.EKSEMPEL)
        )
        sats = like.select_for_update().first() or Sats(**noekkel)
        sats.beloep, sats.status, sats.kilde = beloep, status, kilde.strip()
        _rens(sats)
        sats.save()
        return sats


def slett_sats(*, sats: Sats, av: Aktoer) -> None:
    """Delete a rate that no run has used.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: a run has used it.
    """
    av.krev(*ROLLER)
    with kontekst(kontekst_for(av)):
        brukt = Kjoeringssats.objects.filter(
            brukt=True,
            ordning=sats.ordning,
            aar_nr=sats.aar_nr,
            landgruppe=sats.landgruppe,
            budsjettaar=sats.budsjettaar,
        )
        eksempel = sats.status == Satsstatus.EKSEMPEL
        if any((pinnet.status == Satsstatus.EKSEMPEL) == eksempel for pinnet in brukt):
            raise Regelbrudd(_("Satsen er brukt i en kjøring og kan ikke slettes. Endre den heller."))
        sats.delete()


def _rens(sats: Sats) -> None:
    """Check field by field, then the combination. Raises Regelbrudd with a message per field."""
    try:
        sats.clean_fields()
    except ValidationError as feil:
        raise Regelbrudd(feil.message_dict) from feil
    try:
        sats.validate_constraints()
    except ValidationError as feil:
        raise Regelbrudd(
            {HELE: [_("Ordning, år, landgruppe, budsjettår eller beløp passer ikke sammen.")]}
        ) from feil
