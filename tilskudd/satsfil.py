"""The file `satser`: rates in the import of files, and how far back history may be written."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.sql import les_sql
from integrering.oppgaver.actions import oppdater_kilde
from integrering.utveksling.importering.format import Format, Kjoering, registrer_format
from integrering.utveksling.importering.historie import registrer_historiegrense
from integrering.utveksling.importering.kolonner import Heltall, Kode, Kolonne
from integrering.utveksling.importering.meldinger import registrer_meldinger
from tilskudd import models
from tilskudd.actions.satser import ROLLER
from tilskudd.actions.satsforslag import KILDE
from tilskudd.rules.ordninger import LANDGRUPPER, Ordning

_MELDINGER = {
    "sats_kombinasjon": _(
        "slik sats finnes ikke. P-AR har år 1 til 3 og landgruppe H eller L;"
        " P37D har år 1 og ingen landgruppe"
    ),
    "sats_eksempel": _("eksempelsatser kan bare legges inn i en demo"),
    "sats_dobbel": _("samme sats står også på linje %(mer)s i filen, med andre verdier"),
    "sats_andre_verdier": _(
        "satsen er alt lagt inn, med beløpet %(verdi)s og status «%(mer)s». Endre den på siden Satser"
    ),
    "sats_venter": _("satsen er lagt inn og venter på at en annen vedtar den, på siden Satser"),
    "sats_venter_annen": _(
        "satsen venter alt på en til, med beløpet %(verdi)s. Vedta eller avvis det først, på siden Satser"
    ),
}


def _ta_inn(kjoering: Kjoering) -> None:
    kjoering.peker.execute(les_sql("tilskudd", "satsfil_avvik"), {"demo": settings.DEMO})
    kjoering.peker.execute(les_sql("tilskudd", "satsfil_inn"), {"bruker": kjoering.av.bruker_id})
    oppdater_kilde(KILDE)


FORMAT = Format(
    navn="satser",
    kolonner=(
        Kode("ordning", koder=tuple(o.value for o in Ordning), store=True),
        Heltall("aar_nr", minst=1, hoeyst=3),
        Kode("landgruppe", koder=LANDGRUPPER, store=True, paakrevd=False),
        Heltall("budsjettaar", minst=2000, hoeyst=2100, eksempel="2026"),
        Heltall("beloep", minst=1, hoeyst=10_000_000, eksempel="36500"),
        Kode("status", koder=tuple(models.Satsstatus.values)),
        Kolonne("kilde", maks=500, eksempel="Prop. 1 S (2025–2026)"),
    ),
    regler=(),
    loep=_ta_inn,
    roller=ROLLER,
    om_person=False,
    historisk=False,
    tittel=_("Satser"),
    beskrivelse=_(
        "Satser for persontilskudd, med kilde og status. En vedtatt sats venter på at en annen vedtar den."
    ),
    gruppe=_("Tilskudd"),
    uten_angring=_("En import av satser kan ikke angres samlet. Endre eller slett satsene på siden Satser."),
)


def siste_laaste_instant() -> datetime | None:
    """Return the cut-off of the latest approved run: nothing may be registered at it or before."""
    brukte = models.Kjoering.objects.filter(tilstand__in=models.BOKFOERT)
    siste: datetime | None = brukte.aggregate(siste=Max("skjaeringstidspunkt"))["siste"]
    return siste


def registrer() -> None:
    """Make the file known, with its messages, and the limit of history."""
    registrer_meldinger(_MELDINGER)
    registrer_format(FORMAT)
    registrer_historiegrense(siste_laaste_instant)
