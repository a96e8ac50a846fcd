"""Imports: one that is done, with some rows sent back, and a saved mapping for another system's file."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import actions

OVERSKRIFTER = ("Deltakerens DUF", "Kapittel", "Utfall", "Vedtaksdato", "Oppstart")
KOLONNER = ("duf", "ordning", "vedtakstype", "vedtaksdato", "startdato")
_DELTAKERE = 5


def lag(i_dag: date) -> None:
    """Make the examples, as a municipality's case worker. Nothing without the demo's user."""
    av = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        plasser = {kolonne: nummer for nummer, kolonne in enumerate(KOLONNER)}
        actions.husk_kolonner(
            slag="vedtak", navn="Fagsystemets vedtaksliste", overskrifter=OVERSKRIFTER, plasser=plasser, av=av
        )
        utkast = actions.last_opp(
            slag="vedtak", innhold=_fil(av, i_dag), noekkel=uuid5(NAMESPACE_URL, "demo-import"), av=av
        )
        # What the workers would do, done here: the draft is there when the demo opens.
        actions.gjoer_proeve(utkast_id=utkast.pk)
        utkast.refresh_from_db()
        actions.bekreft_utkast(utkast=utkast, av=av)
        actions.gjoer_import(utkast_id=utkast.pk)


def _fil(av: Aktoer, i_dag: date) -> bytes:
    """Return a file about some of the municipality's own, with two rows that cannot be taken in."""
    dag = i_dag - timedelta(days=20)
    uten_vedtak = Person.objects.filter(vedtak__isnull=True).order_by("id")[:_DELTAKERE]
    rader = [";".join(OVERSKRIFTER)]
    rader += [f"{p.duf};norsk;innvilget;{dag:%d.%m.%Y};{i_dag:%d.%m.%Y}" for p in uten_vedtak]
    rader += [
        f"2099 1;norsk;innvilget;{dag:%d.%m.%Y};{i_dag:%d.%m.%Y}",
        "209900000112;norsk;innvilget;i fjor;",
    ]
    return "\r\n".join([*rader, ""]).encode("utf-8-sig")
