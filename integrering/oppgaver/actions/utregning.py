"""From facts to tasks: a source is read, its rules are asked, and the queue is made to say the same."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.nir.hendelser import MANGE
from integrering.oppgaver.actions.fletting import Fletting, Rad, flett
from integrering.oppgaver.models import Regelinnstilling
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel, finn_kilde
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import vaart_fylke

NATT = "oppgaver.natt"


def oppdater_kilde(navn: str, ider: Collection[int] | None = None) -> Fletting:
    """Compute again the tasks of one source, for these subjects or (None) for all; as the jobs' role.

    Call it in the transaction of the change, so that a finished task is gone on the next page. Two who change
    the same subject wait for each other; a job that computes many waits for all, and they for its step.

    Args:
        navn: the source's registered name.
        ider: numbers of subjects; a `range` stands for every number in it.

    Raises:
        KeyError: no such source.
    """
    kilde = finn_kilde(navn)
    if ider is not None and not ider:
        return Fletting()
    bruker_id = _hvem()
    with kontekst(motor_kontekst(bruker_id)):
        vent_paa_tur(f"oppgaver.{navn}", ider if ider is None or len(ider) <= MANGE else None)
        rader = list(_foreslaa(kilde, ider, timezone.localdate()))
        return flett(navn, rader, ider, bruker_id)


def personer_endret(ider: Collection[int] | None) -> None:
    """Listen to changed facts about persons: a few are computed at once, very many in the background.

    What is made of the registration status follows when the job that computes it is done (`status_regnet`).
    """
    if ider is None:
        regn_ut_i_bakgrunnen(kilder=("nir",), noekkel="")
        return
    for kilde in ("nir", "registreringer"):
        oppdater_kilde(kilde, ider)


def status_regnet() -> None:
    """Listen to the status of all persons being computed: the tasks made of it follow, in the background."""
    regn_ut_i_bakgrunnen(kilder=("registreringer",), noekkel="")


def regn_ut_i_bakgrunnen(*, kilder: tuple[str, ...] = (), noekkel: str = NATT) -> None:
    """Start the job that computes whole sources (all when none is named).

    A change starts a job of its own (no key): one that runs already may have passed what changed.

    Raises:
        Regelbrudd: a living job has the same key.
    """
    start_jobb(
        slag=NATT,
        tittel=_("Regner ut oppgavelisten"),
        parametre={"kilder": list(kilder)},
        bruker_id=None,
        virksomhet_id=vaart_fylke().pk,
        noekkel=noekkel,
    )


def _hvem() -> int | None:
    """Return the user of the context the change is made in, for the history."""
    with connection.cursor() as peker:
        peker.execute("SELECT NULLIF(current_setting('app.bruker', true), '')::int")
        rad = peker.fetchone()
    return rad[0] if rad else None


# --- What the rules propose ---


@dataclass(frozen=True)
class _Aktiv:
    """A rule in use, with the administrator's days."""

    regel: Oppgaveregel[object]
    snart: timedelta
    flyttes: timedelta


def _foreslaa(kilde: Oppgavekilde[object], ider: Collection[int] | None, i_dag: date) -> Iterator[Rad]:
    aktive, fylket = _aktive(kilde), vaart_fylke().pk
    if not aktive:
        return
    for emne, fakta in kilde.les(ider):
        for aktiv in aktive:
            for forslag in aktiv.regel.finn(fakta, i_dag):
                yield _rad(aktiv, emne, forslag, fylket)


def _aktive(kilde: Oppgavekilde[object]) -> list[_Aktiv]:
    """Return the rules in use. One without a setting is used as the code says."""
    satt = {i.kode: i for i in Regelinnstilling.objects.all()}
    ut = []
    for regel in kilde.regler:
        valg = satt.get(regel.kode) or Regelinnstilling(kode=regel.kode, snart_dager=regel.snart_dager)
        if valg.aktiv:
            ut.append(_Aktiv(regel, timedelta(days=valg.snart_dager), timedelta(days=valg.frist_dager)))
    return ut


def _rad(aktiv: _Aktiv, emne: Emne, forslag: Forslag, fylket: int) -> Rad:
    frist = forslag.frist + aktiv.flyttes if forslag.frist else None
    return Rad(
        regel=aktiv.regel.kode,
        emne_id=emne.id,
        nr=forslag.nr,
        virksomhet_id=fylket if aktiv.regel.for_fylket else emne.virksomhet_id,
        person_id=emne.person_id,
        frist=frist,
        snart_fra=frist - aktiv.snart if frist else None,
        verdier=json.dumps(dict(forslag.verdier)),
        url=forslag.url or emne.url,
        tekst=emne.tekst,
        emneliste=emne.liste,
        emnekode=emne.kode,
        ansvarlig_id=emne.ansvarlig_id,
    )
