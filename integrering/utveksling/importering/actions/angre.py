"""Undoing a whole import: new versions that annul, or say again what was said before. Nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, ProgrammingError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from psycopg.sql import SQL, Identifier, Literal

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.models import Jobb
from integrering.nir.hendelser import MANGE, meld_endret
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.actions.importer import (
    Framdrift,
    i_transaksjon,
    ny_kjoering,
    stanset_av_veggen,
    uten_framdrift,
)
from integrering.utveksling.importering.bygger import Bygg
from integrering.utveksling.importering.format import Angrer, Kjoering, finn_format
from integrering.utveksling.importering.hindre import finn_hindre
from integrering.utveksling.importering.models import Angring, Import
from integrering.utveksling.importering.staging import lag_tabell, sql_fil

JOBBSLAG = "utveksling.angre"
AARSAK = gettext_noop("Import angret")
_STEG = 3


class ByggerPaa(Regelbrudd):
    """Something builds on the import. `bygg` says what."""

    def __init__(self, bygg: list[Bygg]) -> None:
        self.bygg = bygg
        tekst = _("Importen kan ikke angres fordi noe bygger på den.")
        super().__init__(" ".join([tekst, *(b.tekst for b in bygg)]))


@dataclass(frozen=True)
class Plan:
    """What undoing would do, and what stands in the way."""

    annulleres: int
    tilbakefoeres: int
    bygg: list[Bygg]


def kan_angre(*, kvittering: Import, av: Aktoer) -> bool:
    """Return True for the one who imported, and for an administrator of the same organisation."""
    samme = kvittering.virksomhet_id == av.virksomhet_id
    min_egen = kvittering.bruker_id == av.bruker_id and av.har(*finn_format(kvittering.slag).roller)
    return samme and (min_egen or av.har(Rolle.ADMINISTRATOR))


def planlegg_angring(*, kvittering: Import, av: Aktoer) -> Plan:
    """Return what undoing the import would do now.

    Raises IkkeTilgang; Regelbrudd when its kind of file has no way back.
    """
    angrer = _krev(kvittering, av)
    with i_transaksjon(av, historisk=False, laas=False) as peker:
        return _plan(
            ny_kjoering(peker, finn_format(kvittering.slag), av, historisk=False), kvittering, angrer
        )


def start_angring(*, kvittering: Import, av: Aktoer) -> Jobb:
    """Start the job that undoes the import. Raises IkkeTilgang, Regelbrudd (also when one is under way)."""
    _krev(kvittering, av)
    return start_jobb(
        slag=JOBBSLAG,
        tittel=_("Angrer importen"),
        parametre={"kvittering": str(kvittering.noekkel), "rolle": av.rolle.value},
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        noekkel=f"{JOBBSLAG}:{kvittering.pk}",
        resultat_url=reverse("import_kvittering", args=[kvittering.noekkel]),
    )


def angre_import(*, kvittering: Import, av: Aktoer, framdrift: Framdrift = uten_framdrift) -> Angring:
    """Undo a whole import, or nothing of it. Undone already, the undoing is returned as it is.

    Raises:
        IkkeTilgang: someone else's import.
        ByggerPaa: something builds on it.
        Regelbrudd: its kind of file has no way back, or the one who asks no longer has all the persons.
    """
    angrer = _krev(kvittering, av)
    framdrift(_("Ser etter det som bygger på importen"), 0, _STEG)
    with i_transaksjon(av, historisk=False) as peker:
        if gjort := Angring.objects.filter(kvittering=kvittering).first():
            return gjort
        kjoering = ny_kjoering(peker, finn_format(kvittering.slag), av, historisk=False)
        plan = _plan(kjoering, kvittering, angrer)
        if plan.bygg:
            raise ByggerPaa(plan.bygg)
        framdrift(_("Angrer registreringene"), 1, _STEG)
        _skriv(kjoering, angrer, plan)
        framdrift(_("Skriver kvitteringen"), 2, _STEG)
        return _avslutt(kjoering, kvittering, angrer, plan)


def _krev(kvittering: Import, av: Aktoer) -> Angrer:
    if not kan_angre(kvittering=kvittering, av=av):
        raise IkkeTilgang(
            _("Bare den som importerte, eller en administrator i samme virksomhet, kan angre importen.")
        )
    format_ = finn_format(kvittering.slag)
    if format_.angrer is None:
        raise Regelbrudd(str(format_.uten_angring))
    return format_.angrer


def _plan(kjoering: Kjoering, kvittering: Import, angrer: Angrer) -> Plan:
    bygg = finn_hindre(kjoering, kvittering, angrer.tabell)
    kjoering.peker.execute(
        "SELECT count(*) FILTER (WHERE forrige IS NULL), count(*) FILTER (WHERE forrige IS NOT NULL)"
        " FROM utv_angres"
    )
    annulleres, tilbakefoeres = kjoering.peker.fetchone() or (0, 0)
    if kvittering.nye + kvittering.nye_versjoner and not annulleres + tilbakefoeres:
        raise Regelbrudd(_("Importen er for gammel til å angres: den ble gjort før angring fantes."))
    return Plan(annulleres, tilbakefoeres, bygg)


def _skriv(kjoering: Kjoering, angrer: Angrer, plan: Plan) -> None:
    """Close the versions of the import and open the next. Who cannot reach all of them, undoes none."""
    tabell = Identifier(angrer.tabell)
    mangler = Regelbrudd(
        _(
            "Noen av personene hører ikke til hos dere lenger, så importen kan ikke angres samlet."
            " Rett registreringene én for én, eller be fylkeskommunen om hjelp."
        )
    )
    lag_tabell("utv_angret", SQL("(id bigint, forrige bigint)"), kjoering)
    kjoering.peker.execute(
        SQL("UPDATE {} t SET erstattet = now() FROM utv_angres a WHERE t.id = a.gjeldende").format(tabell)
    )
    if kjoering.peker.rowcount != plan.annulleres + plan.tilbakefoeres:
        raise mangler
    verdier = [Identifier(v) for v in angrer.verdier]
    try:
        kjoering.peker.execute(
            sql_fil(
                "angre_inn",
                tabell=tabell,
                verdier=SQL(", ").join(verdier),
                k_verdier=SQL(", ").join(SQL("k.{}").format(v) for v in verdier),
            ),
            {**kjoering.hvem, "aarsak": _(AARSAK)},
        )
    except IntegrityError:
        raise Regelbrudd(
            _(
                "Det som sto før importen, passer ikke sammen med noe som er registrert senere."
                " Rett den senere registreringen først."
            )
        ) from None
    except ProgrammingError as feil:
        raise (mangler if stanset_av_veggen(feil) else feil) from None
    if kjoering.peker.rowcount != plan.annulleres + plan.tilbakefoeres:
        raise mangler


def _avslutt(kjoering: Kjoering, kvittering: Import, angrer: Angrer, plan: Plan) -> Angring:
    # As the jobs: only they reach the traces, and the names that are kept beside the facts.
    with kontekst(motor_kontekst(kjoering.av.bruker_id)):
        kjoering.peker.execute(sql_fil("angre_spor", tabellnavn=Literal(angrer.tabell)))
        kjoering.peker.execute("SELECT utveksling_toem_personer(%s)", [kvittering.pk])
        kjoering.peker.execute("SELECT DISTINCT person_id FROM utv_angres LIMIT %s", [MANGE + 1])
        meld_endret([rad[0] for rad in kjoering.peker.fetchall()])
    return Angring.objects.create(
        kvittering=kvittering,
        bruker_id=kjoering.av.bruker_id,
        annullerte=plan.annulleres,
        tilbakefoerte=plan.tilbakefoeres,
    )
