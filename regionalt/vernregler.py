"""Policies the tables of the regional apps share, for their migrations."""

from __future__ import annotations

from collections.abc import Mapping

from integrering.grunnmur.rls import BRUKER, beskytt, regel


def fylkets_tabell(
    tabell: str,
    *,
    lesere: Mapping[str, str],
    skriver: str = f"endret_av_id = {BRUKER}",
    rettigheter: str = "SELECT, INSERT, UPDATE",
    andres: Mapping[str, str] | None = None,
) -> str:
    """Return SQL that closes a table the county keeps and jobs read.

    Args:
        lesere: database role → the rows it sees.
        skriver: what must hold of a row the county writes.
        rettigheter: the county's privileges.
        andres: privileges of readers that have more than SELECT.
    """
    gitt = {rolle: (andres or {}).get(rolle, "SELECT") for rolle in lesere}
    ut = beskytt(tabell, {"app_fylke": rettigheter, "app_motor": "SELECT"} | gitt)
    ut += regel(tabell, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk="true")
    ut += regel(tabell, "fylke_skriver", rolle="app_fylke", for_="INSERT", sjekk=skriver)
    if "UPDATE" in rettigheter:
        ut += regel(tabell, "fylke_endrer", rolle="app_fylke", for_="UPDATE", bruk="true", sjekk=skriver)
    if "DELETE" in rettigheter:
        ut += regel(tabell, "fylke_sletter", rolle="app_fylke", for_="DELETE", bruk="true")
    ut += regel(tabell, "motor_ser", rolle="app_motor", for_="SELECT", bruk="true")
    for rolle, ser in lesere.items():
        ut += regel(tabell, f"{rolle[4:]}_ser", rolle=rolle, for_="SELECT", bruk=ser)
    return ut
