"""What people do with tasks: give them to someone, let them wait, take them up again, undo."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.datoer import pluss_aar
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.personnummer import har_nummer
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Person
from integrering.oppgaver.kodeverk import VENTEGRUNN, Hendelsesslag, Ventegrunn
from integrering.oppgaver.models import Oppgave, Oppgavehendelse
from integrering.oppgaver.queries.koe import med_emne
from integrering.oppgaver.queries.kolleger import kan_faa_oppgaver
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER

# What people change; the rest is the machine's.
_FELTER = ("ansvarlig_id", "vent_til", "vent_grunn", "vent_merknad")
_TATT_OPP = {"vent_til": None, "vent_grunn": "", "vent_merknad": ""}
VENT_AAR = 2


class Valgt(NamedTuple):
    """A task as the user saw it: its key, and the version."""

    noekkel: uuid.UUID
    versjon: int


class Oppgavekonflikt(Konflikt):
    """Somebody else changed some of the tasks; nothing is done. `rader` are those, as they are now."""

    def __init__(self, rader: Sequence[Oppgave]) -> None:
        super().__init__(rader[0])
        self.rader = rader


@dataclass(frozen=True)
class Utfoert:
    """What was done in one go: `runde` undoes it; `ferdige` had been closed meanwhile and were left alone."""

    runde: uuid.UUID
    antall: int
    ferdige: int


@transaction.atomic
def tildel(*, valgte: Sequence[Valgt], til: int | None, av: Aktoer) -> Utfoert:
    """Give tasks to a colleague or to oneself; None lays them back where all see them.

    Raises Regelbrudd, IkkeTilgang; Oppgavekonflikt when somebody else changed one of them.
    """
    rader, ferdige = _hent(valgte, av)
    if til is not None:
        _krev_kollega(til, rader, av)
    slag = Hendelsesslag.TATT_TILBAKE if til is None else Hendelsesslag.TILDELT
    return _lagre(rader, {"ansvarlig_id": til}, slag, av, ferdige)


@transaction.atomic
def gi_videre(*, kilde: str, emne_ider: Collection[int], til: int | None, av: Aktoer) -> None:
    """Give the open tasks about some subjects, on `av`'s desk, to who has the subjects now (None: nobody).

    For actions of other apps that have decided who it is; call it after `oppdater_kilde`.
    """
    rader = _mine(av).filter(kilde=kilde, emne_id__in=emne_ider, lukket__isnull=True).order_by("pk")
    andres = [rad for rad in rader.select_for_update() if rad.ansvarlig_id != til]
    slag = Hendelsesslag.TATT_TILBAKE if til is None else Hendelsesslag.TILDELT
    _skriv(andres, {"ansvarlig_id": til}, slag, av, uuid.uuid4())


@transaction.atomic
def sett_paa_vent(
    *, valgte: Sequence[Valgt], til: date, grunn: str, merknad: str = "", av: Aktoer
) -> Utfoert:
    """Let tasks wait: they come back by themselves on the day `til`.

    Raises Regelbrudd, IkkeTilgang; Oppgavekonflikt.
    """
    kontroller_vent(til=til, grunn=grunn, merknad=merknad)
    rader, ferdige = _hent(valgte, av)
    felter = {
        "vent_til": til,
        "vent_grunn": grunn,
        "vent_merknad": merknad.strip() if grunn == Ventegrunn.ANNET else "",
    }
    return _lagre(rader, felter, Hendelsesslag.PAA_VENT, av, ferdige)


def kontroller_vent(*, til: date, grunn: str, merknad: str = "") -> None:
    """Raise Regelbrudd when tasks cannot wait until the day, or for this reason."""
    i_dag = timezone.localdate()
    feil: dict[str, list[str]] = {}
    if til <= i_dag:
        feil["til"] = [_("Datoen må være etter i dag.")]
    elif til > pluss_aar(i_dag, VENT_AAR):
        feil["til"] = [_("En oppgave kan vente i høyst to år.")]
    if not kan_velges(VENTEGRUNN, grunn):
        feil["grunn"] = [_("Velg hva oppgaven venter på.")]
    elif grunn == Ventegrunn.ANNET and not merknad.strip():
        feil["merknad"] = [_("Skriv kort hva oppgaven venter på.")]
    elif har_nummer(merknad):
        feil["merknad"] = [_("Skriv ikke fødselsnummer eller DUF-nummer her.")]
    if feil:
        raise Regelbrudd(feil)


@transaction.atomic
def ta_opp_igjen(*, valgte: Sequence[Valgt], av: Aktoer) -> Utfoert:
    """Let tasks wait no longer. Raises Regelbrudd, IkkeTilgang; Oppgavekonflikt."""
    rader, ferdige = _hent(valgte, av)
    return _lagre(rader, _TATT_OPP, Hendelsesslag.GJENOPPTATT, av, ferdige)


@transaction.atomic
def angre(*, runde: uuid.UUID, av: Aktoer) -> tuple[int, int]:
    """Undo what the user did in one go. Returns how many were undone, and how many others had changed since.

    Raises IkkeTilgang; Regelbrudd when there is nothing to undo.
    """
    av.krev(*ARBEIDSROLLER)
    hendelser = Oppgavehendelse.objects.filter(runde=runde, bruker_id=av.bruker_id)
    gjort = {h.oppgave_id: h for h in hendelser.exclude(slag=Hendelsesslag.ANGRET)}
    rader = list(_mine(av).filter(pk__in=gjort).select_for_update().order_by("pk"))
    like = [r for r in rader if r.lukket is None and r.versjon == gjort[r.pk].versjon]
    if not gjort or not like:
        raise Regelbrudd(_("Dette kan ikke angres lenger: oppgavene er endret eller ferdige."))
    ny_runde = uuid.uuid4()
    for rad in like:
        foer = gjort[rad.pk].verdier["foer"]
        _skriv([rad], foer | {"vent_til": _som_dato(foer["vent_til"])}, Hendelsesslag.ANGRET, av, ny_runde)
    return len(like), len(gjort) - len(like)


# --- How it is done ---


def _mine(av: Aktoer) -> Any:
    """Return the tasks on the desk of the one who acts: the county reads others', but does not touch them."""
    return Oppgave.objects.filter(virksomhet_id=av.virksomhet_id)


