"""Changes to rates. Their history is kept by the database; what is adopted, two persons adopt."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import HELE, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tilskudd.actions.satsforslag import foreslaa
from tilskudd.models import Kjoeringssats, Sats, Satsforslag, Satsstatus

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
) -> Sats | Satsforslag:
    """Add a rate, or change the one with the same scheme, year number, country group and budget year.

    What would be adopted, and every change of what is, becomes a proposal that another person decides; the
    rate stays as it is until then. An example rate stands beside a real one; it is only for demonstrations.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: values that no rate has; somebody else's proposal for the rate waits.
    """
    av.krev(*ROLLER)
    noekkel = {"ordning": ordning, "aar_nr": aar_nr, "landgruppe": landgruppe, "budsjettaar": budsjettaar}
    verdier = {"beloep": beloep, "status": status, "kilde": kilde.strip()}
    if status == Satsstatus.EKSEMPEL and not settings.DEMO:
        raise Regelbrudd({"status": [_("Eksempelsatser kan bare legges inn i en demo.")]})
    with kontekst(kontekst_for(av)):
        sats = _finn(noekkel, eksempel=status == Satsstatus.EKSEMPEL) or Sats(**noekkel)
        foer = {felt: getattr(sats, felt) for felt in verdier}
        _rens(sats, verdier)
        if sats.pk and foer == verdier:
            return sats
        if Satsstatus.VEDTATT in (status, foer["status"]):
            return foreslaa(noekkel=noekkel, verdier=verdier, av=av)
        sats.save()
        return sats


def _finn(noekkel: dict[str, Any], *, eksempel: bool) -> Sats | None:
    like = Sats.objects.filter(**noekkel)
    like = like.filter(status=Satsstatus.EKSEMPEL) if eksempel else like.exclude(status=Satsstatus.EKSEMPEL)
    return like.select_for_update().first()


def slett_sats(*, sats: Sats, av: Aktoer) -> None:
    """Delete a rate that is not adopted and that no run has used.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: it is adopted, or a run has used it.
    """
    av.krev(*ROLLER)
    if sats.status == Satsstatus.VEDTATT:
        raise Regelbrudd(_("En vedtatt sats slettes ikke. Foreslå en annen status i stedet."))
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


def _rens(sats: Sats, verdier: dict[str, Any]) -> None:
    """Set the values; check field by field, then the combination. Raises Regelbrudd with messages."""
    for felt, verdi in verdier.items():
        setattr(sats, felt, verdi)
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
