"""An application: begin it, describe the measure, withdraw it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.utils.translation import gettext as _

from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from tilskudd.soekt.actions.felles import KILDE, Feil, krev, laast, lagre, mangler, uten_nummer, ved_brudd
from tilskudd.soekt.models import Soeknad, Tilstand, Utlysning
from tilskudd.soekt.roller import SKRIVER, TREKKER


@dataclass(frozen=True)
class Tiltaksdata:
    """What the form of the measure gives."""

    tittel: str
    tiltak: str = ""
    formaal: str = ""
    maalgruppe: str = ""
    deltakere: int | None = None
    fra: date | None = None
    til: date | None = None


def lag_soeknad(*, utlysning: Utlysning, data: Tiltaksdata, av: Aktoer) -> Soeknad:
    """Begin an application to a call; whoever begins it is answerable. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    krev(_brudd(data))
    with ved_brudd():
        soeknad = Soeknad.objects.create(
            utlysning=utlysning,
            opprettet_av_id=av.bruker_id,
            ansvarlig_id=av.bruker_id,
            endret_av_id=av.bruker_id,
            **asdict(data),
        )
        oppdater_kilde(KILDE, [soeknad.pk])
    return soeknad


def endre_soeknad(*, soeknad: Soeknad, versjon: int, data: Tiltaksdata, av: Aktoer) -> None:
    """Change the measure of a draft. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev(_brudd(data))
    with laast(soeknad, av, SKRIVER, Tilstand.UTKAST) as denne:
        lagre(denne, versjon, av, **asdict(data))


def trekk(*, soeknad: Soeknad, versjon: int, grunn: str, av: Aktoer) -> None:
    """Withdraw an application that is not decided. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev(mangler(_("Skriv hvorfor søknaden trekkes."), grunn=grunn))
    with laast(soeknad, av, TREKKER, Tilstand.UTKAST, Tilstand.KLAR, Tilstand.SENDT) as denne:
        lagre(denne, versjon, av, tilstand=Tilstand.TRUKKET, grunn=grunn.strip())


def _brudd(data: Tiltaksdata) -> Feil:
    feil = uten_nummer(
        tittel=data.tittel, tiltak=data.tiltak, formaal=data.formaal, maalgruppe=data.maalgruppe
    ) | mangler(_("Skriv hva tiltaket heter."), tittel=data.tittel)
    if data.til and not data.fra:
        feil["fra"] = [_("Skriv første dag også.")]
    elif data.fra and data.til and data.til < data.fra:
        feil["til"] = [_("Siste dag må være samme dag som den første, eller senere.")]
    return feil
