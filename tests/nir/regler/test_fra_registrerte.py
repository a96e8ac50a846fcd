"""Hva reglene får vite av registreringene, og hva «ikke registrert» betyr."""

from __future__ import annotations

import pytest

from integrering.nir.rules.fra_registrerte import SLAG, grunnlag
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.registrert import Registrert, samle
from integrering.nir.rules.status import Tilstand
from tests.nir.regler.saker import (
    BOSATT,
    FASTE,
    NORSK,
    PROGRAM,
    dag,
    fakta,
    rad,
)

R, T, d = Registrering, Tilstand, dag
Rader = tuple[Registrert, ...]


def test_bare_slagene_som_leses_betyr_noe() -> None:
    """Personsiden leser bare disse slagene: med resten i tillegg vet reglene ikke mer."""
    alt = [rad(slag, d("1.5.2026"), til=d("2.5.2026")) for slag in FASTE]
    leses = [r for r in alt if r.slag in SLAG]
    assert {r.slag for r in leses} == set(SLAG)
    assert grunnlag(samle(leses)) == grunnlag(samle(alt))


def test_ingenting_registrert() -> None:
    g = grunnlag(samle([]))
    assert (g.foedt, g.tillatelse, g.bosatt, g.etter_avtale, g.har_vgs, g.barn_under_18) == (None,) * 6
    assert (g.arbeid_timer, g.fylkets_ansvar, g.utvidet_norsk, g.kartlagt_foer_bosetting) == (
        0,
        (),
        False,
        False,
    )
    assert (g.tidligere_tillatelser, g.vedtak_kap_6a, g.permisjoner_norsk, g.fritak) == ((), None, (), ())


def test_bosatt_er_bosettingen_ellers_foerste_bosted() -> None:
    assert grunnlag(fakta()).bosatt == d("1.3.2026")
    uten = grunnlag(fakta(uten=(BOSATT[2],)))
    assert (uten.bosatt, uten.folkeregistrert, uten.etter_avtale) == (d("3.3.2026"), d("3.3.2026"), None)


def test_arbeid_er_tretti_timer_eller_ingen() -> None:
    assert grunnlag(fakta(rad("bosetting", d("2.3.2026"), i_arbeid=True))).arbeid_timer == 30
    assert grunnlag(fakta()).arbeid_timer == 0


def test_tilbudet_er_tilbudet_ellers_starten_i_vedtaket() -> None:
    assert grunnlag(fakta(PROGRAM, NORSK)).tilbud_oppstart_intro == d("10.4.2026")
    g = grunnlag(fakta(PROGRAM, rad("tilbud", d("5.4.2026")), rad("tilbud", d("6.4.2026"), ordning="norsk")))
    assert (g.tilbud_oppstart_intro, g.tilbud_oppstart_norsk) == (d("5.4.2026"), d("6.4.2026"))


def test_tidligere_tillatelser() -> None:
    g = grunnlag(fakta(rad("tidligere-tillatelse", d("1.4.2022"))))
    assert (g.tidligere_tillatelser, g.par9_fra, g.vedtak_kap_6a) == (("9e",), d("1.4.2022"), True)
    uten = grunnlag(fakta(rad("tidligere-tillatelse", d("1.4.2022"), tillatelse="28", vedtak_kap_6a=False)))
    assert (uten.par9_fra, uten.vedtak_kap_6a) == (None, False)


def test_en_ny_begrenset_tillatelse_er_en_fornyelse() -> None:
    naa = rad("opplysninger", d("1.2.2026"), tillatelse="9d")
    assert grunnlag(samle([naa])).foerste_fornyelse is None
    foer = rad("tidligere-tillatelse", d("1.2.2025"), tillatelse="9d", vedtak_kap_6a=False)
    assert grunnlag(samle([naa, foer])).foerste_fornyelse == d("1.2.2026")


@pytest.mark.parametrize(
    ("nivaa", "vgs", "ventet"),
    [
        ("ikke_grunnskole", False, (False, False)),
        ("grunnskole", False, (False, True)),
        ("hoeyere", True, (True, True)),
    ],
)
def test_utdanning(nivaa: str, vgs: bool, ventet: tuple[bool, bool]) -> None:
    g = grunnlag(fakta(rad("utdanningsbakgrunn", d("1.4.2026"), nivaa=nivaa, vgs_nivaa=vgs)))
    assert (g.har_vgs, g.fullfoert_grunnskole) == ventet


@pytest.mark.parametrize(
    ("fra", "grunn", "ventet"),
    [
        ("norsk", "23a", ("23a", "norsk", False)),
        ("samfunn", "24b", ("24b", "samfunnskunnskap", False)),
        ("norskproeve", "25", ("25-andre", "norsk", True)),
        ("samfunnsproeve", "24a", ("24a", "samfunnskunnskap", True)),
    ],
)
def test_fritak(fra: str, grunn: str, ventet: tuple[str, str, bool]) -> None:
    [f] = grunnlag(fakta(rad("fritak", d("1.5.2026"), fritak_fra=fra, rettsgrunnlag=grunn))).fritak
    assert (f.kode.value, f.fag.value, f.bare_proeve) == ventet


def test_koder_reglene_ikke_kjenner_er_ukjent() -> None:
    egen = rad("fritak", d("1.5.2026"), rettsgrunnlag="egen")
    assert grunnlag(fakta(egen, rad("sluttmaal", d("1.5.2026"), maal="egen"))).fritak == ()
    assert grunnlag(fakta(rad("sluttmaal", d("1.5.2026"), maal="egen"))).sluttmaal is None


def test_gjenaapning_samme_dag_eller_senere_opphever_slutten() -> None:
    slutt = rad("avslutning", d("1.8.2026"))
    for aapnet, ventet in (("31.7.2026", d("1.8.2026")), ("1.8.2026", None), ("2.8.2026", None)):
        assert grunnlag(fakta(PROGRAM, slutt, rad("gjenaapning", d(aapnet)))).avsluttet_intro == ventet
