"""Start the demo, and fill it: people, rates, two approved payouts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.demo import queries
from integrering.demo.befolkning import Ramme, befolkning
from integrering.demo.befolkning.klassen import uten_klassens_timer
from integrering.demo.brukere import opprett_brukere
from integrering.demo.kontroll import krev_demo
from integrering.demo.lagring import lagre
from integrering.grunnmur.jobber import loep, start_jobb
from integrering.grunnmur.models import Jobb
from integrering.nir.actions import registreringsstatus
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import kommuner_i_fylket, vaart_fylke

FROE = 50
ANTALL = 2000


def start_demo(*, i_dag: date | None = None) -> Jobb | None:
    """Create the users and start the job that fills; nothing when it is filled or being filled.

    Raises:
        Regelbrudd: this is not a demo.
    """
    with transaction.atomic():
        jobb = _ny_jobb(i_dag)
        return start_jobb(**jobb) if jobb else None


def fyll_demo(*, i_dag: date | None = None, antall: int = ANTALL) -> Jobb | None:
    """Fill at once, in this process, and return the finished job; nothing when it is filled or being filled.

    Raises:
        Regelbrudd: this is not a demo.
    """
    felt = _ny_jobb(i_dag, antall)
    if felt is None:
        return None
    # no message to the workers: this process takes the lease itself
    jobb = Jobb.objects.create(**felt)
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    return jobb


def _ny_jobb(i_dag: date | None, antall: int = ANTALL) -> dict[str, Any] | None:
    """Create the users; return the fields of the job to start, or None when there is nothing to do."""
    krev_demo()
    with kontekst(motor_kontekst()):
        opprett_brukere(i_dag or timezone.localdate())
    forrige = queries.siste_jobb()
    if queries.er_fylt() or (forrige and forrige.lever):
        return None
    # after a failure the same people are drawn for the same day
    foerste = queries.foerste_jobb()
    parametre = foerste.parametre if foerste else {
        "i_dag": (i_dag or timezone.localdate()).isoformat(), "antall": antall, "froe": FROE,
    }  # fmt: skip
    return {
        "slag": queries.SLAG,
        "tittel": _("Fyller demoen"),
        "parametre": parametre,
        "bruker_id": None,
        "virksomhet_id": vaart_fylke().pk,
        "noekkel": queries.SLAG,
        "resultat_url": reverse("forside"),
    }


def lag_personer(*, i_dag: date, antall: int, froe: int) -> int:
    """Draw the people and write their history, unless somebody is there already; return how many rows."""
    krev_demo()
    if queries.har_personer():
        return 0
    personer = list(befolkning(ramme(i_dag=i_dag, froe=froe), antall))
    antall_rader = lagre(uten_klassens_timer(personer, i_dag))
    for del_ in registreringsstatus.deler():
        registreringsstatus.regn_ut_status(del_)
    for kilde in ("nir", "registreringer"):
        oppdater_kilde(kilde)
    return antall_rader


def ramme(*, i_dag: date, froe: int = FROE) -> Ramme:
    """Return what the people are drawn for: this installation's county and its municipalities."""
    return Ramme(
        froe=froe,
        i_dag=i_dag,
        fylke=settings.FYLKESNUMMER,
        kommuner=tuple((k.nummer, k.innbyggere or 1) for k in kommuner_i_fylket().order_by("nummer")),
    )
