"""An application from draft to closed: who may what, when, and what the database holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, ProgrammingError, connection, transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.soekt.hjelp import I_DAG, POSTER, RAPPORT, TILTAK, VEIEN, Sak, innvilg, sak_i, send
from tilskudd.soekt import actions
from tilskudd.soekt.actions import Metodedata, Partnerdata, Svar
from tilskudd.soekt.actions.felles import ved_brudd
from tilskudd.soekt.models import Soeknad, Soeknadsvedlegg, Tilstand
from tilskudd.soekt.queries.soeknader import hullene
from tilskudd.soekt.rules.budsjett import Post
from tilskudd.soekt.rules.hull import Hull

pytestmark = pytest.mark.django_db


def test_hele_veien() -> None:
    sak = sak_i("avsluttet")
    s = sak.naa
    assert (s.tilstand, s.soekt_beloep, s.innvilget, s.tilbakebetalt) == (
        "avsluttet",
        550_000,
        500_000,
        500_000,
    )
    assert (s.klar_av_id, s.godkjent_av_id) == (sak.raadgiver.bruker_id, sak.godkjenner.bruker_id)
    with kontekst(motor_kontekst()):
        slag = list(Soeknadsvedlegg.objects.filter(soeknad=s).values_list("slag", flat=True))
        assert slag == ["soeknad", "rapport"]  # the copies of what was sent
        assert all(v.vedlegg.laast for v in Soeknadsvedlegg.objects.select_related("vedlegg"))


HANDLINGER: dict[str, tuple[Callable[[Sak, Aktoer], Any], set[str], Rolle]] = {
    "endre": (
        lambda s, av: s.gjoer(actions.endre_soeknad, av, data=replace(TILTAK, tittel="Ny")),
        {"utkast", "full"}, Rolle.TILSKUDDSRAADGIVER,
    ),
    "budsjett": (
        lambda s, av: s.gjoer(actions.lagre_budsjett, av, poster=POSTER[:1]),
        {"utkast", "full"}, Rolle.TILSKUDDSRAADGIVER,
    ),
    "klar": (lambda s, av: s.gjoer(actions.gjoer_klar, av), {"full"}, Rolle.TILSKUDDSRAADGIVER),
    "godkjenn": (lambda s, av: s.gjoer(actions.godkjenn, av), {"klar"}, Rolle.TILSKUDDSGODKJENNER),
    "tilbake": (
        lambda s, av: s.gjoer(actions.send_tilbake, av, grunn="Mer om Nav"),
        {"klar", "godkjent"}, Rolle.TILSKUDDSGODKJENNER,
    ),
    "send": (
        lambda s, av: s.gjoer(actions.send, av, dato=I_DAG, kvittering="1", grunn=""),
        {"godkjent"}, Rolle.TILSKUDDSRAADGIVER,
    ),
    "vedtak": (
        lambda s, av: s.gjoer(
            actions.foer_vedtak, av, data=actions.Vedtaksdata(I_DAG, 1), filer=[]
        ),
        {"sendt"}, Rolle.TILSKUDDSRAADGIVER,
    ),
    "start": (lambda s, av: s.gjoer(actions.start, av, dato=I_DAG), {"innvilget"}, Rolle.TILSKUDDSRAADGIVER),
    "frist": (
        lambda s, av: s.gjoer(actions.endre_rapportfrist, av, frist=I_DAG),
        {"innvilget", "i_gang"}, Rolle.TILSKUDDSRAADGIVER,
    ),
    "resultater": (
        lambda s, av: s.gjoer(actions.lagre_resultater, av, tall={("vg1", "kvinne"): (2, 1)}),
        {"innvilget", "i_gang"}, Rolle.TILSKUDDSRAADGIVER,
    ),
    "rapport": (
        lambda s, av: s.gjoer(actions.lagre_rapport, av, data=RAPPORT), {"i_gang"}, Rolle.TILSKUDDSRAADGIVER,
    ),
    "avslutt": (
        lambda s, av: s.gjoer(actions.avslutt, av, dato=I_DAG, tilbakebetalt=0),
        {"rapportert"}, Rolle.TILSKUDDSRAADGIVER,
    ),
    "trekk": (
        lambda s, av: s.gjoer(actions.trekk, av, grunn="Feil utlysning"),
        {"utkast", "full", "klar", "godkjent", "sendt"}, Rolle.TILSKUDDSGODKJENNER,
    ),
}  # fmt: skip


@pytest.mark.parametrize("tilstand", VEIEN)
def test_hva_som_kan_gjoeres_naar_og_av_hvem(tilstand: str) -> None:
    sak = sak_i(tilstand)
    roller = (Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER, Rolle.ADMINISTRATOR)
    hvem = {rolle: fabrikk.lag_aktoer(rolle) for rolle in roller}
    for navn, (gjoer, tilstander, rolle) in HANDLINGER.items():
        with transaction.atomic():
            if tilstand in tilstander:
                gjoer(sak, hvem[rolle])
            else:
                with pytest.raises(Regelbrudd):
                    gjoer(sak, hvem[rolle])
            transaction.set_rollback(True)
        with pytest.raises(IkkeTilgang):
            gjoer(sak, hvem[Rolle.ADMINISTRATOR])
        assert sak.naa.tilstand == {"full": "utkast", "godkjent": "klar"}.get(tilstand, tilstand), navn


# --- Four eyes ---


def test_den_som_har_skrevet_noe_godkjenner_ikke() -> None:
    """Also with both roles, and also if all they did was to write the budget."""
    begge = fabrikk.lag_bruker(Rolle.TILSKUDDSRAADGIVER)
    skriver = fabrikk.aktoer(begge)
    sak = Sak()
    sak.fyll()
    sak.gjoer(actions.lagre_budsjett, skriver, poster=POSTER)
    sak.gjoer(actions.gjoer_klar)
    som_godkjenner = replace(skriver, rolle=Rolle.TILSKUDDSGODKJENNER)
    assert begge.pk in sak.naa.skrevet_av
    with pytest.raises(Regelbrudd, match="Den som har skrevet"):
        sak.gjoer(actions.godkjenn, som_godkjenner)
    for hvem in (skriver, sak.raadgiver):
        with kontekst(kontekst_for(hvem)), pytest.raises(IntegrityError), transaction.atomic():
            Soeknad.objects.filter(pk=sak.soeknad.pk).update(godkjent_av=hvem.bruker_id)


def test_den_som_sender_tilbake_har_ikke_skrevet_og_kan_godkjenne_siden() -> None:
    sak = sak_i("godkjent")
    sak.gjoer(actions.send_tilbake, sak.godkjenner, grunn="Mer om Nav")
    assert (sak.naa.tilstand, sak.naa.godkjent_av_id, sak.naa.grunn) == ("utkast", None, "Mer om Nav")
    sak.gjoer(actions.gjoer_klar)
    sak.gjoer(actions.godkjenn, sak.godkjenner)
    with pytest.raises(Regelbrudd, match="alt godkjent"):
        sak.gjoer(actions.godkjenn, fabrikk.lag_aktoer(Rolle.TILSKUDDSGODKJENNER))


SQL = [
    ("klar", "UPDATE soekt_soeknad SET godkjent_av_id = {annen}"),  # in another's name
    ("klar", "UPDATE soekt_soeknad SET tilstand = 'sendt', sendt_dato = now(), sendt_av_id = {meg}"),
    ("klar", "UPDATE soekt_soeknad SET tittel = 'Noe annet'"),
    ("klar", "UPDATE soekt_soeknad SET klar_av_id = {annen}"),
    ("klar", "UPDATE soekt_budsjettlinje SET faktisk = 900000"),
    ("klar", "DELETE FROM soekt_budsjettlinje"),
    ("klar", "DELETE FROM soekt_partner"),
    ("klar", "UPDATE soekt_vilkaarsvar SET oppfylt = false"),
    ("full", "UPDATE soekt_soeknad SET tilstand = 'innvilget', innvilget = 1, vedtatt = now()"),
    ("full", "UPDATE soekt_soeknad SET skrevet_av = '{{}}'"),
    ("full", "UPDATE soekt_soeknad SET tilstand = 'klar', klar_av_id = {annen}, klar_tid = now()"),
    ("sendt", "UPDATE soekt_soeknad SET soekt_beloep = 1"),
    ("sendt", "UPDATE soekt_soeknad SET kvittering = 'annen'"),
    ("i_gang", "UPDATE soekt_soeknad SET innvilget = innvilget + 1"),
    ("i_gang", "UPDATE soekt_soeknad SET vedtatt = vedtatt - 1"),
    ("i_gang", "UPDATE soekt_soeknad SET tilstand = 'sendt'"),
    ("i_gang", "UPDATE soekt_bruk SET beloep = 1"),
    ("i_gang", "UPDATE soekt_bruk SET annullert = now(), annullert_av_id = {annen}, annullert_grunn = 'x'"),
    ("rapportert", "UPDATE soekt_soeknad SET rapport_gjort = 'Noe annet'"),
    ("rapportert", "UPDATE soekt_resultat SET deltakere = 99"),
    ("avsluttet", "UPDATE soekt_soeknad SET tilbakebetalt = 0"),
    ("avsluttet", "UPDATE soekt_metode SET tittel = 'x'"),
    ("utkast", "UPDATE soekt_vilkaar SET tekst = 'Noe annet'"),
]


@pytest.mark.parametrize(("tilstand", "sql"), SQL)
def test_databasen_stopper_det_med_hvem_som_helsts_kontekst(tilstand: str, sql: str) -> None:
    sak = _med_alt(tilstand)
    for hvem in (sak.raadgiver, sak.godkjenner):
        utfylt = sql.format(meg=hvem.bruker_id, annen=fabrikk.lag_bruker(Rolle.TILSKUDDSGODKJENNER).pk)
        with kontekst(kontekst_for(hvem)), pytest.raises(IntegrityError), transaction.atomic():
            _kjoer(utfylt)
    with kontekst(motor_kontekst()), pytest.raises(IntegrityError), transaction.atomic():
        _kjoer(sql.format(meg=sak.raadgiver.bruker_id, annen=sak.godkjenner.bruker_id))


def _med_alt(tilstand: str) -> Sak:
    """Return an application with an amount, a count and a method where it can have them."""
    sak = sak_i("i_gang" if tilstand in ("rapportert", "avsluttet") else tilstand)
    if sak.naa.tilstand == Tilstand.I_GANG:
        sak.foer(1_000)
        sak.gjoer(actions.lagre_resultater, tall={("vg1", "kvinne"): (2, 1)})
        with kontekst(kontekst_for(sak.raadgiver)):
            actions.lagre_metode(soeknad=sak.soeknad, data=Metodedata("M", "Slik"), av=sak.raadgiver)
    if tilstand in ("rapportert", "avsluttet"):
        sak.gjoer(actions.lagre_rapport, data=RAPPORT)
        sak.gjoer(actions.lever_rapport, dato=I_DAG, kvittering="")
    if tilstand == "avsluttet":
        sak.gjoer(actions.avslutt, dato=I_DAG, tilbakebetalt=499_000)
    return sak


def _kjoer(sql: str) -> None:
    with connection.cursor() as peker:
        peker.execute(sql)
        assert peker.rowcount, "the sentence touched nothing"


@pytest.mark.parametrize("tabell", ["soeknad", "bruk", "metode", "vilkaar", "vilkaarsvar", "utlysning"])
def test_ingen_bruker_sletter(tabell: str) -> None:
    sak = _med_alt("i_gang")
    for hvem in (kontekst_for(sak.raadgiver), kontekst_for(sak.godkjenner), motor_kontekst()):
        with kontekst(hvem), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            _kjoer(f"DELETE FROM soekt_{tabell}")


def test_kommuner_og_organisasjoner_ser_ingenting() -> None:
    sak_i("full")
    for rolle in (Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER):
        with (
            kontekst(kontekst_for(fabrikk.lag_aktoer(rolle))),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
        ):
            Soeknad.objects.count()


def test_det_databasen_stopper_blir_et_regelbrudd() -> None:
    """A race the check of the action did not see."""
    sak = sak_i("klar")
    with (
        kontekst(kontekst_for(sak.raadgiver)),
        pytest.raises(Regelbrudd, match="Databasen stoppet"),
        ved_brudd(),
    ):
        Soeknad.objects.filter(pk=sak.soeknad.pk).update(godkjent_av=sak.raadgiver.bruker_id)


# --- The draft ---


@pytest.mark.parametrize(
    ("endring", "felt"),
    [
        ({"tittel": " "}, "tittel"),
        ({"tiltak": "Om 14010199999"}, "tiltak"),
        ({"fra": None}, "fra"),
        ({"til": TILTAK.fra and TILTAK.fra - timedelta(days=1)}, "til"),
    ],
)
def test_tiltak_som_ikke_gaar_an(endring: dict[str, Any], felt: str) -> None:
    sak = Sak()
    with pytest.raises(Regelbrudd) as brudd:
        sak.gjoer(actions.endre_soeknad, data=replace(TILTAK, **endring))
    assert felt in brudd.value.meldinger


def test_budsjettet_skrives_om_og_poster_maa_henge_sammen() -> None:
    sak = Sak()
    sak.gjoer(actions.lagre_budsjett, poster=POSTER)
    assert sak.naa.soekes == 550_000  # type: ignore[attr-defined]
    sak.gjoer(actions.lagre_budsjett, poster=POSTER[1:])
    assert sak.naa.soekes == 50_000  # type: ignore[attr-defined]
    for post in (Post(10, 9), Post(0, 10, 11), Post(0, 0)):
        with pytest.raises(Regelbrudd, match="Lærer"):
            sak.gjoer(actions.lagre_budsjett, poster=[("Lærer", post)])


def test_to_som_skriver_samtidig() -> None:
    sak = Sak()
    sett = sak.naa
    sak.gjoer(actions.lagre_budsjett, poster=POSTER)
    with kontekst(kontekst_for(sak.raadgiver)), pytest.raises(Konflikt):
        actions.lagre_budsjett(soeknad=sett, versjon=sett.versjon, poster=[], av=sak.raadgiver)


def test_partnere() -> None:
    sak = Sak()
    data = Partnerdata(slag="arbeidsgiver", navn="Prøvebygg AS")
    partner = sak.gjoer(actions.lagre_partner, data=data)
    with pytest.raises(Regelbrudd, match="står alt"):
        sak.gjoer(actions.lagre_partner, data=data)
    with pytest.raises(Regelbrudd, match="fram i tid"):
        sak.gjoer(actions.lagre_partner, data=replace(data, navn="B", avtalt=I_DAG + timedelta(days=1)))
    sak.gjoer(actions.lagre_partner, partner=partner, data=replace(data, avtalt=I_DAG))
    assert sak.partner().avtalt == I_DAG
    fil = SimpleUploadedFile("avtale.txt", b"Vi er med.")
    with kontekst(kontekst_for(sak.raadgiver)):
        actions.legg_ved(soeknad=sak.soeknad, filer=[fil], slag="avtale", av=sak.raadgiver, partner=partner)
        with pytest.raises(Regelbrudd, match="Ta bort filen"):
            actions.slett_partner(soeknad=sak.naa, versjon=sak.naa.versjon, partner=partner, av=sak.raadgiver)
        lenke = Soeknadsvedlegg.objects.select_related("vedlegg").get()
        actions.ta_av(lenke=lenke, av=sak.raadgiver)
    sak.gjoer(actions.slett_partner, partner=partner)
    with kontekst(motor_kontekst()):
        assert not sak.soeknad.partnere.exists() and not Soeknadsvedlegg.objects.exists()


def test_vilkaar_som_er_oppfylt_maa_vises() -> None:
    sak = Sak()
    with kontekst(motor_kontekst()):
        pk = sak.utlysning.vilkaar.order_by("pk")[0].pk
    with pytest.raises(Regelbrudd) as brudd:
        sak.gjoer(actions.lagre_svar, svar={pk: Svar(True, " ")})
    assert f"vis_{pk}" in brudd.value.meldinger
    with pytest.raises(Regelbrudd, match="er endret"):
        sak.gjoer(actions.lagre_svar, svar={0: Svar(False, "")})
    sak.gjoer(actions.lagre_svar, svar={pk: Svar(True, "Referat")})
    sak.gjoer(actions.lagre_svar, svar={pk: Svar(False, "")})
    with kontekst(motor_kontekst()):
        assert Hull.MAALGRUPPE in hullene(sak.naa, I_DAG)


# --- Sending ---


def test_uten_tiltak_eller_budsjett_blir_den_ikke_klar() -> None:
    with pytest.raises(Regelbrudd, match="budsjettet først"):
        Sak().gjoer(actions.gjoer_klar)


def test_hull_maa_begrunnes_naar_soeknaden_sendes() -> None:
    sak = Sak()
    sak.gjoer(actions.lagre_budsjett, poster=POSTER)
    sak.gjoer(actions.gjoer_klar)
    with pytest.raises(Regelbrudd, match="må godkjenne"):
        send(sak)
    sak.gjoer(actions.godkjenn, sak.godkjenner)
    with pytest.raises(Regelbrudd, match="har mangler"):
        send(sak)
    with pytest.raises(Regelbrudd, match="kvitteringsnummeret"):
        send(sak, kvittering=" ")
    mangel = send(sak, grunn="Avtalen kommer i mars.")
    assert mangel == [Hull.MAALGRUPPE, Hull.VILKAAR, Hull.PARTNERE]
    assert (sak.naa.sendt_grunn, sak.naa.kvittering) == ("Avtalen kommer i mars.", "IMDi-77")


@pytest.mark.parametrize(
    ("felt", "navn"),
    [
        ({"vedtatt": I_DAG + timedelta(days=1)}, "vedtatt"),
        ({"vedtatt": I_DAG - timedelta(days=1)}, "vedtatt"),
        ({"innvilget": 0}, "innvilget"),
    ],
)
def test_vedtak_som_ikke_gaar_an(felt: dict[str, Any], navn: str) -> None:
    sak = sak_i("sendt")
    with pytest.raises(Regelbrudd) as brudd:
        innvilg(sak, **felt)
    assert navn in brudd.value.meldinger


def test_avslag_er_slutten() -> None:
    sak = sak_i("sendt")
    innvilg(sak, None)
    assert (sak.naa.tilstand, sak.naa.innvilget) == ("avslaatt", None)
    with pytest.raises(Regelbrudd):
        sak.gjoer(actions.start, dato=I_DAG)
