"""O4: the goal in Norwegian."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Norskmaal, Person, Utdanningsbakgrunn
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests.fabrikk import lag_person
from tests.fabrikk import registrer as nir
from tests.opplaering.hjelp import (
    ALLE_A2,
    ALLE_B1,
    FRA,
    I_DAG,
    lag_maal,
)

pytestmark = pytest.mark.django_db


def _side(klient: Client, navn: str, *args: Any) -> str:
    svar = klient.get(reverse(navn, args=args))
    assert svar.status_code == 200
    return svar.content.decode()


def _nytt_maal(**felt: Any) -> dict[str, Any]:
    return {"slag": "nivaa", "fra": f"{I_DAG:%d.%m.%Y}"} | ALLE_B1 | felt


def test_maalet_foreslaas_som_karakteren_2(klient: Client, kommuneklient: Client) -> None:
    """§ 28: the minimum in upper secondary. The county sets it in its own name; the municipality reads."""
    person = lag_person()
    adresse = reverse("opplaering_norskmaal", args=[person.noekkel])
    side = klient.get(adresse).content.decode()
    assert "Karakteren 2 i norsk" in side and '<option value="karakter_2" selected' in side
    svar = {"slag": "karakter_2", "fra": f"{I_DAG:%d.%m.%Y}"}
    assert klient.post(adresse, svar).status_code == 302
    assert "Trøndelag" in klient.get(adresse).content.decode()
    assert "Karakteren 2 i norsk" in _side(klient, "opplaering_deltaker", person.noekkel)
    assert 'name="slag"' not in kommuneklient.get(adresse).content.decode()
    assert kommuneklient.post(adresse, svar).status_code == 403


def _maalene(person: Person) -> list[tuple[str, str]]:
    with kontekst(motor_kontekst()):
        rader = Norskmaal.objects.gjeldende().filter(person=person).order_by("fra")
        return [(rad.lytte, rad.endring) for rad in rader]


def test_maalet_settes_ned_ett_nivaa_om_gangen(klient: Client) -> None:
    """§ 27: told before it is saved, and saved with a reason and a second look; never refused."""
    person = lag_person()
    lag_maal(person, **dict.fromkeys(ALLE_B1, "b2"))
    adresse = reverse("opplaering_norskmaal", args=[person.noekkel])
    ned = _nytt_maal(**ALLE_A2, endring="for_hoeyt")
    uten_grunn = klient.post(adresse, ned | {"endring": ""})
    assert uten_grunn.status_code == 422 and "Velg grunnen" in uten_grunn.content.decode()
    stoppet = klient.post(adresse, ned)
    side = stoppet.content.decode()
    assert stoppet.status_code == 200 and "bare settes ned ett nivå om gangen" in side
    assert 'name="bekreftet" value="on"' in side
    assert _maalene(person) == [("b2", "")]
    assert klient.post(adresse, ned | {"bekreftet": "on"}).status_code == 302
    assert _maalene(person) == [("b2", ""), ("a2", "for_hoeyt")]


def test_maalet_opp_lagres_uten_stopp(klient: Client) -> None:
    person = lag_person()
    lag_maal(person, **ALLE_A2)
    adresse = reverse("opplaering_norskmaal", args=[person.noekkel])
    assert klient.post(adresse, _nytt_maal()).status_code == 302
    assert _maalene(person) == [("a2", ""), ("b1", "")]


def test_maalet_maa_henge_sammen(klient: Client) -> None:
    """What the register refuses is refused here too, beside the field."""
    person = lag_person()
    adresse = reverse("opplaering_norskmaal", args=[person.noekkel])
    for svar in (_nytt_maal(lytte=""), _nytt_maal(fra="32.13.2026")):
        assert klient.post(adresse, svar).status_code == 422
    assert _maalene(person) == []


def test_ett_nivaa_ned_med_grunn_stoppes_ikke(klient: Client) -> None:
    """One whose schooling is unknown: no level is too low, only the step down counts (§ 28)."""
    person = lag_person()
    lag_maal(person)
    adresse = reverse("opplaering_norskmaal", args=[person.noekkel])
    assert klient.post(adresse, _nytt_maal(**ALLE_A2, endring="for_hoeyt")).status_code == 302
    assert _maalene(person) == [("b1", ""), ("a2", "for_hoeyt")]


def test_under_minstenivaaet_stoppes_det(klient: Client) -> None:
    """§ 28: upper secondary from before means B1, and B2 muntlig; A2 is told, and may be confirmed."""
    person = lag_person()
    nir(Utdanningsbakgrunn, person, registrert=None, nivaa="videregaaende", vgs_nivaa=True, dato=FRA)
    adresse = reverse("opplaering_norskmaal", args=[person.noekkel])
    assert "Muntlig kommunikasjon B2" in klient.get(adresse).content.decode()
    stoppet = klient.post(adresse, _nytt_maal(**ALLE_A2))
    assert "lavere enn minstenivået" in stoppet.content.decode()
    assert klient.post(adresse, _nytt_maal(**ALLE_A2, bekreftet="on")).status_code == 302
