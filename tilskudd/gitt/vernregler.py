"""How tables of an application are closed: the applicant sees and writes its own, the county what is sent."""

from __future__ import annotations

from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel

SOEKERE = ("app_enhet", "app_skole", "app_frivillig")
EGET = f"virksomhet_id = {VIRKSOMHET}"
# a row of a table below an application is seen by those who see the application
SYNLIG = "EXISTS (SELECT FROM gitt_soeknad s WHERE s.id = soeknad_id{})"
MIN = SYNLIG.format(f" AND s.{EGET}")
MIN_AAPNE = SYNLIG.format(f" AND s.{EGET} AND s.tilstand IN ('utkast', 'aapnet')")
JEG = f"av_id = {BRUKER}"


def under_soeknaden(
    tabell: str,
    *,
    fylket: str = "SELECT",
    soekeren: str = "SELECT",
    skriver: str = JEG,
    motor: str = "SELECT",
) -> str:
    """Return SQL that closes a table whose rows belong to an application.

    Args:
        fylket, soekeren: their privileges; `skriver` is what must hold of a row they insert.
    """
    ut = beskytt(
        tabell,
        {"app_fylke": fylket, "app_motor": motor} | (dict.fromkeys(SOEKERE, soekeren) if soekeren else {}),
    )
    ut += regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    ut += _en(tabell, "app_fylke", fylket, SYNLIG.format(""), f"{skriver} AND {SYNLIG.format('')}")
    for rolle in SOEKERE if soekeren else ():
        ut += _en(tabell, rolle, soekeren, MIN, f"{skriver} AND {MIN}")
    return ut


def _en(tabell: str, rolle: str, rettigheter: str, ser: str, skriver: str) -> str:
    navn = rolle[4:]
    ut = regel(tabell, f"{navn}_ser", rolle=rolle, for_="SELECT", bruk=ser)
    if "INSERT" in rettigheter:
        ut += regel(tabell, f"{navn}_skriver", rolle=rolle, for_="INSERT", sjekk=skriver)
    if "UPDATE" in rettigheter:
        ut += regel(tabell, f"{navn}_endrer", rolle=rolle, for_="UPDATE", bruk=ser, sjekk=ser)
    return ut
