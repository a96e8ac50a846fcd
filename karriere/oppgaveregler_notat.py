"""Tasks of the note: write, hand over, register (the county); read (the municipality)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgaveregel
from karriere.models import Sak
from karriere.roller import KOMMUNEN, VEILEDER
from karriere.rules.koe import er_gammelt
from karriere.rules.notat import lesefrist, registreringsfrist


def _skriv(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    if sak.gjennomfoert is not None and sak.notat_ferdig is None and not er_gammelt(sak.gjennomfoert, i_dag):
        verdier = {"dag": sak.gjennomfoert.isoformat()}
        yield Forslag(frist=registreringsfrist(sak.gjennomfoert), verdier=verdier)


def _ferdig_uten(sak: Sak, gjort: date | None) -> Iterable[Forslag]:
    if sak.notat_ferdig is not None and gjort is None:
        frist = registreringsfrist(sak.gjennomfoert or sak.notat_ferdig)
        yield Forslag(frist=frist, verdier={"dag": sak.notat_ferdig.isoformat()})


def _send(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    if sak.person.kommune_id is not None:
        yield from _ferdig_uten(sak, sak.overlevert)


def _registrer(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    yield from _ferdig_uten(sak, sak.registrert_imdinett)


def _les(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    if sak.overlevert is not None and sak.lest is None and sak.person.kommune_id is not None:
        verdier = {"dag": sak.overlevert.isoformat()}
        yield Forslag(frist=lesefrist(sak.overlevert, sak.purret), verdier=verdier)


REGLER: tuple[Oppgaveregel[Sak], ...] = (
    Oppgaveregel(
        kode="KARRIERE_NOTAT",
        tittel=_("Skriv karriereveileders notat"),
        hvorfor=_("Veiledningen ble gjennomført %(dag)s. Kommunen trenger notatet til vedtaket."),
        handling=_("Skriv notatet"),
        hjemmel=_("integreringsloven § 11, forskriften § 59"),
        roller=frozenset(VEILEDER),
        finn=_skriv,
        for_fylket=True,
    ),
    Oppgaveregel(
        kode="KARRIERE_IKKE_SENDT",
        tittel=_("Overlever notatet til kommunen"),
        hvorfor=_("Notatet ble ferdig %(dag)s og er ikke overlevert."),
        handling=_("Overlever notatet"),
        hjemmel=_("forskriften § 59"),
        roller=frozenset(VEILEDER),
        finn=_send,
        for_fylket=True,
    ),
    Oppgaveregel(
        kode="KARRIERE_IKKE_REGISTRERT",
        tittel=_("Registrer notatet i IMDinett"),
        hvorfor=_("Notatet ble ferdig %(dag)s. Fylket registrerer det innen to måneder."),
        handling=_("Åpne kvitteringen"),
        hjemmel=_("forskriften § 59"),
        roller=frozenset(VEILEDER),
        finn=_registrer,
        for_fylket=True,
    ),
    Oppgaveregel(
        kode="KARRIERE_NOTAT_IKKE_LEST",
        tittel=_("Les karriereveileders notat"),
        hvorfor=_("Notatet ble overlevert %(dag)s. Les det før vedtaket om introduksjonsprogram."),
        handling=_("Les notatet"),
        hjemmel=_("integreringsloven §§ 11, 12"),
        roller=frozenset(KOMMUNEN),
        finn=_les,
    ),
)
