"""Hva kommunen ikke har fått vite ennå (forskriften § 59)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from integrering.grunnmur import maaneder
from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.models import Bosted, Person
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from opplaering.actions import skolegang as handling
from opplaering.actions.skolegang import data_av
from opplaering.models import Soeknad
from tests import fabrikk
from tests.fabrikk import STEINKJER
from tests.opplaering.hjelp import (
    FRA,
    I_DAG,
    TIL,
    koordinator,
    lag_klasse,
    lag_skolegang,
    lag_tilbud,
    skolegangen,
)
from tests.opplaering.meldingshjelp import FORRIGE, lag_fravaer, lag_resultat, meld, umeldte

pytestmark = pytest.mark.django_db


@pytest.fixture
def elev() -> Person:
    return fabrikk.lag_person()


def slag(person: Person) -> list[str]:
    return [rad.slag for rad in umeldte([person])]


def gjoer(hva: str, person: Person, nr: int = -1, **mer: Any) -> None:
    """Do something to the person's period, as the county."""
    av, rad = koordinator(), skolegangen(person)[nr]
    with kontekst(kontekst_for(av)):
        getattr(handling, hva)(registrering=rad.registrering_id, sett=rad.pk, av=av, **mer)


def rett(person: Person, **felt: Any) -> None:
    rad = skolegangen(person)[-1]
    verdier = {navn: getattr(data_av(rad), navn) for navn in data_av(rad).__dataclass_fields__}
    gjoer("rett_skolegang", person, data=type(data_av(rad))(**verdier | felt), aarsak="Feil i listen.")


def test_start_slutt_og_ingenting_to_ganger(elev: Person) -> None:
    lag_skolegang(elev)
    [start] = umeldte([elev])
    assert (start.slag, start.hendt, start.frist) == ("start", FRA, pluss_maaneder(FRA, 2))
    assert (start.innhold["fra"], start.innhold["til"]) == (FRA.isoformat(), None)
    assert start.kommune == elev.kommune
    meld([elev])
    assert umeldte([elev]) == []
    gjoer("avslutt_skolegang", elev, siste_dag=I_DAG, grunn="fullfoert")
    [slutt] = umeldte([elev])
    assert (slutt.slag, slutt.hendt, slutt.innhold["til"]) == ("slutt", I_DAG, I_DAG.isoformat())
    meld([elev])
    assert umeldte([elev]) == []


def test_begynte_og_sluttet_foer_noe_ble_meldt_er_en_melding(elev: Person) -> None:
    lag_skolegang(elev, til=I_DAG)
    assert [(r.slag, r.innhold["til"]) for r in umeldte([elev])] == [("start", I_DAG.isoformat())]


def test_andre_timer_er_en_melding_om_den_nye_perioden(elev: Person) -> None:
    """Den gamle avsluttes dagen før: det følger av meldingen om den nye."""
    lag_skolegang(elev)
    meld([elev])
    gjoer("endre_timer", elev, fra=I_DAG, timer_per_uke=32)
    [timer] = umeldte([elev])
    assert (timer.slag, timer.hendt, timer.innhold["timer_per_uke"]) == ("timer", I_DAG, "32.0")


def test_rettelse_og_tilbake(elev: Person) -> None:
    """Det som er meldt og rettes, meldes igjen; en klasse er ikke noe kommunen registrerer."""
    lag_skolegang(elev)
    meld([elev])
    rett(elev, klasse_id=lag_klasse().pk)
    assert slag(elev) == []
    rett(elev, fra=FRA + timedelta(days=7))
    [rettelse] = umeldte([elev])
    assert (rettelse.slag, rettelse.hendt, rettelse.frist) == ("rettelse", I_DAG, pluss_maaneder(I_DAG, 2))
    meld([elev])
    gjoer("annuller_skolegang", elev, aarsak="Feil person.")
    [borte] = umeldte([elev])
    assert (borte.slag, borte.innhold["annullert"]) == ("rettelse", True)
    meld([elev])
    assert slag(elev) == []


def test_ny_klasse_er_ingen_endring_for_kommunen(elev: Person) -> None:
    """Perioden deles der klassen byttes. Det som er meldt, gjelder; slutten meldes for begge."""
    lag_skolegang(elev)
    meld([elev])
    rett(elev, til=I_DAG - timedelta(days=1))
    lag_skolegang(elev, fra=I_DAG, klasse=lag_klasse())
    assert slag(elev) == []
    gjoer("avslutt_skolegang", elev, siste_dag=I_DAG, grunn="fullfoert")
    [slutt] = umeldte([elev])
    assert (slutt.slag, slutt.innhold["fra"], slutt.innhold["til"]) == (
        "slutt", FRA.isoformat(), I_DAG.isoformat(),
    )  # fmt: skip


