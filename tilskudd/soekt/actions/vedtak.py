"""What the state decided, and the start of the measure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from tilskudd.soekt.actions.felles import Feil, ikke_fram_i_tid, krev, laast, lagre
from tilskudd.soekt.actions.vedlegg import heng_paa
from tilskudd.soekt.models import Soeknad, Tilstand, Vedleggsslag
from tilskudd.soekt.roller import SKRIVER

_T = Tilstand


@dataclass(frozen=True)
class Vedtaksdata:
    """What the form of the decision gives. `innvilget` None: refused. Whole kroner."""

    vedtatt: date
    innvilget: int | None
    vilkaar: str = ""
    referanse: str = ""
    rapportfrist: date | None = None


def foer_vedtak(
    *, soeknad: Soeknad, versjon: int, data: Vedtaksdata, filer: list[UploadedFile[Any]], av: Aktoer
) -> None:
    """Register the decision with its letter; it stands from now. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    with laast(soeknad, av, SKRIVER, _T.SENDT) as denne:
        krev(_brudd(denne, data))
        felter: dict[str, Any] = {
            "vedtatt": data.vedtatt,
            "vedtak_av_id": av.bruker_id,
            "vedtak_vilkaar": data.vilkaar,
            "vedtak_ref": data.referanse,
        }
        if data.innvilget is None:
            lagre(denne, versjon, av, tilstand=_T.AVSLAATT, **felter)
        else:
            felter |= {"innvilget": data.innvilget, "rapportfrist": data.rapportfrist}
            lagre(denne, versjon, av, tilstand=_T.INNVILGET, **felter)
        heng_paa(denne, filer, slag=Vedleggsslag.VEDTAK, av=av)


def start(*, soeknad: Soeknad, versjon: int, dato: date, av: Aktoer) -> None:
    """Say that the measure has begun. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev(ikke_fram_i_tid(dato=dato))
    with laast(soeknad, av, SKRIVER, _T.INNVILGET) as denne:
        lagre(denne, versjon, av, tilstand=_T.I_GANG, startet=dato)


def endre_rapportfrist(*, soeknad: Soeknad, versjon: int, frist: date, av: Aktoer) -> None:
    """Set another day for the report. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    with laast(soeknad, av, SKRIVER, _T.INNVILGET, _T.I_GANG) as denne:
        lagre(denne, versjon, av, rapportfrist=frist)


def _brudd(soeknad: Soeknad, data: Vedtaksdata) -> Feil:
    feil = ikke_fram_i_tid(vedtatt=data.vedtatt)
    if soeknad.sendt_dato and data.vedtatt < soeknad.sendt_dato:
        feil["vedtatt"] = [_("Vedtaket kan ikke være før søknaden ble sendt.")]
    if data.innvilget is not None and data.innvilget <= 0:
        feil["innvilget"] = [_("Skriv beløpet som er innvilget. Er søknaden avslått, velg «Avslått».")]
    return feil
