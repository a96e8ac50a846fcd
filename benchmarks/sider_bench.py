"""The pages of everyday work and the lists of the administration, with some years' data (`arbeid.sql`)."""

from __future__ import annotations

from pathlib import Path

from benchmarks import befolkning
from benchmarks.maaling import GRENSE_LES, lag_klient, les, les_sider, p95, spoerringer
from benchmarks.oppgaver_bench import regn_ut
from benchmarks.rapport import Rapport
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

PERSONER = 100_000
MEST_SPOERRINGER = 15
_SQL = Path(__file__).parent / "arbeid.sql"
_TABELLER = (
    "meldinger_samtale", "meldinger_deltaker", "meldinger_melding", "meldinger_mottak", "moeter_moete",
    "moeter_deltaker", "moeter_moetekommune", "moeter_moetepunkt", "moeter_punktplass", "brev_brev",
    "tilgang_bruker", "tilgang_rolletildeling", "tilgang_innsyn", "oppgaver_oppgave",
)  # fmt: skip
SIDER = (
    "/",
    "/?fane=paa-vent",
    "/?fane=alle",
    "/?fane=alle&hvem=alle",
    "/?fane=alle&hvem=alle&sorter=gjelder",
    "/meldinger/",
    "/meldinger/sendt/",
    "/meldinger/venter/",
    "/moeter/",
    "/moeter/tidligere/",
    "/moeter/punkter/",
    "/brev/",
)
LOGGEN = ("/innsynslogg/", "/innsynslogg/?fra=01.01.2026", "/innsynslogg/?hvor=person")


def kjoer(rapport: Rapport) -> None:
    """Measure as county, municipality and administrator."""
    fylket = befolkning.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    _lag_arbeid(fylket)
    rapport.overskrift("Pages of everyday work")
    rapport(
        "100 000 persons, 55 000 tasks, 5 000 messages, 1 000 meetings, 5 000 letters, 10 000 users, "
        "1 000 000 look-ups."
    )
    les_sider(rapport, "county", fylket, [*SIDER, "/?fane=alle&kommune=5001"])
    les_sider(rapport, "municipality", befolkning.lag_kommuneaktoer(), SIDER)
    les_sider(rapport, "auditor", befolkning.lag_aktoer(Rolle.INNSYNSREVISOR), LOGGEN)
    rapport.overskrift("Admin lists")
    _admin(rapport, befolkning.lag_aktoer(Rolle.ADMINISTRATOR))
    befolkning.toem()


def _lag_arbeid(av: Aktoer) -> None:
    befolkning.toem()
    befolkning.lag_befolkning(PERSONER, av)
    befolkning.uten_halvparten_av_vedtakene()
    befolkning.fyll_buffere()
    regn_ut()
    with befolkning.uten_vakter(*_TABELLER) as peker:
        peker.execute(_SQL.read_text(encoding="utf-8"), {"bruker": av.bruker_id, "fylke": av.virksomhet_id})
    befolkning.analyser()


def _admin(rapport: Rapport, av: Aktoer) -> None:
    """Measure every list of the administration; the count of queries is a test as well."""
    from django.contrib import admin
    from django.urls import reverse

    from integrering.tilgang.models import Bruker

    Bruker.objects.filter(pk=av.bruker_id).update(is_staff=True)
    klient = lag_klient(av)
    for modell, side in admin.site._registry.items():
        adresse = reverse(f"admin:{modell._meta.app_label}_{modell._meta.model_name}_changelist")
        for sti in (adresse, f"{adresse}?q=a") if side.search_fields else (adresse,):
            antall = spoerringer(klient, sti)
            tid = p95(lambda a=sti: les(klient, a), runder=10)  # type: ignore[misc]
            rapport.forhold(
                f"{sti}, p95 seconds", tid, krav=f"< {GRENSE_LES}, ≤ {MEST_SPOERRINGER} queries",
                holder=tid < GRENSE_LES and antall <= MEST_SPOERRINGER, tider=f"{antall} queries",
            )  # fmt: skip
