"""Registrert, delvis, mangler, gjelder ikke eller kan ikke avgjøres: eksempler per registrering,
     med frist og grensedager.

Tabellen i docs/registreringer.md sier det samme.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from integrering.nir.rules.fra_registrerte import grunnlag
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.registreringer import Lovkolonne, Registrering
from integrering.nir.rules.registrert import Registrert, samle
from integrering.nir.rules.status import Celle, Tilstand, personstatus
from tests.nir.regler.personer import I_DAG, REGLER
from tests.nir.regler.saker import (
    ALT_I_PLANEN,
    BOSATT,
    NORSK,
    PROGRAM,
    RETTES,
    celle,
    dag,
    fakta,
    rad,
    status,
)

R, T, d = Registrering, Tilstand, dag
Rader = tuple[Registrert, ...]
UTDANNING = rad("utdanningsbakgrunn", d("1.4.2026"))
MAAL = rad("sluttmaal", d("1.4.2026"), maal="arbeid_uten_vgs")
TILBUD = rad("tilbud", d("10.4.2026"))
# Program mot arbeid uten videregående: to år fra 10.4.2026
TO_AAR = (PROGRAM, UTDANNING, MAAL)


def har(c: Celle, tilstand: Tilstand, frist: str = "", siden: str = "", grunn: str = "") -> None:
    ventet = (tilstand, d(frist) if frist else None, d(siden) if siden else None, grunn)
    assert (c.tilstand, c.frist, c.siden, c.grunn) == ventet


# --- Introduksjonsprogram ---

# registrering, det som er registrert, dagen, tilstand, frist, regnet fra, grunn
Linje = tuple[str, Registrering, Rader, str, Tilstand, str, str, str]
INTRO: list[Linje] = [
    ("tre måneder etter bosetting", R.KOMPETANSEKARTLEGGING, (), "1.9.2026", T.MANGLER, "1.6.2026",
     "1.3.2026", ""),
    ("gjort", R.KOMPETANSEKARTLEGGING, (rad("kompetansekartlegging", d("1.4.2026")),), "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("gjort før bosetting", R.KOMPETANSEKARTLEGGING, (rad("kompetansekartlegging", d("28.2.2026")),),
     "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("tre måneder etter bosetting", R.VEDTAK_INTRO, (), "2.3.2026", T.MANGLER, "1.6.2026", "1.3.2026", ""),
    ("vedtak er gjort", R.VEDTAK_INTRO, (PROGRAM,), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("avslag er også et vedtak", R.VEDTAK_INTRO, (rad("avslag", d("1.4.2026")),), "1.9.2026",
     T.REGISTRERT, "", "", "avslag"),
    ("avslag på norsk er et annet vedtak", R.VEDTAK_INTRO, (rad("avslag", d("1.4.2026"), ordning="norsk"),),
     "1.9.2026", T.MANGLER, "1.6.2026", "1.3.2026", ""),
    ("uten vedtak", R.OPPSTART_INTRO, (), "1.9.2026", T.GJELDER_IKKE, "", "", "ikke_vedtak"),
    ("startdatoen står i vedtaket", R.OPPSTART_INTRO, (PROGRAM,), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("to måneder etter vedtaket", R.SLUTTMAAL, (PROGRAM,), "1.9.2026", T.MANGLER, "1.6.2026", "1.4.2026", ""),
    ("satt", R.SLUTTMAAL, TO_AAR, "1.9.2026", T.REGISTRERT, "", "", ""),
    ("to måneder etter vedtaket", R.INTEGRERINGSPLAN, (PROGRAM,), "1.9.2026", T.MANGLER, "1.6.2026",
     "1.4.2026", ""),
    ("alt § 15 krever", R.INTEGRERINGSPLAN, (PROGRAM, rad("integreringsplan", d("1.4.2026"))), "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("uten begrunnelsen", R.INTEGRERINGSPLAN,
     (PROGRAM, rad("integreringsplan", d("3.4.2026"), innhold=ALT_I_PLANEN[:-1])), "1.9.2026",
     T.DELVIS, "3.6.2026", "3.4.2026", "plan_ufullstendig"),
    ("den nyeste planen teller", R.INTEGRERINGSPLAN,
     (PROGRAM, rad("integreringsplan", d("3.4.2026"), innhold=()), rad("integreringsplan", d("1.8.2026"))),
     "1.9.2026", T.REGISTRERT, "", "", ""),
    ("uten plan: fra vedtaket", R.INTEGRERINGSKONTRAKT, (PROGRAM,), "1.9.2026", T.MANGLER, "1.6.2026",
     "1.4.2026", ""),
    ("samtidig med planen", R.INTEGRERINGSKONTRAKT, (PROGRAM, rad("integreringsplan", d("31.12.2026"))),
     "1.1.2027",
     T.MANGLER, "28.2.2027", "31.12.2026", ""),
    ("signert av begge", R.INTEGRERINGSKONTRAKT, (PROGRAM, rad("integreringskontrakt", d("1.4.2026"))),
     "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("bare deltakeren", R.INTEGRERINGSKONTRAKT,
     (PROGRAM, rad("integreringskontrakt", d("1.4.2026"), kommune_signerte=False)), "1.9.2026",
     T.DELVIS, "1.6.2026", "1.4.2026", "ikke_signert"),
    ("bare kommunen", R.INTEGRERINGSKONTRAKT,
     (PROGRAM, rad("integreringskontrakt", d("1.4.2026"), deltaker_signerte=False)), "1.9.2026",
     T.DELVIS, "1.6.2026", "1.4.2026", "ikke_signert"),
    ("programmet har ikke startet", R.TILTAK_FRAVAER, (PROGRAM,), "9.4.2026", T.GJELDER_IKKE, "", "",
     "ikke_startet"),
    ("startet i dag", R.TILTAK_FRAVAER, (PROGRAM,), "10.4.2026", T.MANGLER, "10.6.2026", "10.4.2026", ""),
    ("pågår", R.TILTAK_FRAVAER, (PROGRAM, rad("tiltak", d("10.4.2026"))), "1.9.2026", T.REGISTRERT, "", "",
     ""),
    ("sluttet for en måned siden", R.TILTAK_FRAVAER,
     (PROGRAM, rad("tiltak", d("10.4.2026"), til=d("2.8.2026"))), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("sluttet for mer enn en måned siden", R.TILTAK_FRAVAER,
     (PROGRAM, rad("tiltak", d("10.4.2026"), til=d("1.8.2026"))), "1.9.2026",
     T.DELVIS, "2.10.2026", "2.8.2026", "ingen_tiltak_siste_maaned"),
    ("permisjon hele måneden", R.TILTAK_FRAVAER,
     (PROGRAM, rad("tiltak", d("10.4.2026"), til=d("1.7.2026")),
      rad("permisjon", d("2.7.2026"), til=d("1.12.2026"))), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("permisjon fra norsk er noe annet", R.TILTAK_FRAVAER,
     (PROGRAM, rad("tiltak", d("10.4.2026"), til=d("1.7.2026")),
      rad("permisjon", d("2.7.2026"), til=d("1.12.2026"), ordning="norsk")), "1.9.2026",
     T.DELVIS, "2.9.2026", "2.7.2026", "ingen_tiltak_siste_maaned"),
    ("tiltak som kommer", R.TILTAK_FRAVAER, (PROGRAM, rad("tiltak", d("1.10.2026"))), "1.9.2026",
     T.DELVIS, "10.6.2026", "10.4.2026", "ingen_tiltak_siste_maaned"),
    ("avsluttet program med tiltak til slutten", R.TILTAK_FRAVAER,
     (PROGRAM, rad("tiltak", d("10.4.2026"), til=d("1.6.2026")), rad("avslutning", d("1.6.2026"))),
     "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("uavklart fravær", R.TILTAK_FRAVAER,
     (PROGRAM, rad("tiltak", d("10.4.2026")),
      rad("fravaer", d("1.6.2026"), til=d("3.6.2026"), fravaer="ikke_avklart")), "1.9.2026",
     T.DELVIS, "3.8.2026", "3.6.2026", "fravaer_uavklart"),
    ("ukjent om personen har barn", R.FORELDREVEILEDNING, (PROGRAM,), "1.9.2026", T.UKJENT, "", "",
     "barn_under_18"),
    ("uten barn", R.FORELDREVEILEDNING, (PROGRAM, rad("familieforhold", d("1.4.2026"))), "1.9.2026",
     T.GJELDER_IKKE, "", "", "uten_barn"),
    ("før programmet slutter", R.FORELDREVEILEDNING,
     (*TO_AAR, rad("familieforhold", d("1.4.2026"), barn_under_18=True)), "1.9.2026",
     T.MANGLER, "9.4.2028", "10.4.2026", ""),
    ("programmet er avsluttet", R.FORELDREVEILEDNING,
     (*TO_AAR, rad("familieforhold", d("1.4.2026"), barn_under_18=True), rad("avslutning", d("31.8.2026"))),
     "31.8.2026", T.MANGLER, "31.10.2026", "31.8.2026", ""),
    ("veiledet, selv om barna ikke er registrert", R.FORELDREVEILEDNING,
     (PROGRAM, rad("foreldreveiledning", d("1.8.2026"))), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("åtte møter med barn", R.FORELDREVEILEDNING,
     (PROGRAM, rad("familieforhold", d("1.4.2026"), barn_under_18=True),
      rad("foreldreveiledning", d("1.8.2026"))), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("tre møter er for få", R.FORELDREVEILEDNING,
     (PROGRAM, rad("familieforhold", d("1.4.2026"), barn_under_18=True),
      rad("foreldreveiledning", d("1.8.2026"), moeter=3)), "1.9.2026",
     T.DELVIS, "1.10.2026", "1.8.2026", "for_faa_moeter"),
    ("samtaler alene telles for seg", R.FORELDREVEILEDNING,
     (PROGRAM, rad("familieforhold", d("1.4.2026"), barn_under_18=True),
      rad("foreldreveiledning", d("1.8.2026"), form="individuell", moeter=5)), "1.9.2026", T.REGISTRERT, "",
     "", ""),
    ("før programmet slutter", R.LIVSMESTRING, TO_AAR, "1.9.2026", T.MANGLER, "9.4.2028", "10.4.2026", ""),
    ("nok timer", R.LIVSMESTRING, (*TO_AAR, rad("livsmestring", d("1.8.2026"))), "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("for få timer om helse", R.LIVSMESTRING,
     (*TO_AAR, rad("livsmestring", d("1.8.2026"), timer_migrasjon=Decimal(9))), "1.9.2026",
     T.DELVIS, "1.10.2026", "1.8.2026", "for_faa_timer"),
    ("for få timer om karriere", R.LIVSMESTRING,
     (*TO_AAR, rad("livsmestring", d("1.8.2026"), timer_karriere=Decimal("14.5"))), "1.9.2026",
     T.DELVIS, "1.10.2026", "1.8.2026", "for_faa_timer"),
    ("to kurs legges sammen", R.LIVSMESTRING,
     (*TO_AAR, rad("livsmestring", d("1.7.2026"), timer_migrasjon=Decimal(6)),
      rad("livsmestring", d("1.8.2026"), timer_migrasjon=Decimal(4))), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("timekravet er ikke kjent uten utdanningen", R.LIVSMESTRING,
     (PROGRAM, rad("livsmestring", d("1.8.2026"), timer_migrasjon=Decimal(1))), "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("ingen", R.PERMISJON, (PROGRAM,), "1.9.2026", T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("med vedtak", R.PERMISJON, (PROGRAM, rad("permisjon", d("1.5.2026"), til=d("3.5.2026"))), "1.9.2026",
     T.REGISTRERT, "", "", ""),
    ("uten vedtaksdato", R.PERMISJON,
     (PROGRAM, rad("permisjon", d("1.5.2026"), til=d("3.5.2026"), vedtaksdato=None)), "1.9.2026",
     T.DELVIS, "1.7.2026", "1.5.2026", "uten_vedtaksdato"),
    ("ferie er ikke enkeltvedtak", R.PERMISJON,
     (PROGRAM, rad("permisjon", d("1.5.2026"), til=d("3.5.2026"), permisjon="ferie", vedtaksdato=None)),
     "1.9.2026", T.REGISTRERT, "", "", ""),
    ("ingen", R.KLAGE, (), "1.9.2026", T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("avgjort", R.KLAGE, (rad("klage", d("1.6.2026")),), "1.9.2026", T.REGISTRERT, "", "", ""),
    ("uten utfall: ingen lov setter en dag", R.KLAGE, (rad("klage", d("1.6.2026"), utfall=""),), "1.9.2026",
     T.DELVIS, "", "1.6.2026", "uten_utfall"),
    ("programmet varer", R.AVSLUTNING, TO_AAR, "9.4.2028", T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("programtiden er ute", R.AVSLUTNING, TO_AAR, "10.4.2028", T.MANGLER, "9.6.2028", "9.4.2028",
     "programtid_ute"),
    ("fraværet forlenger programmet", R.AVSLUTNING,
     (*TO_AAR, rad("fravaer", d("4.5.2026"), til=d("22.5.2026"))), "10.4.2028",
     T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("forlenget av kommunen", R.AVSLUTNING, (*TO_AAR, rad("forlengelse", d("1.3.2028"), til=d("30.6.2028"))),
     "1.7.2028", T.MANGLER, "30.8.2028", "30.6.2028", "programtid_ute"),
    ("lengden er ikke kjent", R.AVSLUTNING, (PROGRAM,), "1.1.2035", T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("stanset for godt", R.AVSLUTNING, (PROGRAM, rad("stans-introduksjonsprogram", d("1.6.2026"))),
     "1.6.2026",
     T.MANGLER, "1.8.2026", "1.6.2026", "stanset"),
    ("stanset en stund", R.AVSLUTNING,
     (PROGRAM, rad("stans-introduksjonsprogram", d("1.6.2026"), varighet="midlertidig")), "1.9.2026",
     T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("avsluttet", R.AVSLUTNING, (PROGRAM, rad("avslutning", d("1.8.2026"))), "1.9.2026", T.REGISTRERT, "",
     "", ""),
    ("uten hovedaktivitet", R.AVSLUTNING, (PROGRAM, rad("avslutning", d("1.8.2026"), hovedaktivitet="")),
     "1.9.2026", T.DELVIS, "1.10.2026", "1.8.2026", "uten_hovedaktivitet"),
    ("norsken er avsluttet, ikke programmet", R.AVSLUTNING,
     (PROGRAM, rad("avslutning", d("1.8.2026"), ordning="norsk")), "1.9.2026",
     T.GJELDER_IKKE, "", "", "naar_det_skjer"),
    ("gjenåpnet", R.AVSLUTNING, (PROGRAM, rad("avslutning", d("1.8.2026")), rad("gjenaapning",
     d("15.8.2026"))),
     "1.9.2026", T.GJELDER_IKKE, "", "", "naar_det_skjer"),
]  # fmt: skip


@pytest.mark.parametrize("linje", INTRO, ids=lambda linje: f"{linje[1]}: {linje[0]}")
def test_introduksjonsprogram(linje: Linje) -> None:
    _navn, hva, rader, naar, tilstand, frist, siden, grunn = linje
    har(celle(hva, *rader, paa=d(naar)), tilstand, frist, siden, grunn)


# --- Norsk og samfunnskunnskap ---


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
    _navn, hva, rader, naar, tilstand, frist, siden, grunn = linje
    har(celle(hva, *rader, paa=d(naar)), tilstand, frist, siden, grunn)


@pytest.mark.parametrize("hva", R)
def test_hver_registrering_har_eksempler(hva: Registrering) -> None:
    assert {linje[4] for linje in (*INTRO, *NORSKLINJER) if linje[1] is hva} >= {T.REGISTRERT}


# --- Lovene ---


def person(
    tillatelse: str, gitt: str, *rader: Registrert, paa: date = I_DAG, **opplysning: Any
) -> dict[str, str]:
    """Tilstandene til en som er bosatt etter avtale 1.3. samme år."""
    bosatt = d(gitt).replace(month=3, day=1)
    r = samle(
        [
            rad("opplysninger", d(gitt), tillatelse=tillatelse, **opplysning),
            rad("bosted", bosatt),
            rad("bosetting", bosatt, ankomst=bosatt),
            *rader,
        ]
    )
    s = personstatus(grunnlag(r), r, REGLER, paa)
    assert list(s.celler) == list(R)
    return {"kolonne": s.kolonne or ""} | {hva.value: c.tilstand.value for hva, c in s.celler.items()}


def med_vedtak(fra: str) -> Rader:
    start = d(fra)
    return (rad("vedtak-introduksjonsprogram", start), rad("vedtak", start))


def test_kollektiv_beskyttelse_foer_2026_har_ikke_kontrakt_plan_eller_livsmestring() -> None:
    s = person("9e", "1.2.2025", *med_vedtak("31.12.2025"))
    assert s["kolonne"] == Lovkolonne.KAP_6A_FOER_2026
    for hva in ("integreringskontrakt", "integreringsplan", "livsmestring", "timer_samf"):
        assert s[hva] == T.GJELDER_IKKE, hva
    assert (s["sluttmaal"], s["norskplan"]) == (T.MANGLER, T.MANGLER)


def test_kollektiv_beskyttelse_fra_2026_foelger_programmet_men_ikke_samfunnskunnskapen() -> None:
    s = person("9e", "1.2.2025", *med_vedtak("1.1.2026"))
    assert s["kolonne"] == Lovkolonne.KAP_6A
    assert (s["integreringskontrakt"], s["livsmestring"], s["timer_samf"]) == (
        T.MANGLER,
        T.MANGLER,
        T.GJELDER_IKKE,
    )


def test_introduksjonsloven_ber_om_vedtak_tiltak_og_timer() -> None:
    s = person("9a", "1.2.2019", *med_vedtak("1.5.2019"))
    assert s["kolonne"] == Lovkolonne.INTRODUKSJONSLOVEN
    assert (s["vedtak_intro"], s["tiltak_fravaer"], s["timer_norsk"]) == (T.REGISTRERT, T.MANGLER, T.MANGLER)
    assert (s["sluttmaal"], s["norskmaal"], s["fulltid_vgo"]) == (T.GJELDER_IKKE,) * 3
    assert (s["integreringsplan"], s["norskplan"]) == (T.UKJENT, T.UKJENT)


def test_uten_opplysninger_kan_ingenting_avgjoeres() -> None:
    r = samle([rad("bosted", d("1.3.2026"))])
    s = personstatus(grunnlag(r), r, REGLER, I_DAG)
    assert s.kolonne is None
    assert {(c.tilstand, c.grunn) for c in s.celler.values()} == {(T.UKJENT, "tillatelse_dato")}


def test_det_som_er_registrert_vises_ogsaa_naar_det_ikke_var_noedvendig() -> None:
    s = person("9a", "1.2.2019", *med_vedtak("1.5.2019"), rad("sluttmaal", d("1.5.2019")))
    assert s["sluttmaal"] == T.REGISTRERT


def test_erklaeringen_signeres_bare_av_deltakeren() -> None:
    """§ 16 slik den er vedtatt, fra den dagen administratoren fyller inn."""
    uten = (PROGRAM, rad("integreringskontrakt", d("1.9.2026"), kommune_signerte=False))
    rader = [r for liste in REGLER.rader.values() for r in liste]
    [kontrakt] = [r for r in rader if r.kode == "PARTSDOKUMENT"]
    nye = Regelsett.av([*rader, replace(kontrakt, verdi="integreringserklaering", gjelder_fra=d("1.8.2026"))])
    r = fakta(*uten, rad("integreringsplan", d("1.9.2026")))
    for regler, tilstand in ((REGLER, T.DELVIS), (nye, T.REGISTRERT)):
        assert personstatus(grunnlag(r), r, regler, I_DAG).celler[R.INTEGRERINGSKONTRAKT].tilstand is tilstand


# --- Cellen og personen ---


def test_det_som_rettes_og_det_som_registreres_nytt() -> None:
    plan = celle(R.INTEGRERINGSPLAN, PROGRAM, rad("integreringsplan", d("1.4.2026"), innhold=()))
    tiltak = celle(R.TILTAK_FRAVAER, PROGRAM, rad("tiltak", d("10.4.2026"), til=d("1.6.2026")))
    assert (plan.registrering, tiltak.registrering) == (RETTES, None)
    assert (plan.dato, tiltak.dato) == (d("1.4.2026"), d("10.4.2026"))


@pytest.mark.parametrize(
    "c",
    [
        Celle(T.MANGLER, d("1.6.2026"), d("1.4.2026")),
        Celle(T.DELVIS, None, d("1.4.2026"), "uten_utfall", d("1.4.2026"), RETTES),
        Celle(T.UKJENT, grunn="bosatt foedt"),
    ],
)
def test_cellen_lagres_og_leses_likt(c: Celle) -> None:
    assert Celle.fra_json(c.som_json()) == c


def test_det_som_gjenstaar_staar_etter_frist_og_det_uten_frist_sist() -> None:
    s = status(PROGRAM, rad("klage", d("1.6.2026"), utfall=""))
    gjenstaar = s.gjenstaar
    assert [c.frist for _h, c in gjenstaar if c.frist] == sorted(c.frist for _h, c in gjenstaar if c.frist)
    assert gjenstaar[-1][1].frist is None
    assert {h for h, _c in gjenstaar} == {
        h for h, c in s.celler.items() if c.tilstand in (T.MANGLER, T.DELVIS)
    }


# --- Det reglene får vite ---


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
