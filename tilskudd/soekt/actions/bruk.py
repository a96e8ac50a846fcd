"""What the granted money is spent on. Never changed: annulled with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from tilskudd.soekt.actions.felles import Feil, ikke_fram_i_tid, krev, laast, lagre, mangler, uten_nummer
from tilskudd.soekt.actions.vedlegg import heng_paa
from tilskudd.soekt.models import Bruk, Budsjettlinje, Soeknad, Tilstand, Vedleggsslag
from tilskudd.soekt.queries.bruk import rommet
from tilskudd.soekt.roller import SKRIVER
from tilskudd.soekt.rules.bruk import Avvik, avvik

_T = Tilstand


@dataclass(frozen=True)
class Bruksdata:
    """What the form of an amount gives. `linje` None: outside the budget. Whole kroner."""

    dato: date
    linje: Budsjettlinje | None
    beloep: int
    hva: str
    leverandoer: str = ""
    utenfor_formaalet: bool = False
    grunn: str = ""


def foer_bruk(
    *, soeknad: Soeknad, data: Bruksdata, filer: list[UploadedFile[Any]], av: Aktoer
) -> list[Avvik]:
    """Register an amount spent, with its receipts; return what the user should be warned of.

    Raises:
        Regelbrudd: outside the purpose or the budget without a reason.
        IkkeTilgang: wrong role.
    """
    krev(_brudd(data))
    with laast(soeknad, av, SKRIVER, _T.INNVILGET, _T.I_GANG) as denne:
        if data.linje is not None and data.linje.soeknad_id != denne.pk:
            raise Regelbrudd({"linje": [_("Velg en post i budsjettet.")]})
        funnet = avvik(
            beloep=data.beloep, dato=data.dato, utenfor_formaalet=data.utenfor_formaalet,
            rom=rommet(denne, data.linje),
        )  # fmt: skip
        bruk = Bruk.objects.create(
            soeknad=denne, registrert_av_id=av.bruker_id, dato=data.dato, linje=data.linje,
            beloep=data.beloep, hva=data.hva, leverandoer=data.leverandoer,
            utenfor_formaalet=data.utenfor_formaalet, grunn=data.grunn.strip(),
        )  # fmt: skip
        heng_paa(denne, filer, slag=Vedleggsslag.BILAG, av=av, bruk=bruk)
        lagre(denne, denne.versjon, av)
    return funnet


def annuller_bruk(*, bruk: Bruk, grunn: str, av: Aktoer) -> None:
    """Say that an amount was registered by mistake. Raises Regelbrudd, IkkeTilgang."""
    krev(mangler(_("Skriv hvorfor føringen annulleres."), grunn=grunn))
    with laast(bruk.soeknad, av, SKRIVER, _T.INNVILGET, _T.I_GANG) as denne:
        aapen = Bruk.objects.filter(pk=bruk.pk, annullert__isnull=True)
        if not aapen.update(
            annullert=timezone.now(), annullert_av_id=av.bruker_id, annullert_grunn=grunn.strip()
        ):
            raise Regelbrudd(_("Føringen er alt annullert."))
        lagre(denne, denne.versjon, av)


def _brudd(data: Bruksdata) -> Feil:
    feil = (
        ikke_fram_i_tid(dato=data.dato)
        | uten_nummer(hva=data.hva, leverandoer=data.leverandoer)
        | mangler(_("Skriv hva pengene gikk til."), hva=data.hva)
    )
    if data.beloep <= 0:
        feil["beloep"] = [_("Beløpet må være over null. Er en føring feil, annuller den.")]
    if (data.utenfor_formaalet or data.linje is None) and not data.grunn.strip():
        feil["grunn"] = [_("Skriv hvorfor pengene er brukt utenfor formålet eller budsjettet.")]
    return feil
