"""Norsk, samfunnskunnskap og videregående i sjekklisten: eksempler, med frist og grensedager."""

from __future__ import annotations

from decimal import Decimal

import pytest

from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.registrert import Registrert
from integrering.nir.rules.status import Tilstand
from tests.nir.regler.saker import (
    NORSK,
    PROGRAM,
    UTDANNING,
    Linje,
    dag,
    rad,
    stemmer,
)

R, T, d = Registrering, Tilstand, dag
Rader = tuple[Registrert, ...]


def timer(*maaneder: str, modul: str = "norsk", antall: int = 40) -> Rader:
    return tuple(rad("timer", d(f"1.{m}"), modul=modul, timer=Decimal(antall)) for m in maaneder)


SKOLE = rad("fulltid-videregaaende", d("17.8.2026"))
SAMF = ("samf_norge", "samf_arbeidsliv", "samf_hverdagsliv")
NORSKLINJER: list[Linje] = [
    ("retten står, uten vedtak: ingen frist ennå", R.UTDANNINGSBAKGRUNN, (), "1.9.2026", T.MANGLER, "", "",
     ""),
    ("to måneder etter det første vedtaket", R.UTDANNINGSBAKGRUNN, (NORSK, PROGRAM), "1.9.2026",
     T.MANGLER, "1.6.2026", "1.4.2026", ""),
    ("opplyst", R.UTDANNINGSBAKGRUNN, (UTDANNING,), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("tre måneder etter folkeregistrering", R.VEDTAK_NORSK, (), "1.9.2026", T.MANGLER, "3.6.2026",
     "3.3.2026", ""),
    ("går på skole: to måneder etter at vedtaket burde vært der", R.VEDTAK_NORSK, (SKOLE,), "1.9.2026",
     T.MANGLER, "3.8.2026", "17.8.2026", ""),
    ("skolen begynte først", R.VEDTAK_NORSK, (rad("fulltid-videregaaende", d("4.3.2026")),), "1.9.2026",
     T.MANGLER, "4.5.2026", "4.3.2026", ""),
    ("vedtak er gjort", R.VEDTAK_NORSK, (NORSK,), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("avslag", R.VEDTAK_NORSK, (rad("avslag", d("1.4.2026"), ordning="norsk"),), "1.9.2026",
     T.REGISTRERT, "", "", "avslag"),
    ("uten vedtak", R.OPPSTART_NORSK, (), "1.9.2026", T.GJELDER_IKKE, "", "", "ikke_vedtak"),
    ("startdatoen står i vedtaket", R.OPPSTART_NORSK, (NORSK,), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("to måneder etter oppstart", R.NORSKMAAL, (NORSK,), "1.9.2026", T.MANGLER, "10.6.2026", "10.4.2026", ""),
    ("satt", R.NORSKMAAL, (NORSK, rad("norskmaal", d("1.4.2026"))), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("to måneder etter vedtaket", R.NORSKPLAN, (NORSK,), "1.9.2026", T.MANGLER, "1.6.2026", "1.4.2026", ""),
    ("i program: én samlet plan", R.NORSKPLAN, (NORSK, PROGRAM), "1.9.2026",
     T.GJELDER_IKKE, "", "", "samlet_i_integreringsplan"),
    ("hel", R.NORSKPLAN, (NORSK, rad("norskplan", d("1.4.2026"))), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("uten omfang", R.NORSKPLAN, (NORSK, rad("norskplan", d("1.5.2026"), innhold=("norskmaal",
     "klagemuligheter"))),
     "1.9.2026", T.DELVIS, "1.7.2026", "1.5.2026", "plan_ufullstendig"),
    ("oppstartsmåneden er ikke slutt", R.TIMER_NORSK, (NORSK,), "30.4.2026", T.GJELDER_IKKE, "", "",
     "ikke_startet"),
    ("april er slutt: innen den tiende", R.TIMER_NORSK, (NORSK,), "1.5.2026",
     T.MANGLER, "10.5.2026", "1.4.2026", "maaneder_mangler"),
    ("april er ført, mai mangler", R.TIMER_NORSK, (NORSK, *timer("4.2026")), "1.6.2026",
     T.DELVIS, "10.6.2026", "1.5.2026", "maaneder_mangler"),
    ("samfunnskunnskap er ikke norsk", R.TIMER_NORSK, (NORSK, *timer("4.2026", modul="samf_norge")),
     "1.5.2026",
     T.MANGLER, "10.5.2026", "1.4.2026", "maaneder_mangler"),
    ("desember føres i januar", R.TIMER_NORSK,
     (NORSK, *timer("4.2026", "5.2026", "6.2026", "7.2026", "8.2026", "9.2026", "10.2026", "11.2026")),
     "31.1.2027",
     T.DELVIS, "10.1.2027", "1.12.2026", "maaneder_mangler"),
    ("alle er ført", R.TIMER_NORSK, (NORSK, *timer("4.2026", "5.2026")), "30.6.2026", T.REGISTRERT, "", "",
     ""),
    ("permisjon hele mai", R.TIMER_NORSK,
     (NORSK, *timer("4.2026"), rad("permisjon", d("1.5.2026"), til=d("31.5.2026"), ordning="norsk")),
     "1.6.2026",
     T.REGISTRERT, "", "", ""),
    ("permisjon nesten hele mai", R.TIMER_NORSK,
     (NORSK, *timer("4.2026"), rad("permisjon", d("2.5.2026"), til=d("31.5.2026"), ordning="norsk")),
     "1.6.2026",
     T.DELVIS, "10.6.2026", "1.5.2026", "maaneder_mangler"),
    ("ferie er ikke permisjon", R.TIMER_NORSK,
     (NORSK, *timer("4.2026"),
      rad("permisjon", d("1.5.2026"), til=d("31.5.2026"), ordning="norsk", permisjon="ferie")), "1.6.2026",
     T.DELVIS, "10.6.2026", "1.5.2026", "maaneder_mangler"),
    ("fulltid videregående hele september", R.TIMER_NORSK,
     (NORSK, SKOLE, *timer("4.2026", "5.2026", "6.2026", "7.2026", "8.2026")), "1.10.2026",
     T.REGISTRERT, "", "", ""),
    ("bare skole siden oppstart", R.TIMER_NORSK,
     (rad("vedtak", d("1.9.2026")), SKOLE), "1.10.2026", T.GJELDER_IKKE, "", "", "ikke_startet"),
    ("avsluttet i april", R.TIMER_NORSK,
     (NORSK, *timer("4.2026"), rad("avslutning", d("30.4.2026"), ordning="norsk")), "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("stanset for godt 1. mai", R.TIMER_NORSK, (NORSK, *timer("4.2026"), rad("stans", d("1.5.2026"))),
     "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("opplæringen har ikke startet", R.TIMER_SAMF, (NORSK,), "9.4.2026", T.GJELDER_IKKE, "", "",
     "ikke_startet"),
    ("ett år fra tilbudet om oppstart", R.TIMER_SAMF, (NORSK,), "10.4.2026", T.MANGLER, "10.4.2027",
     "10.4.2026", ""),
    ("74 av 75 timer", R.TIMER_SAMF, (NORSK, *timer("5.2026", modul=SAMF[0], antall=50),
     *timer("6.2026", modul=SAMF[1], antall=24)), "1.9.2026", T.DELVIS, "10.4.2027", "10.4.2026",
     "for_faa_timer"),
    ("75 timer", R.TIMER_SAMF, (NORSK, *timer("5.2026", modul=SAMF[0], antall=50),
     *timer("6.2026", modul=SAMF[2], antall=25)), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("fylket har ansvaret: bare det som tas", R.TIMER_SAMF, (NORSK, SKOLE), "1.9.2026",
     T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("fylket har ansvaret, og noe er tatt", R.TIMER_SAMF, (NORSK, SKOLE, *timer("8.2026", modul=SAMF[0],
     antall=3)),
     "1.9.2026", T.REGISTRERT, "", "", ""),
    ("fritatt: bare det som tas", R.TIMER_SAMF,
     (NORSK, rad("fritak", d("1.5.2026"), fritak_fra="samfunn", rettsgrunnlag="24a")), "1.9.2026",
     T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("ikke i skole", R.FULLTID_VGO, (), "1.9.2026", T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("hel periode", R.FULLTID_VGO, (SKOLE,), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("uten sluttdato", R.FULLTID_VGO, (rad("fulltid-videregaaende", d("17.8.2026"), til=None),), "1.9.2026",
     T.DELVIS, "17.10.2026", "17.8.2026", "uten_sluttdato"),
    ("29,5 timer", R.FULLTID_VGO,
     (rad("fulltid-videregaaende", d("17.8.2026"), timer_per_uke=Decimal("29.5")),), "1.9.2026",
     T.DELVIS, "17.10.2026", "17.8.2026", "ikke_fulltid"),
    ("kombinasjonsklasse uten avklart ansvar", R.FULLTID_VGO,
     (rad("fulltid-videregaaende", d("17.8.2026"), timer_per_uke=Decimal(20), kombinasjonsklasse=True),),
     "1.9.2026",
     T.DELVIS, "17.10.2026", "17.8.2026", "uten_hovedansvar"),
    ("tiltaket er videregående på fulltid", R.FULLTID_VGO,
     (PROGRAM, rad("tiltak", d("17.8.2026"), tiltak="videregaaende", timer_per_uke=Decimal(30))), "1.9.2026",
     T.MANGLER, "17.10.2026", "17.8.2026", "vgo_uten_periode"),
    ("videregående på deltid er bare et tiltak", R.FULLTID_VGO,
     (PROGRAM, rad("tiltak", d("17.8.2026"), tiltak="videregaaende", timer_per_uke=Decimal("29.5"))),
     "1.9.2026",
     T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("tiltak og periode sammen", R.FULLTID_VGO,
     (PROGRAM, SKOLE, rad("tiltak", d("1.9.2026"), tiltak="videregaaende", timer_per_uke=Decimal(30))),
     "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("tiltaket går ut over perioden", R.FULLTID_VGO,
     (PROGRAM, SKOLE, rad("tiltak", d("16.8.2027"), tiltak="videregaaende", timer_per_uke=Decimal(30))),
     "1.9.2027",
     T.DELVIS, "16.10.2027", "16.8.2027", "vgo_uten_periode"),
]  # fmt: skip


@pytest.mark.parametrize("linje", NORSKLINJER, ids=lambda linje: f"{linje[1]}: {linje[0]}")
def test_norsk_og_samfunnskunnskap(linje: Linje) -> None:
    stemmer(linje)