def _hent(valgte: Sequence[Valgt], av: Aktoer) -> tuple[list[Oppgave], int]:
    """Return the tasks, locked in one order, and how many of the chosen are done already."""
    av.krev(*ARBEIDSROLLER)
    if not valgte:
        raise Regelbrudd(_("Velg minst én rad."))
    sett = dict(valgte)
    rader = list(_mine(av).filter(noekkel__in=sett).select_for_update().order_by("pk"))
    aapne = [r for r in rader if r.lukket is None]
    endret = [r for r in aapne if r.versjon != sett[r.noekkel]]
    if endret:
        ider = [r.pk for r in endret]
        endrede = _mine(av).filter(pk__in=ider).select_related("endret_av", "ansvarlig", "virksomhet")
        raise Oppgavekonflikt(list(med_emne(endrede, av)))
    if not aapne:
        raise Regelbrudd(_("Oppgavene er alt ferdige, eller de ligger ikke hos dere lenger."))
    return aapne, len(sett) - len(aapne)


def _krev_kollega(til: int, rader: Sequence[Oppgave], av: Aktoer) -> None:
    """Raise Regelbrudd unless the one who gets the tasks works here and may see whom they are about."""
    valgt = kan_faa_oppgaver(av.virksomhet_id).get(til)
    if valgt is None:
        raise Regelbrudd({"til": [_("Velg en som har en rolle hos dere.")]})
    personer = {r.person_id for r in rader if r.person_id}
    if not valgt.skjermede and Person.objects.filter(pk__in=personer, skjermet=True).exists():
        raise Regelbrudd(
            {"til": [_("Minst én oppgave gjelder en person som denne brukeren ikke har tilgang til.")]}
        )


def _lagre(
    rader: Sequence[Oppgave], felter: Mapping[str, Any], slag: Hendelsesslag, av: Aktoer, ferdige: int
) -> Utfoert:
    runde = uuid.uuid4()
    _skriv(rader, felter, slag, av, runde)
    return Utfoert(runde, len(rader), ferdige)


def _skriv(
    rader: Sequence[Oppgave], felter: Mapping[str, Any], slag: Hendelsesslag, av: Aktoer, runde: uuid.UUID
) -> None:
    """Change the tasks in one statement, and write down what they were and became."""
    Oppgave.objects.filter(pk__in=[r.pk for r in rader]).update(
        **felter, versjon=F("versjon") + 1, endret=timezone.now(), endret_av_id=av.bruker_id
    )
    Oppgavehendelse.objects.bulk_create(
        Oppgavehendelse(
            oppgave=rad,
            slag=slag,
            bruker_id=av.bruker_id,
            runde=runde,
            versjon=rad.versjon + 1,
            verdier={"foer": _verdier(rad), "etter": _som_json(felter)},
        )
        for rad in rader
    )


def _verdier(rad: Oppgave) -> dict[str, Any]:
    return _som_json({felt: getattr(rad, felt) for felt in _FELTER})


def _som_json(felter: Mapping[str, Any]) -> dict[str, Any]:
    return {navn: v.isoformat() if isinstance(v, date) else v for navn, v in felter.items()}


def _som_dato(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
