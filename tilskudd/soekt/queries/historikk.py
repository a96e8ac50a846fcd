"""What happened with an application, from its events."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import F
from django.utils.translation import gettext as _

from tilskudd.soekt.models import Soeknad, Tilstand


class Hendelse(NamedTuple):
    """A step, as `komponenter/historikk.html` reads it."""

    tittel: str
    tidspunkt: datetime
    hvem: str
    aarsak: str


def historikk(soeknad: Soeknad) -> list[Hendelse]:
    """Return the steps, newest first: begun, made ready, approved, sent back, sent, decided and so on."""
    modell: Any = apps.get_model("soekt", "SoeknadHendelse")
    rader = modell.objects.filter(pgh_obj_id=soeknad.pk).order_by("pgh_id")
    rader = rader.annotate(fornavn=F("endret_av__first_name"), etternavn=F("endret_av__last_name"))
    ut: list[Hendelse] = []
    foer = None
    for rad in rader:
        tittel = _tittel(foer, rad)
        if tittel:
            hvem = f"{rad.fornavn or ''} {rad.etternavn or ''}".strip()
            begrunnet = rad.tilstand in (Tilstand.UTKAST, Tilstand.TRUKKET)
            aarsak = rad.sendt_grunn if rad.tilstand == Tilstand.SENDT else rad.grunn if begrunnet else ""
            ut.append(Hendelse(tittel, rad.pgh_created_at, hvem, aarsak))
        foer = rad
    return ut[::-1]


def _tittel(foer: Any, rad: Any) -> str:
    if foer is None:
        return _("Begynt")
    if foer.tilstand != rad.tilstand:
        if rad.tilstand == Tilstand.UTKAST:
            return _("Sendt tilbake for endring")
        return str(Tilstand(rad.tilstand).label)
    return _("Godkjent") if rad.godkjent_av_id and not foer.godkjent_av_id else ""
