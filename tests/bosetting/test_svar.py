"""What the municipalities answer: draft, sent, the next version; tasks, reminders, and what each may see."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bosetting import actions
from bosetting.actions import Svardata
from bosetting.kodeverk import Fristslag, Rundetilstand
from bosetting.models import Kommunesvar, Runde, RundeKommune, Rundemoete, Svarpurring
from bosetting.queries.svar import siste_svar
from bosetting.rules.svar import Svarfakta, brudd_i_svar, skal_svare
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger.models import Mottak
from tests.bosetting.hjelp import kommune_i, lag_frist, lag_runde, om, saksbehandler, sett_kommune, som, svar
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
KODE = "BOSETTING_SVAR_MANGLER"


def _oppgaver(**filter: Any) -> Any:
    return Oppgave.objects.filter(lukket__isnull=True, regel=KODE, **filter)


@pytest.mark.parametrize(
    ("tall", "brudd"),
    [
        ((None, None, None), "antall_mangler"),
        ((0, None, None), None),
        ((5, 3, 2), None),
        ((5, 3, 3), "for_mange_mindreaarige"),
    ],
)
def test_tallene_i_et_svar(tall: tuple[int | None, int | None, int | None], brudd: str | None) -> None:
    assert brudd_i_svar(*tall) == brudd


@pytest.mark.parametrize(
    ("aapen", "svart", "ventet"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_en_kommune_skal_svare_mens_runden_tar_svar(aapen: bool, svart: bool, ventet: bool) -> None:
    assert skal_svare(Svarfakta(aapen, svart, date(2026, 9, 1))) is ventet


def test_utkast_saa_sendt_saa_en_ny_utgave() -> None:
    runde, av = lag_runde(tilstand="dialog"), lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    utkast = svar(runde, av=av, send=False, antall=None)
    with som(av):
        data, nr = Svardata(antall=30, em_15_18=2), uuid.uuid4()
        felt: dict[str, Any] = {"runde": runde, "data": data, "innsending": nr, "av": av}
        with pytest.raises(Konflikt):
            actions.lagre_svar(versjon=9, send=True, **felt)
        sendt = actions.lagre_svar(versjon=utkast.versjon, send=True, **felt)
        assert (sendt.pk, sendt.utgave, sendt.er_sendt) == (utkast.pk, 1, True)
        assert actions.lagre_svar(versjon=utkast.versjon, send=True, **felt) == sendt
    nytt = svar(runde, av=av, antall=35)
    assert (nytt.utgave, str(nytt)) == (2, "Trondheim 2")
    with som(saksbehandler()):
        assert siste_svar(runde)[nytt.kommune_id].antall == 35


def test_fylket_ser_ikke_utkastet_og_kommunen_ikke_andres() -> None:
    runde = lag_runde(tilstand="dialog")
    svar(runde, TRONDHEIM, send=False)
    svar(runde, STEINKJER)
    with som(saksbehandler()):
        assert [s.kommune.nummer for s in Kommunesvar.objects.select_related("kommune")] == [STEINKJER]
    with som(lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING)):
        assert [s.kommune.nummer for s in Kommunesvar.objects.select_related("kommune")] == [TRONDHEIM]
    with som(lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE)), pytest.raises(DatabaseError), transaction.atomic():
        RundeKommune.objects.count()


def test_databasen_holder_at_et_sendt_svar_staar_og_at_voksenopplaeringen_ikke_svarer() -> None:
    runde = lag_runde(tilstand="dialog")
    sendt = svar(runde)
    av = lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    with som(av), pytest.raises(IntegrityError), transaction.atomic():
        Kommunesvar.objects.filter(pk=sendt.pk).update(antall=1, endret_av_id=av.bruker_id)
    with som(lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING)) as av:
        felt = {"runde": runde, "kommune_id": av.virksomhet_id, "utgave": 5, "endret_av_id": av.bruker_id}
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Kommunesvar.objects.create(**felt)
        with pytest.raises(IkkeTilgang):
            actions.lagre_svar(
                runde=runde, data=Svardata(), send=False, versjon=0, innsending=uuid.uuid4(), av=av
            )


@pytest.mark.parametrize(
    ("felt", "hvor"),
    [
        ({"antall": None}, "antall"),
        ({"antall": 2}, "em_15_18"),
        ({"behov": "Om 01019012345"}, "behov"),
    ],
)
def test_det_som_er_galt_i_et_svar(felt: dict[str, Any], hvor: str) -> None:
    with pytest.raises(Regelbrudd) as brudd:
        svar(lag_runde(tilstand="dialog"), **felt)
    assert list(brudd.value.meldinger) == [hvor]


def test_et_stengt_skjema_tar_ikke_svar_og_oppgaven_blir_borte() -> None:
    runde = lag_runde(tilstand="dialog")
    lag_frist(runde, 20)
    sett_kommune(runde, STEINKJER, spurt=False, spurt_grunn="Pause")
    with kontekst(motor_kontekst()):
        assert _oppgaver().count() == 37
        assert _oppgaver(virksomhet=virksomhet(TRONDHEIM)).get().frist == om(20)
    svar(runde)
    with kontekst(motor_kontekst()):
        assert _oppgaver().count() == 36
    with som(saksbehandler()) as av:
        actions.steng_svar(runde=runde, versjon=runde.versjon, steng=True, av=av)
        with pytest.raises(Regelbrudd, match="tar ikke imot svar"):
            actions.minn_om_svar(runde=runde, av=av)
    with kontekst(motor_kontekst()):
        assert _oppgaver().count() == 0
    with pytest.raises(Regelbrudd, match="tar ikke imot svar"):
        svar(runde, antall=1)
    with som(lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE)) as av:
        felt = {"runde": runde, "kommune_id": av.virksomhet_id, "utgave": 5, "endret_av_id": av.bruker_id}
        with pytest.raises(IntegrityError), transaction.atomic():
            Kommunesvar.objects.create(**felt)


def test_paaminnelse_til_dem_som_mangler_en_gang_om_dagen_med_kvittering() -> None:
    runde = lag_runde(tilstand="dialog")
    lag_frist(runde, 5)
    with som(saksbehandler()):
        for rk in RundeKommune.objects.select_related("kommune").exclude(
            kommune__nummer__in=[TRONDHEIM, STEINKJER, "5061"]
        ):
            sett_kommune(runde, rk.kommune.nummer, spurt=False, spurt_grunn="Pause")
    svar(runde, STEINKJER)
    with som(saksbehandler()) as av:
        assert actions.minn_om_svar(runde=runde, av=av) == 2
        assert actions.minn_om_svar(runde=runde, av=av) == 0
        purringer = Svarpurring.objects.select_related("melding__samtale", "kommune")
        tekster = {p.kommune.nummer: p.melding for p in purringer}
        assert set(tekster) == {TRONDHEIM, "5061"}
        assert str(purringer[0]) == str(timezone.localdate())
        melding = tekster[TRONDHEIM]
        assert melding.krever_kvittering and melding.kvitteringsfrist == om(5)
        assert "2027" in melding.tekst and melding.samtale.emne == "bosetting"
        assert Mottak.objects.filter(melding=melding).count() == 1


def test_uten_svarfrist_har_meldingen_ingen_dato() -> None:
    runde = lag_runde(tilstand="dialog")
    with som(saksbehandler()) as av:
        andre = RundeKommune.objects.filter(runde=runde).exclude(kommune__nummer=TRONDHEIM)
        andre.update(spurt=False, spurt_grunn="Pause", endret_av_id=av.bruker_id)
        assert actions.minn_om_svar(runde=runde, av=av) == 1
        assert "Fristen" not in Svarpurring.objects.get().melding.tekst


def test_fylket_registrerer_et_svar_som_kom_paa_annen_maate() -> None:
    runde = lag_runde(tilstand="dialog")
    svar(runde, send=False)
    rad, nr = kommune_i(runde), uuid.uuid4()
    with som(saksbehandler()) as av:
        felt: dict[str, Any] = {"rad": rad, "data": Svardata(antall=25), "innsending": nr, "av": av}
        with pytest.raises(Regelbrudd, match="fremtiden"):
            actions.registrer_svar(mottatt=om(1), **felt)
        registrert = actions.registrer_svar(mottatt=om(0), **felt)
        assert (registrert.utgave, registrert.kanal) == (2, "fylket")
        assert actions.registrer_svar(mottatt=om(0), **felt) == registrert


# --- The pages ---


def test_kommunens_skjema_fra_utkast_til_sendt() -> None:
    runde = lag_runde(tilstand="dialog")
    lag_frist(runde, 9)
    lag_runde(2028)
    klient = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    liste = klient.get(reverse("bosetting:mine_svar")).content.decode()
    assert "Bosetting 2027" in liste and "Bosetting 2028" not in liste and "Ikke svart" in liste
    adresse = reverse("bosetting:svar", args=[runde.noekkel])
    assert "Ingen svar er sendt." in klient.get(adresse).content.decode()
    skrevet = {"innsending": uuid.uuid4(), "versjon": 0, "antall": "", "behov": "Lærere"}
    assert klient.post(adresse, skrevet | {"lagre": "x"}).status_code == 422
    assert klient.post(adresse, skrevet | {"utkast": "x"}).status_code == 302
    side = klient.get(adresse).content.decode()
    assert "Utkastet er lagret" in side and "Lærere" in side
    assert klient.post(adresse, skrevet | {"innsending": uuid.uuid4(), "utkast": "x"}).status_code == 409
    sendt = skrevet | {"innsending": uuid.uuid4(), "versjon": 1, "antall": "30", "lagre": "x"}
    assert "Svaret er sendt." in klient.post(adresse, sendt, follow=True).content.decode()
    assert "Sendt" in klient.get(reverse("bosetting:mine_svar")).content.decode()
    for side_ in (adresse, reverse("bosetting:mine_svar")):
        assert antall_spoerringer(klient, side_) <= 10
    leser = inn(lag_bruker(Rolle.KOMMUNE_VOKSENOPPLAERING))
    assert "Flyktningtjenesten svarer" in leser.get(adresse).content.decode()
    assert leser.post(adresse, sendt | {"innsending": uuid.uuid4()}).status_code == 403


def test_fylkets_side_om_svarene() -> None:
    runde = lag_runde(tilstand="dialog")
    svar(runde)
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    adresse = reverse("bosetting:svarene", args=[runde.noekkel])
    side = klient.get(adresse).content.decode()
    assert "37 kommuner som bør spørres, har ikke svart" in side and "Minn på dem" in side
    assert "Steinkjer" not in klient.get(f"{adresse}?svar=ja").content.decode()
    assert antall_spoerringer(klient, adresse) <= 10
    registrer = reverse("bosetting:svar_registrer", args=[runde.noekkel, STEINKJER])
    assert klient.get(registrer).status_code == 200
    svart = {"innsending": uuid.uuid4(), "mottatt": f"{om(0):%d.%m.%Y}", "antall": "12"}
    assert klient.post(registrer, svart | {"antall": ""}).status_code == 422
    assert klient.post(registrer, svart).status_code == 302
    steng = reverse("bosetting:svar_steng", args=[runde.noekkel])
    with som(saksbehandler()):
        versjon = Runde.objects.get(pk=runde.pk).versjon
    stengt = klient.post(steng, {"versjon": versjon, "steng": "1"}, follow=True).content.decode()
    assert "Runden er stengt for svar." in stengt
    minn = klient.post(reverse("bosetting:svar_minn", args=[runde.noekkel]), follow=True)
    assert "tar ikke imot svar" in minn.content.decode()
    igjen = klient.post(steng, {"versjon": versjon + 1}, follow=True).content.decode()
    assert "Runden er åpen for svar." in igjen
    en = reverse("bosetting:kommune", args=[runde.noekkel, STEINKJER])
    assert "Registrert av fylkeskommunen" in klient.get(en).content.decode()


def test_et_dialogmoete_knyttes_til_runden() -> None:
    runde = lag_runde(tilstand="dialog")
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    adresse = reverse("bosetting:dialogmoete", args=[runde.noekkel, TRONDHEIM])
    assert "Dialogmøte om bosetting 2027" in klient.get(adresse).content.decode()
    moete = {
        "innsending": uuid.uuid4(), "type": "dialog", "tittel": "Dialogmøte", "dato": f"{om(5):%d.%m.%Y}",
        "fra": "10.00", "til": "11.00", "virksomheter": [virksomhet(TRONDHEIM).pk],
    }  # fmt: skip
    svaret = klient.post(adresse, moete)
    assert svaret.status_code == 302, svaret.content.decode()[:4000]
    with som(saksbehandler()) as av:
        lenke = Rundemoete.objects.get()
        assert (lenke.runde_id, lenke.kommune.nummer, str(lenke)) == (runde.pk, TRONDHEIM, str(lenke.pk))
        actions.knytt_moete(runde=runde, kommune_id=lenke.kommune_id, moete=lenke.moete, av=av)
        assert Rundemoete.objects.count() == 1
    side = klient.get(reverse("bosetting:kommune", args=[runde.noekkel, TRONDHEIM])).content.decode()
    assert "Dialogmøte</a>" in side


def test_fristen_for_svar_flytter_oppgaven() -> None:
    runde = lag_runde(tilstand="dialog")
    lag_frist(runde, 9, Fristslag.SVAR)
    assert runde.tilstand == Rundetilstand.DIALOG
    with kontekst(motor_kontekst()):
        assert _oppgaver(virksomhet=virksomhet(TRONDHEIM)).get().frist == om(9)
