"""Changes: what one wants to be told, and the digest of a day.

The digest and the order to send it are written in one transaction, and there can be only one per user and
day: a job that runs twice, is killed or delivered again makes no second. From the outbox on it is sent at
most once: a worker that dies while it hands the e-mail over leaves it as uncertain, for what waits stands on
the page and in the next digest.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.actions import legg_i_utboks, velg_spraak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Rolletildeling
from integrering.tilgang.queries import aktoer_av, gyldige_roller
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.varsler import queries, rules
from integrering.utveksling.varsler.brev import SLAG, Avmelding
from integrering.utveksling.varsler.models import Varsel, Varselvalg
from integrering.utveksling.varsler.register import varselkilder_for


def lagre_valg(
    *, av: Aktoer, versjon: int, hyppighet: str, typer: Collection[str], maalform: str
) -> Varselvalg:
    """Save what the user wants in the role, and the language (which is the user's in all roles).

    Raises:
        Konflikt: saved elsewhere meanwhile; nothing is changed.
    """
    av.krev(*ARBEIDSROLLER)
    avslaatt = [k.kode for k in varselkilder_for(av) if k.kode not in typer]
    valg = queries.valg_for(av)
    with transaction.atomic():
        if valg.pk is None:
            _foerste(valg, versjon, hyppighet, avslaatt, av)
        else:
            valg.lagre_over(versjon=versjon, bruker_id=av.bruker_id, hyppighet=hyppighet, avslaatt=avslaatt)
        velg_spraak(bruker_id=av.bruker_id, maalform=maalform)
    return valg


def _foerste(valg: Varselvalg, versjon: int, hyppighet: str, avslaatt: list[str], av: Aktoer) -> None:
    valg.hyppighet, valg.avslaatt, valg.endret_av_id = hyppighet, avslaatt, av.bruker_id
    valg.versjon = versjon + 1
    try:
        with transaction.atomic():
            valg.save(force_insert=True)
    except IntegrityError:
        raise Konflikt(queries.valg_for(av)) from None


def meld_av(*, avmelding: Avmelding) -> bool:
    """Switch off a kind of news in a role. The signed link is what gives the right: nobody is logged in.

    Returns False when the role is gone, or the kind was off already.
    """
    with kontekst(motor_kontekst(avmelding.bruker_id)):
        tildeling = (
            Rolletildeling.objects.select_related("virksomhet", "bruker")
            .filter(pk=avmelding.tildeling_id, bruker_id=avmelding.bruker_id)
            .first()
        )
        if tildeling is None:
            return False
        valg = queries.valg_for(aktoer_av(tildeling))
        if avmelding.kode in valg.avslaatt:
            return False
        valg, _ny = Varselvalg.objects.get_or_create(
            bruker_id=valg.bruker_id, virksomhet_id=valg.virksomhet_id, rolle=valg.rolle
        )
        valg.lagre_over(
            versjon=valg.versjon,
            bruker_id=avmelding.bruker_id,
            avslaatt=[*valg.avslaatt, avmelding.kode],
        )
        return True


def lag_varsel(*, bruker_id: int, dag: date, naa: datetime) -> bool:
    """Make the digest of a user for the day, if something is new, and order it sent. Return whether it was.

    Counted role by role in the user's own context, as the pages would be: nobody is told a count that holds
    persons they cannot see.
    """
    with kontekst(motor_kontekst()):
        if Varsel.objects.filter(bruker_id=bruker_id, dato=dag).exists():
            return False
        tildelinger = list(gyldige_roller(bruker_id, dag))
    innhold, nytt = [], False
    for tildeling in tildelinger:
        rolle = _rollen(tildeling, dag, naa)
        if rolle:
            innhold.append(rolle)
            nytt = nytt or any(linje["nytt"] for linje in rolle["linjer"])
    return nytt and _bestill(bruker_id, dag, naa, innhold)


def _rollen(tildeling: Rolletildeling, dag: date, naa: datetime) -> dict[str, Any] | None:
    """Return the counts of a role; None when no digest is due for it."""
    av = aktoer_av(tildeling)
    with kontekst(kontekst_for(av)):
        valg = queries.valg_for(av)
        if not rules.skal_i_dag(valg.hyppighet, dag):
            return None
        siden = queries.siden_for(av, tildeling.pk, valg, naa)
        linjer = queries.linjer(av, valg, siden)
    return {
        "rolle": tildeling.pk,
        "linjer": [
            {"kode": li.kilde.kode, "antall": li.telling.antall, "nytt": li.telling.nytt} for li in linjer
        ],
    }


def _bestill(bruker_id: int, dag: date, naa: datetime, innhold: list[dict[str, Any]]) -> bool:
    """Write the digest and the order to send it together; False when another worker was first."""
    with kontekst(motor_kontekst()):
        try:
            with transaction.atomic():
                varsel = Varsel.objects.create(
                    bruker_id=bruker_id, dato=dag, opprettet=naa, innhold=innhold,
                    roller=[rolle["rolle"] for rolle in innhold],
                )  # fmt: skip
        except IntegrityError:
            return False
        legg_i_utboks(bruker_id=bruker_id, slag=SLAG, gjelder=varsel.pk, noekkel=f"varsel:{bruker_id}:{dag}")
    return True
