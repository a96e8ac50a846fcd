"""What the walk over all addresses needs for those of what the county applies for."""

from __future__ import annotations

from typing import Any

from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from tests.soekt.hjelp import sak_i
from tilskudd.soekt import actions
from tilskudd.soekt.actions import Metodedata
from tilskudd.soekt.models import Bruk, Soeknadsvedlegg


def verdier_for_soekte() -> dict[str, Any]:
    """Return the arguments: an application in progress, with an amount and a method."""
    sak = sak_i("i_gang")
    sak.foer(1_000)
    with kontekst(kontekst_for(sak.raadgiver)):
        metode = actions.lagre_metode(
            soeknad=sak.soeknad, data=Metodedata("To lærere", "Slik"), av=sak.raadgiver
        )
    with kontekst(motor_kontekst()):
        bruk = Bruk.objects.get(soeknad=sak.soeknad)
        lenke = Soeknadsvedlegg.objects.select_related("vedlegg").get(soeknad=sak.soeknad)
    return {
        "soekt_noekkel": sak.soeknad.noekkel,
        "soekt_utlysning_id": sak.utlysning.pk,
        "partner_id": sak.partner().pk,
        "bruk_id": bruk.pk,
        "metode_id": metode.pk,
        "soekt_fil": lenke.vedlegg.noekkel,
    }
