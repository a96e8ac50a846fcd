"""Finds what builds on an import: as the jobs do, so also what the one who asks cannot see."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.backends.utils import CursorWrapper
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from psycopg.sql import SQL, Composable, Identifier, Literal

from integrering.grunnmur import visning
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import PARTNERROLLER
from integrering.utveksling.importering.bygger import Bygg, Lenke, er_avledet, sjekkere
from integrering.utveksling.importering.format import Kjoering
from integrering.utveksling.importering.models import Import
from integrering.utveksling.importering.staging import analyser, fyll_som_jobb, sql_fil

VIST = 10
# Apps below this one whose rows about a person only follow from the facts, or tell who looked.
_FOELGER_MED = ("tilgang", "oppgaver", "lister")
_AVLEDET = ("nir.Soekeord", "nir.Registreringsstatus")


def finn_hindre(kjoering: Kjoering, kvittering: Import, tabell: str) -> list[Bygg]:
    """Return what builds on the import. Leaves `utv_angres`, with what an undoing would do, behind it."""
    deler: dict[str, Composable] = {
        "tabell": Identifier(tabell), "tabellnavn": Literal(tabell), "import": Literal(kvittering.pk),
    }  # fmt: skip
    for navn in ("angres_versjoner", "angres_personer", "angres"):
        fyll_som_jobb(f"utv_{navn}", sql_fil(navn, **deler), kjoering)
        analyser(f"utv_{navn}", kjoering)
    fyll_som_jobb("utv_angres_senere", _senere(tabell), kjoering)
    with kontekst(motor_kontekst(kjoering.av.bruker_id)):
        bygg = [
            *_andre_viser_til(kjoering.peker),
            *(b for sjekk in sjekkere() for b in sjekk(kjoering.peker, tabell)),
        ]
        antall, importer, personer = _om_senere(kjoering.peker)
    if antall:
        bygg.insert(0, _senere_bygg(kjoering, antall, importer, personer))
    return bygg


def _senere(tabell: str) -> Composable:
    """Return versions made after the import: of its registrations, or about persons that it made."""
    deler: list[Composable] = [
        SQL(
            "SELECT {} AS tabell, a.gjeldende AS id, a.person_id FROM utv_angres a"
            " WHERE NOT EXISTS (SELECT FROM utv_angres_versjoner v WHERE v.id = a.gjeldende)"
        ).format(Literal(tabell))
    ]
    for modell in _fakta():
        annen = modell._meta.db_table
        uten = (
            SQL(" AND t.registrering_id NOT IN (SELECT registrering_id FROM utv_angres_versjoner)")
            if annen == tabell
            else SQL("")
        )
        deler.append(
            SQL(
                "SELECT {}, t.id, t.person_id FROM utv_angres_personer p JOIN {} t ON t.person_id = p.id"
                " AND t.erstattet IS NULL AND NOT t.annullert{}"
            ).format(Literal(annen), Identifier(annen), uten)
        )
    return SQL(" UNION ALL ").join(deler)


def _fakta() -> list[type[ToKlokker]]:
    return [modell for modell, _kolonne in _alle_pekere() if issubclass(modell, ToKlokker)]


def _om_senere(peker: CursorWrapper) -> tuple[int, list[int], list[int]]:
    """Return how many came later, the imports some of them came by, and some of the persons."""
    peker.execute("SELECT count(*) FROM utv_angres_senere")
    antall: int = (peker.fetchone() or (0,))[0]
    peker.execute(
        "SELECT DISTINCT s.kvittering_id FROM utv_angres_senere e"
        " JOIN utveksling_importspor s ON s.tabell = e.tabell AND s.ider @> e.id ORDER BY 1 DESC LIMIT %s",
        [VIST],
    )
    importer = [rad[0] for rad in peker.fetchall()]
    peker.execute("SELECT DISTINCT person_id FROM utv_angres_senere ORDER BY 1 LIMIT %s", [VIST])
    return antall, importer, [rad[0] for rad in peker.fetchall()]


def _senere_bygg(kjoering: Kjoering, antall: int, importer: list[int], personer: list[int]) -> Bygg:
    """Say what came later, with links to what the one who asks may see."""
    with kontekst(kontekst_for(kjoering.av)):
        kvitteringer = Import.objects.filter(pk__in=importer, virksomhet_id=kjoering.av.virksomhet_id)
        lenker = [
            Lenke(
                _("Importen %(tid)s") % {"tid": visning.tidspunkt(k.tid)},
                reverse("import_kvittering", args=[k.noekkel]),
            )
            for k in kvitteringer
        ]
        if not kjoering.av.har(*PARTNERROLLER):  # they have no register of persons
            funnet = Person.objects.filter(pk__in=personer)
            lenker += [Lenke(p.navn, reverse("person", args=[p.noekkel])) for p in funnet]
    tekst = ngettext(
        "%(antall)d registrering er endret eller lagt til etter importen.",
        "%(antall)d registreringer er endret eller lagt til etter importen.",
        antall,
    )
    return Bygg(tekst % {"antall": antall}, tuple(lenker))


def _andre_viser_til(peker: CursorWrapper) -> Iterator[Bygg]:
    """Yield what else points at the persons the import made: messages, meetings, letters, cases."""
    for modell, kolonne in _pekere():
        peker.execute(
            SQL("SELECT count(*) FROM utv_angres_personer p JOIN {} t ON t.{} = p.id").format(
                Identifier(modell._meta.db_table), Identifier(kolonne)
            )
        )
        antall: int = (peker.fetchone() or (0,))[0]
        if antall:
            yield Bygg(
                _("%(hva)s om personer i importen: %(antall)d")
                % {"hva": str(modell._meta.verbose_name_plural).capitalize(), "antall": antall}
            )


def _pekere() -> Iterator[tuple[type[models.Model], str]]:
    """Yield the tables that point at persons, and the column, but for facts and what follows from them."""
    for modell, kolonne in _alle_pekere():
        meta = modell._meta
        foelger = meta.app_label in _FOELGER_MED or meta.label in _AVLEDET or er_avledet(meta.label)
        if meta.managed and not foelger and not issubclass(modell, ToKlokker):
            yield modell, kolonne


def _alle_pekere() -> Iterator[tuple[type[models.Model], str]]:
    """Yield every model with a foreign key to persons, tables between two others too, and the column."""
    for modell in apps.get_models(include_auto_created=True):
        for felt in modell._meta.local_fields:
            if isinstance(felt, models.ForeignKey) and felt.related_model is Person:
                yield modell, felt.column
