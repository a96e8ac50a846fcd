"""Tasks of what is told: to take it over (municipality), to tell it (county), to put right what differs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.nir.actions.roller import ALT
from integrering.nir.faktatyper import VGO
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.actions.utregning import regn_ut_i_bakgrunnen
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import KOMMUNEROLLER, Rolle
from opplaering.actions.melding import KILDE, KILDE_AVSTEMMING, KILDE_UKJENT, KILDE_UMELDT
from opplaering.kodeverk import MELDINGSSLAG
from opplaering.models import Kommunemelding, Skolegang
from opplaering.queries.avstemming import BARE_DER_NAA, antall_bare_hos_kommunen, avstemming, med_person
from opplaering.queries.meldinger import Venter, venter
from opplaering.roller import FYLKET
from opplaering.rules.avstemming import Tilstand

_FLYKTNINGTJENESTEN = frozenset(rolle for rolle in ALT if rolle in KOMMUNEROLLER)
_KOMMUNEN, _FYLKET = frozenset(KOMMUNEROLLER), frozenset(FYLKET)


# --- The municipality: what has come ---


@dataclass(frozen=True)
class Meldtfakta:
    """A message that is not acknowledged: what it is about, when it came, and when an answer is due."""

    tabell: str
    sendt: date
    frist: date


def _meldt(ider: Collection[int] | None) -> Iterator[tuple[Emne, Meldtfakta]]:
    rader = Kommunemelding.objects.filter(melding__mottak__kvittert__isnull=True).annotate(
        kvitteres=F("melding__kvitteringsfrist")
    )
    for rad in (rader if ider is None else rader.filter(pk__in=ider)).iterator(2000):
        emne = Emne(
            id=rad.pk, virksomhet_id=rad.kommune_id, person_id=rad.person_id, liste=MELDINGSSLAG,
            kode=rad.slag, url=reverse("opplaering_melding", args=[rad.noekkel]),
        )  # fmt: skip
        yield emne, Meldtfakta(rad.tabell, rad.sendt.date(), rad.kvitteres)


def _om(tabell: str) -> Callable[[Meldtfakta, date], Iterable[Forslag]]:
    def finn(f: Meldtfakta, i_dag: date) -> Iterable[Forslag]:
        return [Forslag(f.frist, {"sendt": f.sendt.isoformat()})] if f.tabell == tabell else []

    return finn


def _meldtregel(
    kode: str, tabell: str, tittel: Promise, hjemmel: Promise, roller: frozenset[Rolle]
) -> Oppgaveregel[Meldtfakta]:
    return Oppgaveregel(
        kode=kode, tittel=tittel, hvorfor=_("Fylkeskommunen meldte det %(sendt)s."),
        handling=_("Se og registrer"), hjemmel=hjemmel, roller=roller, finn=_om(tabell),
    )  # fmt: skip


MELDT: Oppgavekilde[Meldtfakta] = Oppgavekilde(
    KILDE,
    _meldt,
    (
        _meldtregel("START_IKKE_REGISTRERT", "skolegang", _("Endring på skolen er ikke registrert"),
                    _("Forskriften §§ 53 a og 58"), _FLYKTNINGTJENESTEN),
        _meldtregel("FRAVAER_IKKE_KVITTERT", "maanedsfravaer", _("Fravær på skolen er ikke kvittert"),
                    _("Forskriften §§ 53 g, h og 58"), _KOMMUNEN),
        _meldtregel("PROEVE_IKKE_REGISTRERT", "resultat", _("Resultat fra skolen er ikke registrert"),
                    _("Forskriften §§ 54 og 58"), _KOMMUNEN),
        _meldtregel("OPPTAK_IKKE_KVITTERT", "soeknad", _("Opptak i videregående er ikke kvittert"),
                    _("Integreringsloven § 15"), _KOMMUNEN),
    ),
)  # fmt: skip


def egne_oppgaver(noekler: Collection[UUID]) -> Collection[UUID]:
    """Return which of some messages have the tasks above."""
    return set(Kommunemelding.objects.filter(noekkel__in=noekler).values_list("noekkel", flat=True))


# --- The county: what is not told ---


def _umeldt(ider: Collection[int] | None) -> Iterator[tuple[Emne, Venter]]:
    rader = venter(ider)
    kommuner = Virksomhet.objects.in_bulk({rad.kommune_id for rad in rader})
    for rad in rader:
        kommune = kommuner[rad.kommune_id]
        hvor = urlencode({"gruppe": rad.gruppe, "kommune": kommune.nummer})
        emne = Emne(
            id=kommune.pk, virksomhet_id=kommune.pk, tekst=kommune.navn,
            url=f"{reverse('opplaering_umeldt')}?{hvor}",
        )  # fmt: skip
        yield emne, rad


def _i_gruppen(gruppe: str) -> Callable[[Venter, date], Iterable[Forslag]]:
    def finn(f: Venter, i_dag: date) -> Iterable[Forslag]:
        return [Forslag(f.frist, {"antall": str(f.antall)})] if f.gruppe == gruppe else []

    return finn


def _umeldtregel(kode: str, gruppe: str, tittel: Promise, hjemmel: Promise) -> Oppgaveregel[Venter]:
    return Oppgaveregel(
        kode=kode, tittel=tittel, hvorfor=_("Venter på å bli meldt til kommunen: %(antall)s."),
        handling=_("Se over og send"), hjemmel=hjemmel, roller=_FYLKET, finn=_i_gruppen(gruppe),
        for_fylket=True,
    )  # fmt: skip


UMELDT: Oppgavekilde[Venter] = Oppgavekilde(
    KILDE_UMELDT,
    _umeldt,
    (
        _umeldtregel("START_IKKE_SENDT", "start", _("Opptak, start, slutt eller timer er ikke meldt"),
                     _("Integreringsloven § 30")),
        _umeldtregel("FRAVAER_IKKE_SENDT", "fravaer", _("Fravær er ikke meldt"), _("Forskriften § 59")),
        _umeldtregel("PROEVE_IKKE_SENDT", "proeve", _("Resultater er ikke meldt"), _("Forskriften § 59")),
    ),
)  # fmt: skip


# --- The county: what only the municipality has registered ---


def _ukjent(ider: Collection[int] | None) -> Iterator[tuple[Emne, int]]:
    antall = antall_bare_hos_kommunen(ider, timezone.localdate())
    for kommune in Virksomhet.objects.filter(pk__in=antall):
        hvor = urlencode({"tilstand": BARE_DER_NAA, "kommune": kommune.nummer})
        emne = Emne(
            id=kommune.pk, virksomhet_id=kommune.pk, tekst=kommune.navn,
            url=f"{reverse('opplaering_avstemming')}?{hvor}",
        )  # fmt: skip
        yield emne, antall[kommune.pk]


def _se_over(antall: int, i_dag: date) -> Iterable[Forslag]:
    return [Forslag(None, {"antall": str(antall)})]


UKJENT: Oppgavekilde[int] = Oppgavekilde(
    KILDE_UKJENT,
    _ukjent,
    (
        Oppgaveregel(
            kode="SKOLEGANG_UKJENT",
            tittel=_("Kommunen har fulltid videregående som dere ikke kjenner"),
            hvorfor=_(
                "Kommunen har registrert perioder som varer nå, og dere har dem ikke på noen skole."
                " Antall: %(antall)s. Registrer starten på skolen, eller avklar med kommunen."
            ),
            handling=_("Se periodene"),
            hjemmel=_("Integreringsloven § 30"),
            roller=_FYLKET,
            finn=_se_over,
            for_fylket=True,
        ),
    ),
)


# --- The municipality: what is registered otherwise, where no message waits ---

# What the rules of the register do not ask for themselves (`nir/rules/oppgaver.py`): it cannot know.
_AVVIK = (Tilstand.AVSLUTTET_HER, Tilstand.ANDRE_DATOER, Tilstand.ANDRE_TIMER)


@dataclass(frozen=True)
class Avvikfakta:
    """A period that is registered otherwise: how, and since when."""

    tilstand: str
    siden: date
    nr: str


def _avvik(ider: Collection[int] | None) -> Iterator[tuple[Emne, Avvikfakta]]:
    rader = med_person(avstemming()).filter(tilstand__in=_AVVIK, melding__isnull=True, kommune__isnull=False)
    for rad in rader if ider is None else rader.filter(person__in=ider):
        url = reverse("fakta_rett", args=[rad.person.noekkel, VGO.slug, rad.registrert])
        emne = Emne(id=rad.person_id, virksomhet_id=rad.kommune_id, person_id=rad.person_id, url=url)
        yield emne, Avvikfakta(rad.tilstand, rad.mangler_siden, rad.noekkel)


def _rett(f: Avvikfakta, i_dag: date) -> Iterable[Forslag]:
    return [Forslag(None, {"siden": f.siden.isoformat()}, nr=f.nr)]


AVSTEMT: Oppgavekilde[Avvikfakta] = Oppgavekilde(
    KILDE_AVSTEMMING,
    _avvik,
    (
        Oppgaveregel(
            kode="FULLTID_VGO_AVVIK",
            tittel=_("Fulltid videregående er registrert annerledes enn hos skolen"),
            hvorfor=_("Datoene eller timene stemmer ikke med det fylkeskommunen har, fra %(siden)s."),
            handling=_("Se over perioden"),
            hjemmel=_("Forskriften §§ 53 a og 58"),
            roller=_FLYKTNINGTJENESTEN,
            finn=_rett,
        ),
    ),
)


def registreringer_endret(ider: Collection[int] | None) -> None:
    """Listen to changed registrations of the municipalities: what is registered otherwise may be another."""
    if ider is None:
        regn_ut_i_bakgrunnen(kilder=(KILDE_AVSTEMMING,), noekkel="")
        return
    oppdater_kilde(KILDE_AVSTEMMING, sorted(_elever(ider)))


def opplaering_endret(ider: Collection[int]) -> None:
    """Listen to changes in what the county knows: what waits to be told follows too."""
    elever = _elever(ider)
    oppdater_kilde(KILDE_AVSTEMMING, sorted(elever))
    kommuner = sorted({kommune for kommune in elever.values() if kommune})
    oppdater_kilde(KILDE_UMELDT, kommuner)
    oppdater_kilde(KILDE_UKJENT, kommuner)


def _elever(ider: Collection[int]) -> dict[int, int | None]:
    """Return those of the persons who go or went to a school, each with the municipality."""
    with kontekst(motor_kontekst()):
        return dict(Skolegang.objects.filter(person__in=ider).values_list("person", "person__kommune"))
