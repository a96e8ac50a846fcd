"""Files that go with a letter: who sees them when, what locks them, and that they follow the letter out."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Personopplysning
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.actions.felter import trykk_av
from integrering.utveksling.brev.actions.vedlegg import legg_ved
from integrering.utveksling.brev.forms import Brevskjema
from integrering.utveksling.brev.models import Brev, Brevfil, Brevvedlegg
from integrering.utveksling.vedlegg import actions as vedleggsactions
from integrering.utveksling.vedlegg.models import Vedlegg, Vedleggaapning, Vedlegginnhold, Vedleggversjon
from tests import fabrikk
from tests.tilgang.vegghjelp import nektet
from tests.tilskudd.sideverden import klient, les
from tests.utveksling.brev.brevhjelp import Som, lag_brev, saksbehandler, svar
from tests.utveksling.brev.test_sider import FELLES, side, siste, skjult
from tests.utveksling.brev.test_trykk import inndata, tekst
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db


def to_filer() -> list[Any]:
    """Return a timetable and a picture."""
    return [f.opplastet("Timeplan.pdf"), f.opplastet("bilde.png", f.png())]


def filene(brev: Brev) -> list[Vedlegg]:
    """Return the letter's files, whoever may see them."""
    with kontekst(motor_kontekst()):
        return queries.vedlegg_til(brev)


def sett(av: Aktoer) -> list[int]:
    """Return how many files, versions and contents this one sees."""
    with kontekst(kontekst_for(av)):
        return [t.objects.count() for t in (Vedlegg, Vedleggversjon, Vedlegginnhold)]


# --- Who sees them ---
@pytest.mark.parametrize(
    ("rolle", "sted"),
    [
        (Rolle.KOMMUNE_FLYKTNINGTJENESTE, fabrikk.TRONDHEIM),
        (Rolle.SKOLEKONTAKT, fabrikk.SKOLE),
        (Rolle.ORGANISASJON_SOEKER, fabrikk.ORGANISASJON),
    ],
)
def test_mottakeren_ser_vedleggene_foerst_naar_brevet_er_sendt(rolle: Rolle, sted: str) -> None:
    """Not with the draft, not with the finished letter; nobody else at any time."""
    av, mottaker = saksbehandler(), fabrikk.lag_aktoer(rolle, sted)
    andre = fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)
    for tilstand, ser in (("utkast", [0, 0, 0]), ("ferdig", [0, 0, 0]), ("sendt", [2, 2, 2])):
        lag_brev(av, til=fabrikk.virksomhet(sted), tilstand=tilstand, filer=to_filer())
        assert (sett(mottaker), sett(andre)) == (ser, [0, 0, 0]), tilstand


def test_en_skole_aapner_et_vedlegg_om_en_person(som: Som) -> None:
    """It is fetched, and it stands in the look-up log in the school's name."""
    person, skolen = fabrikk.lag_person(), fabrikk.lag_aktoer(Rolle.SKOLEKONTAKT)
    brev = lag_brev(
        saksbehandler(), "svar_opplysninger", til=fabrikk.virksomhet(fabrikk.SKOLE), person=person,
        tilstand="sendt", filer=to_filer(),
    )  # fmt: skip
    with som(skolen):
        fil = queries.vedlegg_til(brev)[0]
        assert vedleggsactions.hent(versjon=fil.siste, av=skolen) == f.PDF
    with kontekst(motor_kontekst()):
        rad = Innsyn.objects.get(person_id=person.pk)
        assert (rad.bruker_id, rad.virksomhet_id, rad.hvor) == (
            skolen.bruker_id,
            skolen.virksomhet_id,
            "vedlegg",
        )
        assert Vedleggaapning.objects.get().bruker_id == skolen.bruker_id


def test_blir_personen_skjermet_er_vedleggene_borte() -> None:
    """As the letter is."""
    person, kommunen = fabrikk.lag_person(), fabrikk.lag_aktoer()
    lag_brev(saksbehandler(), "svar_opplysninger", person=person, tilstand="sendt", filer=to_filer())
    assert sett(kommunen) == [2, 2, 2]
    with kontekst(motor_kontekst()):
        opplysning = Personopplysning.objects.get()
    fabrikk.rett(opplysning, adressebeskyttelse="fortrolig")
    assert (sett(kommunen), sett(saksbehandler())) == ([0, 0, 0], [0, 0, 0])