def test_det_som_annulleres_foer_det_er_meldt_meldes_aldri(elev: Person) -> None:
    lag_skolegang(elev)
    gjoer("annuller_skolegang", elev, aarsak="Feil person.")
    assert slag(elev) == []


def test_det_som_ikke_har_begynt_ventes_det_med(elev: Person) -> None:
    lag_skolegang(elev, fra=I_DAG + timedelta(days=1), til=TIL)
    assert slag(elev) == []


def test_den_som_flytter_meldes_til_den_nye_kommunen(elev: Person) -> None:
    """Den som går på skole nå, meldes til den nye; det som er over, er meldt før."""
    lag_skolegang(elev)
    lag_resultat(elev)
    meld([elev])
    flytt(elev)
    [start] = umeldte([elev])
    assert (start.slag, start.kommune.nummer) == ("start", STEINKJER)


def flytt(person: Person) -> None:
    """Let the person move to Steinkjer yesterday."""
    with kontekst(motor_kontekst()):
        gammelt = Bosted.objects.gjeldende().get(person=person)
    fabrikk.rett(gammelt, til=I_DAG - timedelta(days=1))
    fabrikk.lag_bosted(person, kommune=STEINKJER, fra=I_DAG)


def test_fravaeret_meldes_for_maaneden_samlet(elev: Person) -> None:
    """Én melding for en person og en måned, med frist den 10. i neste (forskriften § 59)."""
    lag_fravaer(elev, timer=40, gyldig=4)
    lag_fravaer(elev, "samf_norge", timer=10, ugyldig=2)
    lag_fravaer(elev, maaned=maaneder.maaned(I_DAG))
    [rad] = umeldte([elev])
    frist = maaneder.neste(FORRIGE).replace(day=10)
    assert (rad.slag, rad.hendt, rad.frist) == ("fravaer", maaneder.siste_dag(FORRIGE), frist)
    assert [(li["undervisning"], li["gyldig"], li["ugyldig"]) for li in rad.innhold["linjer"]] == [
        ("norsk", "4.0", "0.0"), ("samf_norge", "0.0", "2.0"),
    ]  # fmt: skip
    meld([elev])
    assert slag(elev) == []
    lag_fravaer(elev, "samf_arbeidsliv", timer=3)
    [rad] = umeldte([elev])
    assert (rad.slag, len(rad.innhold["linjer"])) == ("rettelse", 3)


def test_resultat_og_opptak(elev: Person) -> None:
    lag_resultat(elev, dato=date(2026, 1, 31))
    [rad] = umeldte([elev])
    assert (rad.slag, rad.frist, rad.innhold["lese"]) == ("resultat", date(2026, 3, 31), "b1")
    soeknad = lag_soeknad(elev)
    assert slag(elev) == ["resultat"]
    innvilg(soeknad)
    [_resultat, opptak] = umeldte([elev])
    assert (opptak.slag, opptak.innhold["oppstart"]) == ("opptak", TIL.isoformat())
    meld([elev])
    assert slag(elev) == []
    innvilg(soeknad, oppstart=TIL + timedelta(days=1))
    assert slag(elev) == ["rettelse"]


def lag_soeknad(person: Person) -> Soeknad:
    av = koordinator()
    with kontekst(kontekst_for(av)):
        return Soeknad.objects.create(
            person=person, mottatt=FRA, gruppe="voksen", rett="18_3", endret_av_id=av.bruker_id
        )


def innvilg(soeknad: Soeknad, oppstart: date = TIL) -> None:
    av = koordinator()
    tilbud = soeknad.tilbud_id or lag_tilbud().pk
    with kontekst(kontekst_for(av)):
        soeknad.lagre_over(
            versjon=soeknad.versjon, bruker_id=av.bruker_id, utfall="innvilget", vedtaksdato=I_DAG,
            tilbud_id=tilbud, oppstart=oppstart,
        )  # fmt: skip
        soeknad.refresh_from_db()


def test_uten_kommune_er_det_ingen_aa_melde_til() -> None:
    with kontekst(motor_kontekst()):
        uten = Person.objects.create(duf=fabrikk.nytt_duf())
    lag_skolegang(uten)
    assert slag(uten) == []
