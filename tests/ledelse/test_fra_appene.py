"""What training and grants tell leaders is what their own pages say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from opplaering.for_ledelsen import aarets_elever
from regionalt.aarshjul import Hjuldag
from tests.fabrikk import lag_aktoer, lag_person
from tests.gitt.hjelp import avgjort, lag_utlysning
from tests.ledelse.hjelp import I_AAR, I_DAG, hjuldagene, lederens_tall
from tests.opplaering.hjelp import lag_skolegang
from tests.soekt.hjelp import Sak
from tests.tilskudd.runder import sett_satser
from tests.tilskudd.sideverden import Verden
from tests.utsikter.hjelp import elev, venter
from tilskudd import for_ledelsen as motoren
from tilskudd.gitt import for_ledelsen as gitt
from tilskudd.models import BOKFOERT, Kjoering
from tilskudd.queries.oversikt import fordelinger
from tilskudd.utsikter.actions.beregning import oppdater_paa_vent

pytestmark = pytest.mark.django_db


@pytest.fixture
def leder() -> Aktoer:
    """A leader at the county."""
    return lag_aktoer(Rolle.LEDER)


def test_hvert_kvartal_har_sin_siste_dag_i_hjulet(leder: Aktoer) -> None:
    dager = hjuldagene("tilskudd", date(2026, 1, 1), date(2026, 12, 31))
    assert [d.dato for d in dager] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
        date(2026, 12, 31),
    ]
    assert all(d.frist for d in dager) and "1. kvartal 2026" in dager[0].tittel


def test_penger_paa_vent_er_summen_av_det_som_venter(leder: Aktoer) -> None:
    sett_satser()
    with kontekst(kontekst_for(leder)):
        ingen = lederens_tall("penger_paa_vent")
    assert ingen is not None and (ingen.verdi.split(), ingen.farge) == (["0", "kr"], "success")
    person = elev()
    oppdater_paa_vent()
    sum_ = sum(kroner for kroner, _dager in venter(person).values())
    with kontekst(kontekst_for(leder)):
        tall = lederens_tall("penger_paa_vent")
    assert tall is not None and sum_ > 0 and tall.farge == "warning" and "1 person" in tall.detalj
    assert int("".join(t for t in tall.verdi if t.isdigit())) == sum_


def test_skoleperioder_som_ikke_stemmer(leder: Aktoer) -> None:
    with kontekst(kontekst_for(leder)):
        ingen = lederens_tall("ikke_avstemt")
    assert ingen is not None and ingen.farge == "success"
    lag_skolegang(lag_person(), fra=I_DAG - timedelta(days=90))
    with kontekst(kontekst_for(leder)):
        tall = lederens_tall("ikke_avstemt")
    assert tall is not None
    assert (tall.verdi, tall.detalj, tall.farge) == ("1", "av 1 perioder", "warning")


@pytest.mark.parametrize(
    ("hva", "fra", "til", "i_aaret", "paa_slutten"),
    [
        ("hele året", date(2024, 8, 19), date(2026, 6, 20), 1, 1),
        ("sluttet i mars", date(2024, 8, 19), date(2025, 3, 1), 1, 0),
        ("begynte i august", date(2025, 8, 18), None, 1, 1),
        ("begynte året etter", date(2026, 1, 5), None, 0, 0),
        ("sluttet året før", date(2023, 8, 21), date(2024, 12, 31), 0, 0),
    ],
)
def test_elevene_i_et_aar(
    leder: Aktoer, hva: str, fra: date, til: date | None, i_aaret: int, paa_slutten: int
) -> None:
    lag_skolegang(lag_person(), fra=fra, til=til)
    with kontekst(kontekst_for(leder)):
        tabeller = aarets_elever(2025)
    if not i_aaret:
        assert tabeller == (), hva
    else:
        assert [rad[1] for rad in tabeller[0].rader] == [i_aaret, paa_slutten, 1], hva


def test_godkjente_kjoeringer_er_de_samme_kronene(leder: Aktoer) -> None:
    verden = Verden()
    with kontekst(kontekst_for(leder)):
        godkjente = list(Kjoering.objects.filter(tilstand__in=BOKFOERT).order_by("kvartal"))
        summer = fordelinger(k.pk for k in godkjente)
        aar = {k.kvartal.aar for k in godkjente}
        rader = [rad for ett in sorted(aar) for t in motoren.godkjent_i_aaret(ett) for rad in t.rader]
        assert verden.utkast.kvartal not in {k.kvartal for k in godkjente}
        assert motoren.godkjent_i_aaret(1990) == ()
    forventet = [(summer[k.pk].eget_fylke, summer[k.pk].kommuner) for k in godkjente if k.pk in summer]
    assert [(rad[1], rad[2]) for rad in rader] == forventet and forventet


def test_soeknadsfrister_staar_i_hjulet_naar_de_er_kunngjort(leder: Aktoer) -> None:
    aapen = lag_utlysning(navn="Åpen utlysning")
    lag_utlysning(aapen=False, navn="Bare et utkast")
    sak = Sak()

    def dagene() -> list[Hjuldag]:
        ramme = (I_DAG, I_DAG + timedelta(days=90))
        return [*hjuldagene("gitt", *ramme), *hjuldagene("soekt", *ramme)]

    with kontekst(kontekst_for(leder)):
        dager = dagene()
    titler = [d.tittel for d in dager]
    assert titler == ["Søknadsfrist: Åpen utlysning", f"Søknadsfrist: {sak.utlysning}"]
    assert dager[0].dato == aapen.frist and all(d.frist for d in dager)


def test_tilskudd_som_er_gitt_er_det_som_er_vedtatt(leder: Aktoer) -> None:
    frist_i_aar = date(I_AAR, 12, 31)
    soeknad = avgjort(lag_utlysning(navn="Frivillige", frist=frist_i_aar))
    with kontekst(kontekst_for(leder)):
        (tabell,) = gitt.innvilget(I_AAR)
        vedtatt = soeknad.vedtak.get().beloep
        assert gitt.innvilget(I_AAR - 1) == ()
    assert tabell.rader == (("Frivillige", 1, 1, vedtatt),)