def test_ingen_henger_noe_paa_andres_brev(som: Som) -> None:
    """A municipality puts nothing on a letter; a colleague's file of another organisation is refused."""
    av, kommunen = saksbehandler(), fabrikk.lag_aktoer()
    brev = lag_brev(av, tilstand="sendt")
    with som(kommunen):
        fil = vedleggsactions.legg_ved(fil=f.opplastet(), av=kommunen)
        with nektet("permission denied"):
            Brevvedlegg.objects.create(brev=brev, vedlegg=fil, virksomhet_id=kommunen.virksomhet_id)
    utkast = lag_brev(av)
    for virksomhet_id in (av.virksomhet_id, kommunen.virksomhet_id):
        with som(av), pytest.raises(DatabaseError), transaction.atomic():
            Brevvedlegg.objects.create(brev=utkast, vedlegg_id=fil.pk, virksomhet_id=virksomhet_id)


# --- The lock ---
def test_vedleggene_laases_med_brevet(som: Som) -> None:
    """The database does it: no new version, nothing more put on, nothing taken off, by nobody."""
    av = saksbehandler()
    brev = lag_brev(av, filer=to_filer())
    assert [v.laast for v in filene(brev)] == [None, None]
    with som(av):
        actions.ferdigstill(brev=brev, versjon=brev.versjon, av=av)
        fil = queries.vedlegg_til(brev)[0]
        assert fil.laast is not None
        with pytest.raises(Regelbrudd, match="sendt og kan ikke endres"):
            vedleggsactions.ny_versjon(vedlegg=fil, fil=f.opplastet("ny.pdf"), av=av)
        ny = vedleggsactions.legg_ved(fil=f.opplastet(), av=av)
        with pytest.raises(DatabaseError), transaction.atomic():
            Brevvedlegg.objects.create(brev=brev, vedlegg=ny, virksomhet_id=av.virksomhet_id)
    with kontekst(motor_kontekst()):
        for gjoer in (
            Brevvedlegg.objects.all()._raw_delete,
            lambda _: Brevvedlegg.objects.update(vedlegg_id=ny.pk),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                gjoer("default")


def test_laasen_er_databasens_egen() -> None:
    """Whoever moves the letter on locks its files, also without the action."""
    brev = lag_brev(saksbehandler(), filer=to_filer())
    with kontekst(motor_kontekst()):
        Brev.objects.filter(pk=brev.pk).update(tilstand="ferdig")
    assert all(v.laast for v in filene(brev))


def test_ny_versjon_av_et_vedlegg_er_en_endring_av_utkastet(som: Som) -> None:
    """One who has looked at the letter before it came, does not finish it unseen."""
    av = saksbehandler()
    brev = lag_brev(av, filer=to_filer())
    sett_versjon = brev.versjon
    with som(av):
        [fil, _] = queries.vedlegg_til(brev)
        vedleggsactions.ny_versjon(vedlegg=fil, fil=f.opplastet("Timeplan 2.pdf"), av=av)
        with pytest.raises(Konflikt), transaction.atomic():
            actions.ferdigstill(brev=brev, versjon=sett_versjon, av=av)
        brev.refresh_from_db()
        actions.ferdigstill(brev=brev, versjon=brev.versjon, av=av)
        assert json.loads(Brevfil.objects.get(brev=brev).inndata)["vedlegg"] == [
            "Timeplan 2.pdf",
            "bilde.png",
        ]


def test_vedlegg_tas_av_og_slettes_med_utkastet(som: Som) -> None:
    """Taken off while it is a draft; gone with the draft."""
    av = saksbehandler()
    brev = lag_brev(av, filer=to_filer())
    with som(av):
        [foerste, _andre] = queries.vedlegg_til(brev)
        actions.endre_utkast(
            brev=brev, versjon=brev.versjon, svar=svar("kommune_brev"), av=av,
            filer=[f.opplastet("ny.pdf")], slett_vedlegg=[foerste.noekkel],
        )  # fmt: skip
        assert queries.vedleggsnavn(brev) == ["bilde.png", "ny.pdf"]
        assert not Vedlegg.objects.filter(pk=foerste.pk).exists()
        actions.slett_utkast(brev=brev, versjon=brev.versjon, av=av)
        assert (Vedlegg.objects.count(), Brevvedlegg.objects.count()) == (0, 0)


def test_brev_til_flere_har_ingen_vedlegg(som: Som) -> None:
    """They are finished by a job, which has no way to files."""
    av = saksbehandler()
    brev = lag_brev(av)
    brev.bunke_id = 1
    with som(av), pytest.raises(Regelbrudd) as feil:
        legg_ved(brev=brev, filer=[f.opplastet()], av=av)
    assert list(feil.value.meldinger) == ["vedlegg"]
    with som(av):
        assert "vedlegg" not in Brevskjema(malversjon=brev.malversjon, av=av, brev=brev).fields
        assert "vedlegg" in Brevskjema(malversjon=brev.malversjon, av=av, brev=lag_brev(av)).fields


def test_et_filnavn_som_ikke_kan_trykkes(som: Som) -> None:
    """Told beside the files; as a later version it is told where the letter is printed."""
    av = saksbehandler()
    with pytest.raises(Regelbrudd) as feil:
        lag_brev(av, filer=[f.opplastet("\U0001f600.pdf")])
    assert list(feil.value.meldinger) == ["vedlegg"]
    assert "Filnavnet står i brevet" in str(feil.value)
    brev = lag_brev(av, filer=to_filer())
    with som(av):
        vedleggsactions.ny_versjon(
            vedlegg=queries.vedlegg_til(brev)[0], fil=f.opplastet("\U0001f600.pdf"), av=av
        )
    nett = klient(av)
    assert "kan ikke trykkes" in nett.get(side("brev_pdf", brev), follow=True).content.decode()
    versjon = skjult(nett.get(side("brev_ferdig", brev)))
    assert "kan ikke trykkes" in les(nett.post(side("brev_ferdig", brev), versjon), 422)
    with kontekst(motor_kontekst()):
        assert Brev.objects.get(pk=brev.pk).er_utkast


# --- In the letter ---
def test_vedleggene_staar_sist_i_brevet(som: Som) -> None:
    """Numbered, in both languages; a letter without files has no such heading."""
    av = saksbehandler()
    with som(av):
        sist = tekst(trykk_av(lag_brev(av, filer=to_filer())).pdf).split("underskrift.")[1]
        assert "Vedlegg" not in tekst(trykk_av(lag_brev(av)).pdf)
    assert " ".join(sist.split()).startswith("Vedlegg 1. Timeplan.pdf 2. bilde.png")


def test_filnavn_er_tekst_i_brevet() -> None:
    """Never code, never markup."""
    from integrering.utveksling.brev.trykk import lag_pdf

    for ond in ("#panic().pdf", "*fet*.pdf", "= Overskrift.pdf", "- punkt.pdf"):
        assert ond in tekst(lag_pdf(inndata(vedlegg=[ond])).pdf)


# --- Out of the house ---
def test_arkivpakken_har_vedleggene(som: Som) -> None:
    """Their bytes and checksums; the names people gave them are not in the metadata. Each fetch is logged."""
    av = saksbehandler()
    brev = lag_brev(
        av, tilstand="sendt", filer=[f.opplastet("Om Amina.pdf"), f.opplastet("bilde.png", f.png())]
    )
    nett = klient(av)
    svaret = nett.get(side("brev_arkiv", brev))
    assert svaret.content == nett.get(side("brev_arkiv", brev)).content
    with zipfile.ZipFile(io.BytesIO(svaret.content)) as arkiv:
        pakken = {navn: arkiv.read(navn) for navn in arkiv.namelist()}
    navn = ["brev-2026-00001-vedlegg-1.pdf", "brev-2026-00001-vedlegg-2.png"]
    assert [pakken[n] for n in navn] == [f.PDF, f.png()]
    i_manifestet = {fil["navn"]: fil["sha256"] for fil in json.loads(pakken["manifest.json"])["filer"]}
    xml = pakken["arkivmelding.xml"].decode()
    for n in navn:
        sjekksum = hashlib.sha256(pakken[n]).hexdigest()
        assert i_manifestet[n] == sjekksum
        assert f"<sjekksum>{sjekksum}</sjekksum>" in xml
        assert f"<referanseDokumentfil>{n}</referanseDokumentfil>" in xml
    assert "<antallFiler>3</antallFiler>" in xml
    assert xml.count("<tilknyttetRegistreringSom>Vedlegg<") == 2
    assert "Amina" not in xml + pakken["manifest.json"].decode()
    with som(av):
        assert Vedleggaapning.objects.count() == 4


# --- The pages ---
@pytest.fixture
def nett() -> Client:
    """A case worker's browser."""
    return klient(saksbehandler())


def test_legg_ved_i_skjemaet(nett: Client) -> None:
    """With the draft, without JavaScript; more later, and off again; the recipient reads them when sent."""
    adresse = "/brev/nytt/?mal=kommune_brev"
    forste = nett.get(adresse)
    assert 'enctype="multipart/form-data"' in forste.content.decode()
    data = {
        **skjult(forste), **FELLES, "felt_emne": "Emnet", "maalform": "",
        "virksomhet": fabrikk.virksomhet("5001").pk,
    }  # fmt: skip
    assert nett.post(adresse, data | {"vedlegg": to_filer()}).status_code == 302
    brev = siste()
    vist = les(nett.get(side("brev_vis", brev)))
    assert "Timeplan.pdf (" in vist
    assert "Ny versjon Timeplan.pdf" in vist
    assert "Vedlegg Timeplan.pdf bilde.png" in vist  # as it stands in the letter
    endre = nett.get(side("brev_endre", brev))
    slett = str(filene(brev)[0].noekkel)
    svaret = nett.post(
        side("brev_endre", brev),
        data | skjult(endre) | {"slett_vedlegg": [slett], "vedlegg": [f.opplastet("c.pdf")]},
    )
    assert svaret.status_code == 302
    assert [v.tittel for v in filene(brev)] == ["bilde.png", "c.pdf"]
    versjon = skjult(nett.get(side("brev_ferdig", brev)))
    nett.post(side("brev_ferdig", brev), versjon)
    nett.post(side("brev_sendt", brev), {"maate": "papir", "dato": "02.03.2026"})
    kommunen = klient(fabrikk.lag_aktoer())
    lest = les(kommunen.get(side("brev_vis", brev)))
    assert "bilde.png (" in lest
    assert "versjon" not in lest.lower()
    hentet = kommunen.get(reverse("vedlegg", args=[filene(brev)[0].noekkel]))
    assert hentet.content == f.png()


def test_en_fil_som_avvises_tar_ikke_med_seg_teksten(nett: Client) -> None:
    """Beside the field; what is typed stands, and it is said that the files must be chosen again."""
    adresse = "/brev/nytt/?mal=kommune_brev"
    data = {
        **skjult(nett.get(adresse)), **FELLES, "felt_emne": "Et emne jeg skrev", "maalform": "",
        "virksomhet": fabrikk.virksomhet("5001").pk, "vedlegg": [f.opplastet("makro.docm", f.docm())],
    }  # fmt: skip
    svaret = nett.post(adresse, data)
    vist = les(svaret, 422)
    assert "makro.docm: Filen har makroer" in vist
    assert "Velg dem på nytt" in vist
    assert "Et emne jeg skrev" in svaret.content.decode()
    with kontekst(motor_kontekst()):
        assert not Brev.objects.exists()
        assert not Vedlegg.objects.exists()


def test_konflikt_med_filer(nett: Client) -> None:
    """The colleague's text stands beside one's own, and the files have to be chosen again."""
    brev = lag_brev(saksbehandler(), filer=to_filer())
    adresse = side("brev_endre", brev)
    mitt = {**skjult(nett.get(adresse)), **FELLES, "felt_emne": "Mitt", "maalform": ""}
    klient(saksbehandler()).post(adresse, mitt | {"felt_emne": "Deres"})
    svaret = nett.post(adresse, mitt | {"vedlegg": [f.opplastet("ny.pdf")]})
    vist = les(svaret, 409)
    assert "Deres" in vist
    assert "Velg dem på nytt" in vist
    assert len(filene(brev)) == 2


def test_faa_spoersmaal_om_mange_vedlegg(
    nett: Client, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    """The page asks as little for ten files as for one."""
    brev = lag_brev(
        saksbehandler(), filer=[f.opplastet(f"{n}.pdf") for n in range(10)], dato=date(2026, 3, 1)
    )
    nett.get(side("brev_vis", brev))
    with django_assert_max_num_queries(20):
        nett.get(side("brev_vis", brev))
