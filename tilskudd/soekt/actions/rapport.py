"""The report to the state, and the end: what is not spent is paid back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from tilskudd.soekt import ark
from tilskudd.soekt.actions.felles import ikke_fram_i_tid, krev, laast, lagre, uten_nummer
from tilskudd.soekt.actions.vedlegg import heng_paa
from tilskudd.soekt.models import Soeknad, Tilstand, Vedleggsslag
from tilskudd.soekt.roller import SKRIVER

_T = Tilstand


@dataclass(frozen=True)
class Rapportdata:
    """What the form of the report gives."""

    gjort: str
    resultater: str
    erfaringer: str


def lagre_rapport(*, soeknad: Soeknad, versjon: int, data: Rapportdata, av: Aktoer) -> None:
    """Write the report, wholly or in part. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev(uten_nummer(gjort=data.gjort, resultater=data.resultater, erfaringer=data.erfaringer))
    with laast(soeknad, av, SKRIVER, _T.I_GANG) as denne:
        lagre(
            denne, versjon, av, rapport_gjort=data.gjort, rapport_resultater=data.resultater,
            rapport_erfaringer=data.erfaringer,
        )  # fmt: skip


def lever_rapport(*, soeknad: Soeknad, versjon: int, dato: date, kvittering: str, av: Aktoer) -> None:
    """Say that the report is delivered, and keep the copy as it was; what is spent stands from now.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    krev(ikke_fram_i_tid(dato=dato))
    with laast(soeknad, av, SKRIVER, _T.I_GANG) as denne:
        if not (denne.rapport_gjort.strip() and denne.rapport_resultater.strip()):
            raise Regelbrudd(_("Skriv hva som er gjort og resultatene før rapporten leveres."))
        kopi = SimpleUploadedFile(_("rapport.pdf"), ark.rapport_pdf(denne, av=av, dag=dato))
        heng_paa(denne, [kopi], slag=Vedleggsslag.RAPPORT, av=av)
        lagre(
            denne, versjon, av, tilstand=_T.RAPPORTERT, rapportert=dato, rapportert_av_id=av.bruker_id,
            rapport_kvittering=kvittering.strip(),
        )  # fmt: skip


def avslutt(*, soeknad: Soeknad, versjon: int, dato: date, tilbakebetalt: int, av: Aktoer) -> None:
    """Close a reported application, with what was paid back. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev(ikke_fram_i_tid(dato=dato))
    with laast(soeknad, av, SKRIVER, _T.RAPPORTERT) as denne:
        if not 0 <= tilbakebetalt <= (denne.innvilget or 0):
            melding = _("Det kan ikke betales tilbake mer enn det som er innvilget.")
            raise Regelbrudd({"tilbakebetalt": [melding]})
        lagre(
            denne, versjon, av, tilstand=_T.AVSLUTTET, avsluttet=dato, avsluttet_av_id=av.bruker_id,
            tilbakebetalt=tilbakebetalt,
        )  # fmt: skip
