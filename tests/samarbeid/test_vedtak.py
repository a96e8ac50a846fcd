"""Decisions and measures: tasks, search, one theme whole, and what others show of them."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.kodeverk import Tema
from regionalt.samarbeid import actions, tall
from regionalt.samarbeid.actions import Vedtaksdata
from regionalt.samarbeid.models import Forumvedtak, Samarbeidstiltak, Tiltaksstatus
from tests.fabrikk import lag_bruker
from tests.ledelse.hjelp import hjuldagene, lederens_tall
from tests.lister.hjelp import antall_spoerringer
from tests.samarbeid.hjelp import (
    I_DAG,
    lag_forum,
    lag_tiltak,
    lag_vedtak,
    om,
    saksbehandler,
    skrevet,
)
from tests.tilgang.hjelp import inn
from tests.utveksling.moeter.hjelp import lag_moete

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _adresse(hva: str, rad: Forumvedtak | Samarbeidstiltak) -> str:
    return reverse(f"samarbeid:{hva}", args=[rad.noekkel])


def _oppgaver(regel: str) -> list[tuple[str, Any, bool]]:
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(regel=regel).order_by("pk")
        return [(o.url, o.frist, o.lukket is None) for o in rader]


def test_et_vedtak_er_en_oppgave_til_det_er_fulgt_opp(klient: Client) -> None:
    forum = lag_forum()
    adresse = reverse("samarbeid:vedtak_nytt", args=[forum.noekkel])
    assert klient.get(adresse).status_code == 200
    svar: dict[str, Any] = {
        "dato": skrevet(-1), "tema": "arbeid", "tekst": "Vi lager en felles plan", "utfoerer": "Nav Prøve",
        "oppfoelging": "Skrive utkast", "ansvarlig": klient.session["_auth_user_id"], "frist": skrevet(14),
        "innsending": uuid.uuid4(),
    }  # fmt: skip
    her = klient.post(adresse, svar)["Location"]
    assert klient.post(adresse, svar)["Location"] == her
    assert _oppgaver("FORUMVEDTAK") == [(her, om(14), True)]
    side = klient.get(her).content.decode()
    for ord_ in ("Vi lager en felles plan", "Skrive utkast", "Nav Prøve", "Ikke gjort"):
        assert ord_ in side
    avslutt = her + "avslutt/"
    assert "Skrive utkast" in klient.get(avslutt).content.decode()
    assert klient.post(avslutt, {"tilstand": "utgaar", "versjon": 1}).status_code == 422
    nummer = {"tilstand": "utgaar", "grunn": "01019012345", "versjon": 1}
    assert klient.post(avslutt, nummer).status_code == 422
    assert klient.post(avslutt, {"tilstand": "gjort", "versjon": 1}).status_code == 302
    assert _oppgaver("FORUMVEDTAK") == [(her, om(14), False)]
    assert "Åpne igjen" in klient.get(her).content.decode()
    assert klient.post(her + "gjenaapne/", {"versjon": 2}).status_code == 302
    assert "Avslutt oppfølgingen" in klient.get(her).content.decode()


def test_uten_oppfoelging_er_det_ingen_oppgave(klient: Client) -> None:
    vedtak = lag_vedtak(lag_forum(), oppfoelging="", frist=None)
    assert _oppgaver("FORUMVEDTAK") == []
    side = klient.get(_adresse("vedtak", vedtak)).content.decode()
    assert "Ingen oppfølging" in side and "Avslutt oppfølgingen" not in side
    assert antall_spoerringer(klient, _adresse("vedtak", vedtak)) <= 10


def test_feil_i_vedtaket_sies_ved_feltet_og_det_endres(klient: Client) -> None:
    vedtak = lag_vedtak(lag_forum())
    adresse = _adresse("vedtak_endre", vedtak)
    assert vedtak.tekst in klient.get(adresse).content.decode()
    svar: dict[str, Any] = {"dato": skrevet(-5), "tema": "norsk", "tekst": "Nytt vedtak", "versjon": 1}
    for felt, tekst in (
        ({"dato": skrevet(1)}, "Datoen kan ikke være etter i dag."),
        ({"frist": skrevet(1)}, "Skriv hva som skal gjøres innen fristen."),
        ({"frist": skrevet(-6), "oppfoelging": "Ring"}, "Fristen kan ikke være før vedtaket."),
        ({"tekst": "Om 01019012345"}, "Ta ut nummeret."),
        ({"ansvarlig": lag_bruker().pk}, 'href="#id_ansvarlig"'),
    ):
        nei = klient.post(adresse, svar | felt)
        assert nei.status_code == 422 and tekst in nei.content.decode(), felt
    assert klient.post(adresse, svar).status_code == 302
    assert "Nytt vedtak" in klient.get(_adresse("vedtak", vedtak)).content.decode()
    assert klient.post(adresse, svar).status_code == 409
    assert klient.get(reverse("samarbeid:vedtak", args=[uuid.uuid4()])).status_code == 404


def test_bare_fylkets_egne_har_ansvar() -> None:
    forum, av, ute = lag_forum(), saksbehandler(), lag_bruker()
    data = Vedtaksdata(dato=I_DAG, tema=Tema.NORSK, tekst="Prøve", oppfoelging="Ring", ansvarlig_id=ute.pk)
    with kontekst(kontekst_for(av)), pytest.raises(Regelbrudd) as feil:
        actions.nytt_vedtak(forum=forum, data=data, innsending=uuid.uuid4(), av=av)
    assert "ansvarlig" in feil.value.meldinger


def test_vedtakene_kan_soekes(klient: Client) -> None:
    forum = lag_forum()
    lag_vedtak(forum)
    lag_vedtak(forum, tekst="Vi møtes oftere", tema=Tema.NORSK, oppfoelging="", frist=None)

    def teller(**filter_: Any) -> tuple[bool, bool]:
        side = klient.get(reverse("samarbeid:vedtakene"), filter_).content.decode()
        return "Vi deler tallene" in side, "Vi møtes oftere" in side

    assert "Norsk og samfunnskunnskap</td>" in klient.get(reverse("samarbeid:vedtakene")).content.decode()
    assert teller() == (True, True)
    assert teller(ord="tallene arbeidskraft") == (True, False)
    assert teller(ord="sende") == (True, False)
    assert teller(tema="norsk") == (False, True)
    assert teller(aapne="on") == (True, False)
    assert teller(forum=str(forum.noekkel)) == (True, True)
    nei = klient.get(reverse("samarbeid:vedtakene"), {"ord": "010190"})
    assert nei.status_code == 422 and "Søk med ord, ikke med nummer." in nei.content.decode()


def test_et_tiltak_foelges_til_det_er_ferdig(klient: Client) -> None:
    adresse = reverse("samarbeid:tiltak_nytt") + "?tema=gruender"
    assert 'value="gruender" selected' in klient.get(adresse).content.decode()
    svar: dict[str, Any] = {
        "tema": "gruender", "tittel": "Mentorer for gründere", "ansvarlig": klient.session["_auth_user_id"],
        "fra": skrevet(-30), "til": skrevet(10), "status": "i_gang", "partnere": "Næringsforeningen",
        "innsending": uuid.uuid4(),
    }  # fmt: skip
    for felt, tekst in (
        ({"til": skrevet(-31)}, "Den siste dagen kan ikke være før den første."),
        ({"status": "fullfoert"}, "Skriv hva som kom ut av tiltaket."),
        ({"beskrivelse": "2099 000001 12"}, "Ta ut nummeret."),
    ):
        nei = klient.post(adresse, svar | felt)
        assert nei.status_code == 422 and tekst in nei.content.decode(), felt
    her = klient.post(adresse, svar)["Location"]
    assert _oppgaver("SAMARBEIDSTILTAK") == [(her, om(10), True)]
    assert "Næringsforeningen" in klient.get(her).content.decode()
    assert "Mentorer for gründere" in klient.get(her + "endre/").content.decode()
    ferdig = svar | {"status": "fullfoert", "resultat": "Ti bedrifter", "versjon": 1}
    assert klient.post(her + "endre/", ferdig).status_code == 302
    assert _oppgaver("SAMARBEIDSTILTAK") == [(her, om(10), False)]
    assert "Ti bedrifter" in klient.get(her).content.decode()
    assert klient.post(her + "endre/", ferdig).status_code == 409
    assert klient.get(reverse("samarbeid:tiltak", args=[uuid.uuid4()])).status_code == 404


def test_temaet_staar_helt_paa_en_side(klient: Client) -> None:
    adresse = reverse("samarbeid:gruender")
    assert "Ingen tiltak er registrert." in klient.get(adresse).content.decode()
    lag_tiltak(tittel="Ferdig kurs", status=Tiltaksstatus.FULLFOERT, resultat="Åtte bedrifter")
    lag_tiltak(tittel="Kurs i gang", status=Tiltaksstatus.I_GANG)
    lag_tiltak(tittel="Norskkurs", tema=Tema.NORSK)
    lag_vedtak(lag_forum(), tema=Tema.GRUENDER, tekst="Vi spør næringslivet")
    side = klient.get(adresse).content.decode()
    assert side.index("Kurs i gang") < side.index("Ferdig kurs")
    assert "Norskkurs" not in side and "Vi spør næringslivet" in side and "Åtte bedrifter" in side
    assert antall_spoerringer(klient, adresse) <= 10
    liste = klient.get(reverse("samarbeid:tiltakene"), {"tema": "gruender", "status": "i_gang"})
    assert "Kurs i gang" in liste.content.decode() and "Ferdig kurs" not in liste.content.decode()
    assert "Norskkurs" in klient.get(reverse("samarbeid:tiltakene")).content.decode()


def test_lederens_tall_hjulet_og_rapporten() -> None:
    forum, av = lag_forum(), saksbehandler()
    lag_vedtak(forum, dato=I_DAG, frist=om(3))
    lag_vedtak(forum, dato=om(-3), frist=om(-1))
    ferdig = lag_vedtak(forum, dato=I_DAG)
    lag_tiltak(tittel="Kurs", til=om(-1))
    lag_tiltak(tittel="Mentorer", til=om(5))
    lag_tiltak(tittel="Ferdig", fra=I_DAG, til=om(5), status=Tiltaksstatus.FULLFOERT, resultat="Bra")
    moete = lag_moete(av, 0, type="forum", tittel="Forum")
    with kontekst(kontekst_for(av)):
        actions.avslutt_vedtak(vedtak=ferdig, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
        actions.knytt_moete(forum=forum, moete=moete, av=av)
        vedtak, tiltak = lederens_tall("forumvedtak"), lederens_tall("samarbeidstiltak")
        assert vedtak is not None and (vedtak.verdi, vedtak.detalj) == ("2", "1 over frist")
        assert tiltak is not None and (tiltak.verdi, tiltak.farge) == ("1 tiltak", "warning")
        dager = [(d.dato, d.tittel) for d in hjuldagene("samarbeidstiltak", I_DAG, om(9))]
        assert dager == [(om(5), "Tiltaket «Mentorer» skal være ferdig")]
        frister = [(d.dato, d.tittel) for d in hjuldagene("forumvedtak", om(-2), om(9))]
        navn = "Følg opp vedtak i Regionalt integreringsforum"
        assert frister == [(om(-1), navn), (om(3), navn)]
        fora, tema = tall.kapittel(I_DAG.year)
    tallene = {str(rad[0]): rad[1] for rad in fora.rader}
    assert (tallene["Fora"], tallene["Møter i fora"], tallene["Vedtak som er fulgt opp"]) == (1, 1, 1)
    assert tema.rader[0][2] == 1


def test_uten_noe_er_tallene_null() -> None:
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        vedtak, tiltak = lederens_tall("forumvedtak"), lederens_tall("samarbeidstiltak")
    assert vedtak is not None and (vedtak.verdi, vedtak.farge) == ("0", "success")
    assert tiltak is not None and tiltak.farge == "success"
