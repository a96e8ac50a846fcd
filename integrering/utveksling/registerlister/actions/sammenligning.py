"""Compare a list with what is registered here, all rows at once. The registrations are not touched."""

from __future__ import annotations

import json

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.registerlister.actions.felles import kjoer, krev_vaar
from integrering.utveksling.registerlister.actions.opplasting import sett_i_gang
from integrering.utveksling.registerlister.kodeverk import Tilstand
from integrering.utveksling.registerlister.models import Registerliste, Registerrad
from integrering.utveksling.registerlister.queries.kategorier import kategorier
from integrering.utveksling.registerlister.rules.felt import KODER, Felt


def start_sammenligning(*, liste: Registerliste, av: Aktoer) -> None:
    """Compare again: codes were settled, or something was put right here.

    Raises:
        IkkeTilgang: another organisation's list, or a role that may not register.
        Regelbrudd: it is being read, or its columns are not chosen.
    """
    krev_vaar(liste, av)
    if liste.tilstand == Tilstand.KOLONNER:
        raise Regelbrudd(_("Velg kolonnene først."))
    sett_i_gang(liste, av)


def sammenlign(liste: Registerliste) -> None:
    """Compare all rows of a list that is read, in the eyes of the one who asks (the context).

    Whom they cannot see stands as someone only the register has: nothing is said of others' persons.
    """
    denne = {"liste": liste.pk, "virksomhet": liste.virksomhet_id}
    _for_mange_rader()
    kjoer("koble", liste=liste.pk)
    kjoer(
        f"hos_oss_{liste.slag}",
        bruker=liste.bruker_id,
        kommune=liste.kommune_id,
        dato=liste.dato,
        fra=liste.avsluttet_fra,
        **denne,
    )
    kjoer("hos_oss_felt", liste=liste.pk)
    kjoer(
        "sammenlign", koder=sorted(f.value for f in KODER), kategorier=json.dumps(_kategorier(liste)), **denne
    )
    with kontekst(motor_kontekst(liste.bruker_id)):
        kjoer("gjelder", liste=liste.pk)
        kjoer("gjelder_felt", liste=liste.pk)
    kjoer("merker", liste=liste.pk)
    _normalt()
    liste.tilstand, liste.sammenlignet = Tilstand.FERDIG, timezone.now()
    liste.save(update_fields=["tilstand", "sammenlignet"])


def _for_mange_rader() -> None:
    """Let the planner join whole tables: it knows nothing yet of the rows that were just written.

    A loop over all rows for each row would cost minutes.
    """
    with connection.cursor() as peker:
        peker.execute("SET LOCAL enable_nestloop = off; SET LOCAL jit = off; SET LOCAL work_mem = '128MB'")


def _normalt() -> None:
    with connection.cursor() as peker:
        peker.execute("RESET enable_nestloop; RESET jit; RESET work_mem")


def _kategorier(liste: Registerliste) -> list[dict[str, object]]:
    """Return the categories we compute ourselves, when the list has the register's."""
    if Felt.KATEGORI.value not in liste.plasser:
        return []
    personer = Registerrad.objects.filter(liste=liste, linje__isnull=False, person__isnull=False)
    ider = sorted(set(personer.values_list("person_id", flat=True)))
    return [{"person": pk, "verdi": verdi} for pk, verdi in kategorier(ider, liste.dato).items()]
