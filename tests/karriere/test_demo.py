"""Demoen: to sentre dekker fylket, og det finnes noen på hvert trinn i veiledningen."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.utils import timezone
from pytest_django import Settings

from integrering.demo.actions import lag_personer
from integrering.demo.befolkning import Ramme, befolkning
from integrering.demo.brukere import opprett_brukere
from integrering.demo.eksempler import karriere
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from karriere.models import (
    Henvisning,
    Kvalitetssvar,
    Notat,
    Opplegg,
    Oppleggsforslag,
    Sak,
    Samtale,
    Senterveileder,
)
from karriere.queries.koe import antall_i_fanene, koen
from karriere.queries.sentre import uten_senter
from karriere.rules.koe import innen_fristen
from tests.demo.test_befolkning import KOMMUNER


def test_de_fleste_er_veiledet_innen_tre_maaneder() -> None:
    ramme = Ramme(50, date(2026, 11, 22), "50", KOMMUNER)
    begge = {"nir_bosetting", "nir_karriereveiledning"}
    rader = [{v.tabell: v.verdier for v in p.versjoner if v.tabell in begge} for p in befolkning(ramme, 400)]
    veiledet = [(r["nir_bosetting"][0], r["nir_karriereveiledning"][0]) for r in rader if set(r) == begge]
    dager = [(veiledet_dag - bosatt).days for bosatt, veiledet_dag in veiledet]
    assert len(veiledet) > 200
    assert min(dager) >= 35 and max(dager) <= 100
    assert 0.7 < sum(d <= 90 for d in dager) / len(dager) < 0.95


def test_uten_brukerne_lages_ingenting(db: None) -> None:
    karriere.lag(timezone.localdate())
    with kontekst(motor_kontekst()):
        assert not Sak.objects.exists()


@pytest.mark.django_db
def test_det_finnes_noen_paa_hvert_trinn(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMO = True
    monkeypatch.setenv("INTEGRERING_LOKAL", "1")
    i_dag = timezone.localdate()
    with kontekst(motor_kontekst()):
        opprett_brukere(i_dag)
    lag_personer(i_dag=i_dag, antall=600, froe=50)
    karriere.lag(i_dag)
    veileder = aktoer_med_rolle("karriereveileder", Rolle.KARRIEREVEILEDER)
    assert veileder is not None
    with kontekst(kontekst_for(veileder)):
        antall = antall_i_fanene(koen({"senter": "mine"}, veileder.bruker_id, i_dag))
        assert min(fane.antall for fane in antall.values()) > 0, antall
        assert Samtale.objects.filter(slag="gruppe").exists()
        assert Kvalitetssvar.objects.count() == 4
        assert {h.sendt is None for h in Henvisning.objects.all()} == {True, False}
    with kontekst(motor_kontekst()):
        assert uten_senter() == []
        assert Opplegg.objects.get().kommune.nummer == "5001"
        assert Oppleggsforslag.objects.get().status == "venter"
        assert Senterveileder.objects.count() == 2
        assert Sak.objects.filter(takket_nei=i_dag, rett="rett").count() == 1
        assert Sak.objects.filter(gjennomfoert=i_dag, overlevert=i_dag).count() == 1
        utfall = Counter(innen_fristen(s.frist, s.gjennomfoert) for s in Sak.objects.all())
        aapne = Oppgave.objects.filter(kilde="karriere_sak", lukket=None)
        notater_som_mangler = aapne.filter(regel="KARRIERE_NOTAT").count()
    assert utfall[True] > 2 * utfall[False] > 0
    assert 0 < notater_som_mangler < 40, "bare de siste ukenes notater gjenstår"
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    assert av is not None
    with kontekst(kontekst_for(av)):
        notater = list(Notat.objects.select_related("sak"))
    assert all(n.har_anbefaling is not n.sak.bare_rett for n in notater)
    assert all(n.overlevert for n in notater)
