"""Assessment by two, decision by a third, the pot, the letter, and the complaint. Also for SQL."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Rolletildeling, Virksomhet
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev.models import Brev, Brevmal
from integrering.utveksling.meldinger.models import Samtale
from tests.fabrikk import aktoer, lag_aktoer, lag_bruker
from tests.gitt.hjelp import (
    avgjort,
    godkjenner,
    lag_soeknad,
    lag_utlysning,
    raadgiver,
    soekeren,
    vedta,
    vurder,
    vurderingsdata,
)
from tests.tilgang.hjelp import inn
from tilskudd.gitt.actions import utlysning as utlysninger
from tilskudd.gitt.actions import vedtak as actions
from tilskudd.gitt.actions.vedtak import Vedtaksdata, Vurderingsdata
from tilskudd.gitt.models import Soeknad, Vedtak, Vurdering
from tilskudd.gitt.rules.vurdering import poengsum, sammenlikn

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("poeng", "vekter", "svar"),
    [
        ({1: 5, 2: 5}, {1: 60, 2: 40}, 100), ({1: 4, 2: 4}, {1: 60, 2: 40}, 80),
        ({1: 5, 2: 1}, {1: 60, 2: 40}, 68), ({1: 1, 2: 2}, {1: 33, 2: 67}, 33),
    ],
)  # fmt: skip
def test_poengsum(poeng: dict[int, int], vekter: dict[int, int], svar: int) -> None:
    assert poengsum(poeng, vekter) == svar


def test_uenige_naar_to_poeng_skiller() -> None:
    assert [f.uenige for f in sammenlikn({1: 5, 2: 3}, {1: 3, 2: 4})] == [True, False]


def test_hver_ser_bare_sin_vurdering_til_begge_er_levert() -> None:
    soeknad = lag_soeknad()
    en = vurder(soeknad)
    annen = lag_bruker(Rolle.TILSKUDDSRAADGIVER)

    def ser(av: Aktoer) -> int:
        with kontekst(kontekst_for(av)):
            return Vurdering.objects.count()

    assert (ser(en), ser(aktoer(annen)), ser(godkjenner())) == (1, 0, 0)
    url = reverse("gitt:vurder", args=[soeknad.noekkel])
    klient = inn(annen)
    assert "Godt tiltak." not in klient.get(url).content.decode()
    with kontekst(kontekst_for(en)):
        poeng = {f"poeng_{k}": "2" for k in vurderingsdata(soeknad).poeng}
    svar = {"habil": "ja", "anbefaling": "innvilg", "beloep": "30 000", "begrunnelse": "Litt dyrt."} | poeng
    assert klient.post(url, svar | {"beloep": ""}).status_code == 422
    side = klient.post(url, svar, follow=True).content.decode()
    assert "Godt tiltak." in side
    assert "Uenige" in side
    assert (ser(en), ser(godkjenner())) == (2, 2)


def test_vedtak_brev_melding_og_kvittering() -> None:
    soeker, bruker = lag_bruker(Rolle.ORGANISASJON_SOEKER), lag_bruker(Rolle.TILSKUDDSGODKJENNER)
    soeknad = lag_soeknad(av=aktoer(soeker))
    vurder(soeknad)
    vurder(soeknad)
    klient, url = inn(bruker), reverse("gitt:vedta", args=[soeknad.noekkel])
    assert "Avgjør søknaden" in klient.get(url).content.decode()
    data = {"versjon": soeknad.versjon, "utfall": "delvis", "beloep": "30000", "begrunnelse": "Ikke til mat."}
    assert klient.post(url, data | {"beloep": "50000"}).status_code == 422
    svar: Any = klient.post(url, data | {"vilkaar": "Brukes i år."}, follow=True)
    assert "Brevet er sendt som melding." in svar.content.decode()
    with kontekst(motor_kontekst()):
        brev = Brev.objects.get()
        assert Samtale.objects.count() == 1
    assert brev.virksomhet == soeknad.virksomhet
    for ord_ in ("30 000 kr", "50 000 kr", "Ikke til mat.", "Brukes i år.", "Send rapport og regnskap"):
        assert ord_ in brev.fritekst.replace("\xa0", " ")
    side = inn(soeker).get(reverse("gitt:soeknad", args=[soeknad.noekkel])).content.decode()
    assert "Delvis innvilget" in side
    assert "Klag på vedtaket" in side
    assert "Godt tiltak." not in side  # the assessments are the county's


@pytest.mark.parametrize(
    ("utbetaling", "foerste", "ord_"),
    [
        ("foer", 100, "til kontoen"),
        ("delt", 30, "30 prosent betales nå"),
        ("etter", 0, "når rapporten er godkjent"),
    ],
)
def test_brevet_sier_naar_pengene_kommer(utbetaling: str, foerste: int, ord_: str) -> None:
    soeknad = avgjort(lag_utlysning(utbetaling=utbetaling, foerste_del=foerste))
    with kontekst(kontekst_for(raadgiver())):
        brev = Vedtak.objects.get(soeknad=soeknad).brev
        assert brev is not None
        assert ord_ in brev.fritekst


def test_brev_paa_nynorsk_til_den_som_har_vedtatt_det() -> None:
    soeknad = lag_soeknad()
    with kontekst(motor_kontekst()):
        Virksomhet.objects.filter(pk=soeknad.virksomhet_id).update(maalform="nn")
    soeknad.virksomhet.maalform = "nn"
    vurder(soeknad)
    vurder(soeknad)
    nytt = vedta(soeknad, utfall="avslag", beloep=0)
    assert nytt.brev is not None
    assert (nytt.brev.maalform, nytt.brev.overskrift) == ("nn", "Vedtak om tilskot")


def test_uten_brevmal_blir_det_ikke_noe_vedtak() -> None:
    soeknad = lag_soeknad()
    vurder(soeknad)
    vurder(soeknad)
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute("SET LOCAL ROLE app_fylke")
        Brevmal.objects.filter(kode="tilskudd_vedtak").update(aktiv=False)
    with pytest.raises(Regelbrudd, match="Brevmalen er ikke i bruk"):
        vedta(soeknad)


def test_fire_oeyne_i_koden() -> None:
    soeknad, begge = lag_soeknad(), godkjenner()
    with kontekst(kontekst_for(begge)), pytest.raises(Regelbrudd, match="To må ha vurdert"):
        actions.fatt_vedtak(
            soeknad=soeknad, versjon=soeknad.versjon, data=Vedtaksdata("innvilget", "x", 50_000), av=begge
        )
    vurder(soeknad, begge)
    with pytest.raises(Regelbrudd, match="har levert"):
        vurder(soeknad, begge)
    vurder(soeknad)
    with pytest.raises(Regelbrudd, match="To har vurdert"):
        vurder(soeknad)
    with pytest.raises(Regelbrudd, match="En annen må avgjøre"):
        vedta(soeknad, begge)
    with pytest.raises(IkkeTilgang):
        vedta(soeknad, raadgiver())
    vedta(soeknad)
    with pytest.raises(Regelbrudd, match="ikke til vurdering"):
        vurder(soeknad)
    with pytest.raises(Regelbrudd, match="ikke til avgjørelse"):
        vedta(soeknad)


def test_den_inhabile_vurderer_ikke() -> None:
    soeknad, inhabil = lag_soeknad(), godkjenner()
    with pytest.raises(Regelbrudd, match="Skriv bare grunnen"):
        vurder(soeknad, inhabil, habil=False)
    vurder(soeknad, inhabil, habil=False, anbefaling="", beloep=0, poeng={}, begrunnelse="Min bror er leder.")
    vurder(soeknad)
    vurder(soeknad)
    with pytest.raises(Regelbrudd, match="En annen"):
        vedta(soeknad, inhabil)
    vedta(soeknad)


@pytest.mark.parametrize(
    ("felt", "feil"),
    [
        ({"poeng": {}}, "hvert kriterium"),
        ({"anbefaling": ""}, "Velg hva du anbefaler"),
        ({"beloep": 0}, "Skriv beløpet"),
        ({"beloep": 50_001}, "Skriv beløpet"),
        ({"anbefaling": "avslaa"}, "Skriv beløpet"),
    ],
)
def test_vurderingen_maa_henge_sammen(felt: dict[str, Any], feil: str) -> None:
    soeknad = lag_soeknad()
    with pytest.raises(Regelbrudd, match=feil):
        vurder(soeknad, **felt)


@pytest.mark.parametrize(
    ("utfall", "beloep", "feil"),
    [
        ("innvilget", 49_999, "passer ikke"), ("delvis", 50_000, "passer ikke"), ("avslag", 1, "passer ikke"),
        ("avvist", 0, "Ingen av vurderingene"),
    ],
)  # fmt: skip
def test_beloepet_maa_passe_med_utfallet(utfall: str, beloep: int, feil: str) -> None:
    soeknad = lag_soeknad()
    vurder(soeknad)
    vurder(soeknad)
    with pytest.raises(Regelbrudd, match=feil):
        vedta(soeknad, utfall=utfall, beloep=beloep)


def test_avvist_naar_en_vurderer_sier_at_den_ikke_kan_behandles() -> None:
    soeknad = lag_soeknad()
    vurder(soeknad, anbefaling="avvis", beloep=0, poeng={})
    vedta(soeknad, utfall="avvist", beloep=0)
    assert soeknad.tilstand == "avgjort"


def test_vedtakene_holder_seg_i_rammen() -> None:
    utlysning = lag_utlysning(ramme=80_000)
    avgjort(utlysning, av=soekeren())
    soeknad = lag_soeknad(utlysning)
    vurder(soeknad)
    vurder(soeknad)
    with pytest.raises(Regelbrudd, match=r"30.000.kr igjen av rammen"):
        vedta(soeknad)
    vedta(soeknad, utfall="delvis", beloep=30_000)
    raad = raadgiver()
    with kontekst(kontekst_for(raad)), pytest.raises(DatabaseError, match="mindre enn det som er vedtatt"):
        utlysning.refresh_from_db()
        utlysninger.flytt_frist(
            utlysning=utlysning, versjon=utlysning.versjon, frist=utlysning.frist, ramme=79_999, av=raad
        )


# --- What the database holds ---


def nektes(av: Aktoer, sql: str, hvorfor: str, *verdier: Any) -> None:
    with (
        pytest.raises(DatabaseError, match=hvorfor),
        transaction.atomic(),
        kontekst(kontekst_for(av)),
        connection.cursor() as peker,
    ):
        peker.execute(sql, verdier)


VURDER = """INSERT INTO gitt_vurdering
            (soeknad_id, runde, av_id, habil, anbefaling, beloep, begrunnelse, levert)
            VALUES (%s, 1, %s, true, 'innvilg', 50000, 'x', now())"""
VEDTA = """INSERT INTO gitt_vedtak (soeknad_id, runde, utfall, beloep, begrunnelse, vilkaar, av_id, tid)
           VALUES (%s, %s, %s, %s, 'x', '', %s, now())"""


def test_fire_oeyne_i_databasen() -> None:
    soeknad, tredje = lag_soeknad(), godkjenner()
    nektes(tredje, VEDTA, "to må ha vurdert", soeknad.pk, 1, "innvilget", 50_000, tredje.bruker_id)
    en = vurder(soeknad)
    nektes(en, VURDER, "row-level security|eget navn", soeknad.pk, tredje.bruker_id)
    nektes(en, VURDER, "en_per_vurderer", soeknad.pk, en.bruker_id)
    annen = vurder(soeknad)
    nektes(tredje, VURDER, "to har vurdert", soeknad.pk, tredje.bruker_id)
    nektes(annen, VEDTA, "den som har vurdert", soeknad.pk, 1, "innvilget", 50_000, annen.bruker_id)
    nektes(annen, VEDTA, "row-level security|eget navn", soeknad.pk, 1, "innvilget", 50_000, tredje.bruker_id)
    nektes(tredje, VEDTA, "ikke til behandling", soeknad.pk, 2, "innvilget", 50_000, tredje.bruker_id)
    nektes(tredje, VEDTA, "passer ikke", soeknad.pk, 1, "innvilget", 49_999, tredje.bruker_id)
    vedta(soeknad, tredje)
    nektes(tredje, "UPDATE gitt_vedtak SET beloep = 1 WHERE soeknad_id = %s", "permission denied", soeknad.pk)
    nektes(tredje, "DELETE FROM gitt_vedtak WHERE soeknad_id = %s", "permission denied", soeknad.pk)
    nektes(en, "UPDATE gitt_vurdering SET beloep = 1 WHERE soeknad_id = %s", "permission denied", soeknad.pk)


def test_rammen_holdes_ogsaa_av_databasen() -> None:
    utlysning = lag_utlysning(ramme=80_000)
    avgjort(utlysning)
    soeknad, tredje = lag_soeknad(utlysning), godkjenner()
    vurder(soeknad)
    vurder(soeknad)
    nektes(tredje, VEDTA, "større enn rammen", soeknad.pk, 1, "innvilget", 50_000, tredje.bruker_id)


def test_ingen_avgjoer_uten_vedtak() -> None:
    soeknad = lag_soeknad()
    sql = "UPDATE gitt_soeknad SET tilstand = 'avgjort' WHERE id = %s"
    nektes(godkjenner(), sql, "når det er gjort vedtak", soeknad.pk)


# --- Complaint ---


def klag(soeknad: Soeknad, av: Aktoer, **felt: Any) -> Any:
    with kontekst(kontekst_for(av)):
        mottatt = felt.get("mottatt", timezone.localdate())
        return actions.klag(soeknad=soeknad, tekst="Vi er uenige.", mottatt=mottatt, av=av)


def test_klage_gir_ny_vurdering_og_nytt_vedtak() -> None:
    av, foerste = soekeren(), godkjenner()
    soeknad = lag_soeknad(av=av)
    vurder(soeknad)
    vurder(soeknad)
    vedta(soeknad, foerste, utfall="avslag", beloep=0)
    assert klag(soeknad, av).rettidig
    with pytest.raises(Regelbrudd, match="klaget alt"):
        klag(soeknad, av)
    with pytest.raises(Regelbrudd, match="kan ikke vurdere den"):
        vurder(soeknad, foerste)
    vurder(soeknad)
    vurder(soeknad)
    vedta(soeknad, foerste, utfall="avslag", beloep=0)  # the one who decided may uphold; not one who assessed
    with pytest.raises(Regelbrudd, match="siste ordet"):
        klag(soeknad, av)
    raad, i_dag = raadgiver(), timezone.localdate()
    with kontekst(kontekst_for(raad)):
        with pytest.raises(Regelbrudd, match="fra vedtaket til i dag"):
            actions.oversend(soeknad=soeknad, dato=i_dag + timedelta(days=1), av=raad)
        actions.oversend(soeknad=soeknad, dato=i_dag, av=raad)
        with pytest.raises(Regelbrudd, match="ikke er tatt til følge"):
            actions.oversend(soeknad=soeknad, dato=i_dag, av=raad)


def test_omgjort_vedtak_er_det_som_gjelder_i_rammen() -> None:
    av = soekeren()
    soeknad = lag_soeknad(av=av)
    vurder(soeknad)
    vurder(soeknad)
    vedta(soeknad, utfall="delvis", beloep=20_000)
    klag(soeknad, av)
    vurder(soeknad)
    vurder(soeknad)
    vedta(soeknad)
    klient = inn(lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    svar: Any = klient.get(reverse("gitt:utlysning", args=[soeknad.utlysning.noekkel]))
    assert svar.context["sum"].innvilget == 50_000


def test_klage_i_nettleseren_og_for_sen_klage() -> None:
    bruker = lag_bruker(Rolle.ORGANISASJON_SOEKER)
    soeknad = avgjort(av=aktoer(bruker))
    url = reverse("gitt:klag", args=[soeknad.noekkel])
    klient = inn(bruker)
    assert klient.get(url).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=22)):
        klient = inn(bruker)
        side = klient.post(url, {"tekst": "Vi er uenige."}, follow=True).content.decode()
    assert "etter at klagefristen var ute" in side


def test_klage_foer_vedtaket_og_paa_feil_dag() -> None:
    raad = raadgiver()
    soeknad = lag_soeknad()
    with pytest.raises(Regelbrudd, match="ikke noe vedtak"):
        klag(soeknad, raad)
    soeknad = avgjort(av=soekeren())
    with pytest.raises(Regelbrudd, match="fra vedtaket til i dag"):
        klag(soeknad, raad, mottatt=timezone.localdate() - timedelta(days=1))
    klient = inn(lag_bruker(Rolle.TILSKUDDSRAADGIVER))
    i_dag = f"{timezone.localdate():%d.%m.%Y}"
    klient.post(reverse("gitt:klag", args=[soeknad.noekkel]), {"tekst": "Uenig.", "mottatt": i_dag})
    vurder(soeknad)
    vurder(soeknad)
    vedta(soeknad)
    side = klient.post(reverse("gitt:oversend", args=[soeknad.noekkel]), {"dato": i_dag}, follow=True)
    assert "Klagen er sendt til klageinstansen." in side.content.decode()


def test_oppgavene_foelger_saken() -> None:
    """The second assessor, then the decider; nothing while the call is open."""

    def oppgaver() -> set[str]:
        with kontekst(motor_kontekst()):
            return set(
                Oppgave.objects.filter(kilde="gitt", lukket__isnull=True).values_list("regel", flat=True)
            )

    soeknad = lag_soeknad(lag_utlysning(frist=None))
    assert oppgaver() == {"GITT_VURDER"}
    vurder(soeknad)
    vurder(soeknad)
    assert oppgaver() == {"GITT_VEDTAK"}
    vedta(soeknad)
    assert oppgaver() == {"GITT_RAPPORT"}


def test_bare_noen_roller_vurderer() -> None:
    soeknad = lag_soeknad()
    av = lag_aktoer(Rolle.ADMINISTRATOR)
    with kontekst(kontekst_for(av)), pytest.raises(IkkeTilgang):
        actions.vurder(soeknad=soeknad, data=Vurderingsdata(True, "x"), av=av)


def test_brevet_blir_liggende_ferdig_naar_ingen_hos_soekeren_kan_lese() -> None:
    soeknad, bruker = lag_soeknad(), lag_bruker(Rolle.TILSKUDDSGODKJENNER)
    vurder(soeknad)
    vurder(soeknad)
    with kontekst(motor_kontekst()):
        hos = Rolletildeling.objects.filter(virksomhet_id=soeknad.virksomhet_id)
        hos.update(stengt=timezone.now())
    data = {"versjon": soeknad.versjon, "utfall": "avslag", "begrunnelse": "Ramma er brukt."}
    svar = inn(bruker).post(reverse("gitt:vedta", args=[soeknad.noekkel]), data, follow=True)
    assert "Brevet er ferdig. Send det til søkeren." in svar.content.decode()
