"""The front page is the queue."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Person
from integrering.oppgaver import actions
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries import koe as koemodul
from integrering.oppgaver.views import forside
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.lister.hjelp import antall_spoerringer
from tests.oppgaver.hjelp import IDAG, en, hoveddel, innlogget, les, om, person, skrevet, valgt
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def faner(tekst: str) -> dict[str, str]:
    """Return tab → count, the open one with a star."""
    funnet = re.findall(r'<a href="\?fane=[^"]*"( aria-current="page")?>([^<]+) \(([^)]+)\)</a>', tekst)
    return {navn + ("*" if aapen else ""): antall.replace("\xa0", " ") for aapen, navn, antall in funnet}


def vist(tekst: str) -> list[str]:
    """Return the surnames in the list, in order."""
    return re.findall(r'<a class="ds-link" href="/personer/[^"/]+/">\w+ (\w+)</a>', tekst)


def vent(hun: Person, av: Aktoer) -> None:
    with kontekst(kontekst_for(av)):
        actions.sett_paa_vent(valgte=valgt(en(hun)), til=om(5), grunn="permisjon", av=av)


def test_fanene_teller_og_den_foerste_med_innhold_er_aapen(trondheim: Aktoer) -> None:
    person(-120, etternavn="Sent")
    person(-85, etternavn="Snart")
    person(-20, etternavn="Lenge")
    venter = person(-121, etternavn="Venter")
    vent(venter, trondheim)
    klient = innlogget(trondheim)
    tekst = les(klient)
    assert faner(tekst) == {"Over frist*": "1", "Forfaller snart": "1", "På vent": "1", "Alle": "4"}
    assert vist(tekst) == ["Sent"]
    for fane, navn in (("snart", "Snart"), ("paa-vent", "Venter")):
        assert vist(les(klient, f"/?fane={fane}")) == [navn]
    assert vist(les(klient, "/?fane=alle")) == ["Venter", "Sent", "Snart", "Lenge"], "etter frist"
    assert f"På vent til {skrevet(om(5))}: permisjon." in les(klient, "/?fane=paa-vent")


@pytest.mark.parametrize(
    ("bosatt", "fane"),
    [
        ("frist i dag", "Forfaller snart"),
        ("frist i går", "Over frist"),
        ("om fjorten dager", "Forfaller snart"),
        ("om femten dager", "Alle"),
    ],
)
def test_grensene_mellom_fanene(bosatt: str, fane: str, trondheim: Aktoer) -> None:
    hun = person()
    dager = {"frist i dag": 0, "frist i går": -1, "om fjorten dager": 14, "om femten dager": 15}[bosatt]
    with kontekst(motor_kontekst()):
        Oppgave.objects.filter(pk=en(hun).pk).update(frist=om(dager), snart_fra=om(dager - 14))
    assert f"{fane}*" in faner(les(innlogget(trondheim)))


def test_raden_sier_hva_hvem_naar_hvorfor_og_leder_til_skjemaet(trondheim: Aktoer) -> None:
    hun = person(-120)
    tekst = les(innlogget(trondheim))
    frist = en(hun).frist
    assert frist is not None
    for ventet in (
        "Vedtak om norskopplæring mangler",
        f"Personen ble bosatt {skrevet(om(-120))}. Vedtaket skal være på plass innen tre måneder",
        "Integreringsloven § 30.",
        f"{(IDAG - frist).days} dager over frist",
        f'href="/personer/{hun.noekkel}/vedtak/ny/',
        ">Registrer vedtak<",
        f'href="/personer/{hun.noekkel}/">Amina Eksempel</a>',
        "Velg Vedtak om norskopplæring mangler, Amina Eksempel",
    ):
        assert ventet in tekst, ventet


@pytest.mark.parametrize(
    ("fane", "tekst"),
    [
        ("over-frist", "Ingen oppgaver over frist."),
        ("snart", "Ingen oppgaver forfaller snart."),
        ("paa-vent", "Ingen oppgaver er på vent."),
        ("alle", "Ingen oppgaver venter på deg."),
        ("tull", "Ingen oppgaver over frist."),
    ],
)
def test_uten_oppgaver_leder_ingen_fane_til_en_tom_fane(fane: str, tekst: str, trondheim: Aktoer) -> None:
    side = les(innlogget(trondheim), f"/?fane={fane}")
    assert tekst in side
    assert "Se oppgaver" not in side
    assert "Se alle oppgaver" not in side
    assert "Sett på vent" not in side


def test_en_tom_fane_leder_til_en_med_oppgaver(trondheim: Aktoer) -> None:
    """Over the deadline, soon, all: an empty tab leads on only to one that holds something."""
    oppgave = en(person())

    def sett_frist(dager: int) -> None:
        with kontekst(motor_kontekst()):
            Oppgave.objects.filter(pk=oppgave.pk).update(frist=om(dager), snart_fra=om(dager - 14))

    sett_frist(400)
    for fane in ("over-frist", "snart", "paa-vent"):
        side = les(innlogget(trondheim), f"/?fane={fane}")
        assert "Se alle oppgaver" in side
        assert "Se oppgaver som forfaller snart" not in side
    sett_frist(1)
    assert "Se oppgaver som forfaller snart" in les(innlogget(trondheim), "/?fane=over-frist")


def test_hvem_sine_oppgaver(trondheim: Aktoer, kollega: Aktoer) -> None:
    min_, ledig, andres = (person(etternavn=navn) for navn in ("Min", "Ledig", "Kollegas"))
    with kontekst(kontekst_for(trondheim)):
        actions.tildel(valgte=valgt(en(min_)), til=trondheim.bruker_id, av=trondheim)
        actions.tildel(valgte=valgt(en(andres)), til=kollega.bruker_id, av=trondheim)
    klient = innlogget(trondheim)

    def med(hvem: str) -> set[str]:
        return set(vist(les(klient, f"/?hvem={hvem}")))

    assert [med(h) for h in ("", "mine", "ingen", "alle")] == [
        {"Min", "Ledig"}, {"Min"}, {"Ledig"}, {"Min", "Ledig", "Kollegas"},
    ]  # fmt: skip
    assert en(ledig).ansvarlig_id is None
    with kontekst(kontekst_for(trondheim)):
        actions.registrer_vikariat(
            borte=kollega.bruker_id, vikar=trondheim.bruker_id, fra=IDAG, til=om(3), av=trondheim
        )
    assert med("mine") == {"Min", "Kollegas"}


def test_filter_paa_regel_sortering_og_feil_i_filteret(trondheim: Aktoer) -> None:
    person(-120, etternavn="Aas")
    person(-130, etternavn="Berg", landgruppe="")
    klient = innlogget(trondheim)
    assert vist(les(klient, "/?regel=LANDGRUPPE_MANGLER")) == ["Berg"]
    assert "Ta bort filteret" in les(klient, "/?regel=LANDGRUPPE_MANGLER")
    assert "Ta bort filteret" not in les(klient, "/?fane=alle"), "fanen er ikke et filter"
    assert vist(les(klient, "/?sorter=gjelder&fane=over-frist")) == ["Berg", "Aas"]
    assert vist(les(klient, "/?sorter=frist")) == ["Berg", "Aas"]
    assert vist(les(klient, "/?sorter=-frist")) == ["Aas", "Berg"]
    svar = klient.get("/?regel=FINNES_IKKE")
    assert svar.status_code == 422
    assert "Rett filteret" in svar.content.decode()


def test_fylket_har_sine_egne_og_leser_kommunenes(trondheim: Aktoer, fylket: Aktoer) -> None:
    person(etternavn="Trondheimer")
    person(etternavn="Steinkjerbygg", kommune=fabrikk.STEINKJER)
    klient = innlogget(fylket)
    assert vist(les(klient)) == []
    side = les(klient, "/?kommune=5006")
    assert vist(side) == ["Steinkjerbygg"]
    assert "Du kan lese dem, men ikke endre dem" in side
    assert "Registrer vedtak" not in side
    assert vist(les(klient, "/?kommune=5006&hvem=mine")) == []


def test_blar_med_noekler_i_fanen_som_ble_aapnet(trondheim: Aktoer) -> None:
    for n in range(55):
        person(-100 - n, etternavn=f"Navn{n:02d}")
    klient = innlogget(trondheim)
    foerste = les(klient)
    assert len(vist(foerste)) == 50
    neste = re.search(r'rel="next" href="([^"]+)"', foerste)
    assert neste is not None and "fane=over-frist" in neste[1]
    assert vist(les(klient, "/" + neste[1].replace("&amp;", "&"))) == [
        f"Navn{n:02d}" for n in range(4, -1, -1)
    ]


def test_telles_ikke_over_grensen(trondheim: Aktoer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(koemodul, "TELL_TIL", 2)
    monkeypatch.setattr("integrering.oppgaver.views.forside.TELL_TIL", 2)
    for _ in range(3):
        person(-120)
    person(-20)
    assert faner(les(innlogget(trondheim))) == {
        "Over frist*": "2+", "Forfaller snart": "0", "På vent": "0", "Alle": "2+",
    }  # fmt: skip


@pytest.mark.parametrize("rolle", [Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.SKOLEKONTAKT])
def test_forsiden_er_faa_spoerringer(rolle: Rolle) -> None:
    klient = innlogget(fabrikk.lag_aktoer(rolle))
    for _ in range(60):
        person()
    assert antall_spoerringer(klient, "/?fane=alle") <= 10


@pytest.mark.parametrize("rolle", [Rolle.INNSYNSREVISOR, Rolle.KOMMUNE_ADMINISTRATOR])
def test_de_uten_oppgaver_har_en_forside(rolle: Rolle) -> None:
    tekst = les(innlogget(fabrikk.lag_aktoer(rolle)))
    assert "Min oppgaveliste" not in tekst
    assert "Hei, Kari" in tekst


def test_partnere_har_en_tom_liste_og_uten_innlogging_gaar_man_til_innlogging() -> None:
    assert "Ingen oppgaver over frist" in les(innlogget(fabrikk.lag_aktoer(Rolle.ORGANISASJON_SOEKER)))
    assert Client().get("/")["Location"].startswith("/logg-inn/")


def test_personsiden_forteller_hvem_som_har_oppgaven_og_hva_den_venter_paa(trondheim: Aktoer) -> None:
    hun = person()
    klient, adresse = innlogget(trondheim), reverse("person", args=[hun.noekkel])
    assert "oppgaver-paa-personen" not in les(klient, adresse), "det står alt under «Mangler nå»"
    vent(hun, trondheim)
    side = hoveddel(klient.get(adresse).content.decode())
    assert f"På vent til {skrevet(om(5))}: permisjon." in side
    assert reverse("oppgave", args=[en(hun).noekkel]) in side


def test_er_det_mer_enn_en_side_sier_forsiden_hva_det_er_mest_av(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forside, "EN_SIDE", 2)
    for _nr in range(3):
        person()
    person(landgruppe="")
    klient = inn(fabrikk.lag_bruker())
    side = les(klient, "/?fane=alle")
    assert "Mest av:" in side
    assert "Vedtak om norskopplæring mangler (4)" in side
    assert "Landgruppe mangler (1)" in side
    lenke = re.search(r'href="(\?[^"]*regel=LANDGRUPPE_MANGLER[^"]*)"', side)
    assert lenke
    ett = les(klient, "/" + lenke[1].replace("&amp;", "&"))
    assert "Mest av:" not in ett, "ett slag er valgt"
    monkeypatch.setattr(forside, "EN_SIDE", 50)
    assert "Mest av:" not in les(klient, "/?fane=alle"), "det går på én side"
