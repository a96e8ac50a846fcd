"""What the engine asks people to do: adopt rates, look at drafts, approve, look into the books."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel, registrer_kilde
from integrering.tilgang.queries import vaart_fylke
from integrering.tilgang.roller import Rolle
from tilskudd.actions import beregning, bokkontroll
from tilskudd.actions.satsforslag import KILDE
from tilskudd.models import Kjoering, Kjoeringstilstand
from tilskudd.queries.kontroll import siste_bokkontroll
from tilskudd.queries.oversikt import levende
from tilskudd.queries.satsforslag import ventende_per_aar
from tilskudd.roller import BOKKONTROLLERER, SATSVEDTAR


@dataclass(frozen=True)
class Satsfakta:
    """How many rates of a year wait for a second person, and since when."""

    aar: int
    antall: int
    siden: date


def _les_satser(ider: Collection[int] | None) -> Iterator[tuple[Emne, Satsfakta]]:
    fylke, url = vaart_fylke().pk, reverse("tilskudd:satser")
    for aar, antall, siden in ventende_per_aar():
        if ider is None or aar in ider:
            fakta = Satsfakta(aar, antall, timezone.localtime(siden).date())
            yield Emne(id=aar, virksomhet_id=fylke, url=url, tekst=str(aar)), fakta


def _sats_venter(f: Satsfakta, i_dag: date) -> Iterable[Forslag]:
    return [Forslag(frist=None, verdier={"aar": str(f.aar), "antall": str(f.antall), "dato": str(f.siden)})]


SATSER: Oppgavekilde[Satsfakta] = Oppgavekilde(
    navn=KILDE,
    les=_les_satser,
    regler=(
        Oppgaveregel(
            kode="SATS_VENTER",
            tittel=_("Satser venter på en til"),
            hvorfor=_(
                "%(antall)s satser for %(aar)s ble lagt inn fra %(dato)s. En annen enn den som la dem inn, "
                "vedtar dem."
            ),
            handling=_("Se satsene"),
            hjemmel="",
            roller=frozenset(SATSVEDTAR),
            finn=_sats_venter,
            for_fylket=True,
        ),
    ),
)


# --- Runs on their way ---


def _les_kjoeringer(ider: Collection[int] | None) -> Iterator[tuple[Emne, Kjoering]]:
    fylke = vaart_fylke().pk
    for kjoering in levende().filter(
        tilstand__in=(Kjoeringstilstand.BEREGNET, Kjoeringstilstand.TIL_GODKJENNING)
    ):
        if ider is None or kjoering.pk in ider:
            url = reverse("tilskudd:kvartal", args=[kjoering.kvartal])
            tekst = visning.kvartal(kjoering.kvartal)
            yield Emne(id=kjoering.pk, virksomhet_id=fylke, url=url, tekst=tekst), kjoering


def _forslag_om(kjoering: Kjoering) -> list[Forslag]:
    return [Forslag(frist=kjoering.utbetalingsdato, verdier={"kvartal": visning.kvartal(kjoering.kvartal)})]


def _utkast_er_klart(kjoering: Kjoering, i_dag: date) -> Iterable[Forslag]:
    klart = kjoering.tilstand == Kjoeringstilstand.BEREGNET and kjoering.beregnet_av_id is None
    return _forslag_om(kjoering) if klart else []


def _venter_paa_godkjenning(kjoering: Kjoering, i_dag: date) -> Iterable[Forslag]:
    return _forslag_om(kjoering) if kjoering.tilstand == Kjoeringstilstand.TIL_GODKJENNING else []


KJOERINGER: Oppgavekilde[Kjoering] = Oppgavekilde(
    navn=beregning.KILDE,
    les=_les_kjoeringer,
    regler=(
        Oppgaveregel(
            kode="TILSKUDD_UTKAST_KLART",
            tittel=_("Utkastet til utbetaling er klart"),
            hvorfor=_(
                "Systemet beregnet %(kvartal)s da kvartalet var slutt. Se gjennom tallene og send dem til "
                "godkjenning."
            ),
            handling=_("Se utkastet"),
            hjemmel="",
            roller=frozenset({Rolle.TILSKUDDSRAADGIVER}),
            finn=_utkast_er_klart,
            for_fylket=True,
        ),
        Oppgaveregel(
            kode="TILSKUDD_TIL_GODKJENNING",
            tittel=_("En utbetaling venter på godkjenning"),
            hvorfor=_("%(kvartal)s er sendt til godkjenning."),
            handling=_("Kontroller og godkjenn"),
            hjemmel="",
            roller=frozenset({Rolle.TILSKUDDSGODKJENNER}),
            finn=_venter_paa_godkjenning,
            for_fylket=True,
        ),
    ),
)


# --- The books ---


def _les_boekene(ider: Collection[int] | None) -> Iterator[tuple[Emne, date]]:
    siste = siste_bokkontroll()
    if siste is not None and not siste.holder and (ider is None or 1 in ider):
        dag = timezone.localtime(siste.tid).date()
        yield Emne(id=1, virksomhet_id=vaart_fylke().pk, url=reverse("tilskudd:oversikt")), dag


def _stemmer_ikke(dag: date, i_dag: date) -> Iterable[Forslag]:
    return [Forslag(frist=None, verdier={"dato": dag.isoformat()})]


BOEKENE: Oppgavekilde[date] = Oppgavekilde(
    navn=bokkontroll.KILDE,
    les=_les_boekene,
    regler=(
        Oppgaveregel(
            kode="BOEKENE_STEMMER_IKKE",
            tittel=_("Kontrollen av bøkene fant feil"),
            hvorfor=_("Kontrollen %(dato)s fant noe som ikke stemmer i det som er bokført."),
            handling=_("Se kontrollen"),
            hjemmel="",
            roller=frozenset(BOKKONTROLLERER),
            finn=_stemmer_ikke,
            for_fylket=True,
        ),
    ),
)


def registrer() -> None:
    """Make the sources known."""
    registrer_kilde(SATSER)
    registrer_kilde(KJOERINGER)
    registrer_kilde(BOEKENE)
