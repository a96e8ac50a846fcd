"""The leader's page and the yearly wheel: what the apps tell of, and for whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Count
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from integrering.grunnmur.samlet import Rader, Sporring, tell
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.tilgang.roller import Rolle
from regionalt import aarshjul, ledelsestall
from regionalt.aarshjul import Hjuldag, Hjulkilde, registrer_hjulkilde
from regionalt.ledelse.kilder import moetekapittel
from regionalt.ledelsestall import Ledelsestall, Tall, registrer_ledelsestall
from tests.fabrikk import TRONDHEIM, lag_aktoer, lag_bruker, lag_person
from tests.ledelse.hjelp import I_AAR, I_DAG, hjuldagene, lederens_tall
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn
from tests.utveksling.moeter.hjelp import lag_moete

pytestmark = pytest.mark.django_db
_MIDT = date(I_AAR, 6, 15)


@pytest.fixture
def klient() -> Client:
    """The browser of a leader at the county."""
    return inn(lag_bruker(Rolle.LEDER))


@pytest.fixture
def egne(monkeypatch: pytest.MonkeyPatch) -> None:
    """Registers without anything in them."""
    monkeypatch.setattr(ledelsestall, "_tall", {})
    monkeypatch.setattr(aarshjul, "_kilder", {})


def _hjulet(klient: Client, sporring: str = "") -> str:
    svar = klient.get(reverse("ledelse:aarshjul") + sporring)
    assert svar.status_code == 200
    return svar.content.decode()


def test_tallene_staar_i_rekkefoelge_og_foerer_til_det_de_er_regnet_av(klient: Client, egne: None) -> None:
    def spoer(dag: date) -> Sporring:
        return tell(kommuner_i_fylket(), alle=Count("pk"))

    def vis(rader: Rader, dag: date) -> Tall:
        return Tall(f"3 av {rader[0]['alle']}", detalj="Trøndelag", url="/kommuner/")

    registrer_ledelsestall(
        Ledelsestall("b", "Det andre", "Forklaring.", spoer, vis, 2),
        Ledelsestall("a", "Det første", "Forklaring.", spoer, lambda rader, dag: Tall("12"), 1),
        Ledelsestall("c", "Det tredje", "Forklaring.", spoer, lambda rader, dag: None, 3),
    )
    side = klient.get(reverse("ledelse:oversikt")).content.decode()
    alle = kommuner_i_fylket().count()
    assert side.index("Det første") < side.index("Det andre") and "Det tredje" not in side
    assert '<a class="ds-link" href="/kommuner/">Det andre</a>' in side and f"3 av {alle}" in side


def test_uten_tall_sier_siden_det(klient: Client, egne: None) -> None:
    assert "Ingen tall er registrert ennå." in klient.get(reverse("ledelse:oversikt")).content.decode()


def test_over_frist_teller_alles_aapne_oppgaver(klient: Client) -> None:
    lag_person(kommune=TRONDHEIM)
    with kontekst(motor_kontekst()):
        Oppgave.objects.all().delete()
        for nr, (frist, lukket) in enumerate([(-1, None), (0, None), (None, None), (-5, timezone.now())]):
            Oppgave.objects.create(
                kilde="proeve", regel="PROEVE", emne_id=nr, nr="", virksomhet_id=1, url="/",
                frist=None if frist is None else I_DAG + timedelta(days=frist), lukket=lukket,
            )  # fmt: skip
    with kontekst(motor_kontekst()):
        svar = lederens_tall("over_frist")
    assert svar is not None and (svar.verdi, svar.farge) == ("1", "danger") and "3 åpne" in svar.detalj


@pytest.mark.parametrize("side", ["ledelse:oversikt", "ledelse:aarshjul", "ledelse:rapporter"])
def test_sidene_spoer_databasen_hoeyst_ti_ganger(klient: Client, side: str) -> None:
    lag_moete(lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER))
    assert antall_spoerringer(klient, reverse(side)) <= 10


# --- The wheel ---


def _kilde(navn: str, *dager: Hjuldag) -> Hjulkilde:
    return Hjulkilde(navn, f"Kilde {navn}", None, lambda rader, fra, til: dager)


def test_hjulet_samler_kildene_og_kan_vise_en(klient: Client, egne: None) -> None:
    registrer_hjulkilde(
        _kilde("kurs", Hjuldag(_MIDT, "Vårsamling", url="/kompetanse/")),
        _kilde("frister", Hjuldag(_MIDT, "Søknadsfrist", frist=True)),
        _kilde("planer", Hjuldag(_MIDT, "Planperioden", til=_MIDT + timedelta(days=30))),
    )
    alt = _hjulet(klient)
    assert "Ingenting er registrert i januar, februar" in alt and "juni, " not in alt
    assert alt.index("Juni") < alt.index("Vårsamling")
    assert 'href="/kompetanse/"' in alt and "Søknadsfrist" in alt and "Frist" in alt
    assert f"15.06.{I_AAR}–15.07.{I_AAR}" in alt.replace(" ", "")
    bare = _hjulet(klient, "?kilde=kurs")
    assert "Vårsamling" in bare and "Søknadsfrist" not in bare
    assert "Søknadsfrist" in _hjulet(klient, "?kilde=finnes-ikke")


@pytest.mark.parametrize(
    ("sporring", "aar"),
    [("", I_AAR), (f"?aar={I_AAR + 1}", I_AAR + 1), ("?aar=1900", I_AAR - 5), ("?aar=tull", I_AAR),
     ("?aar=9999", I_AAR + 3)],
)  # fmt: skip
def test_hjulet_viser_aaret_det_spoerres_om_innen_rimelighetens_grenser(
    klient: Client, egne: None, sporring: str, aar: int
) -> None:
    assert f"Årshjul {aar}</h1>" in _hjulet(klient, sporring)


def test_hjulet_har_veien_til_denne_maaneden_naar_den_har_noe(klient: Client, egne: None) -> None:
    registrer_hjulkilde(_kilde("kurs", Hjuldag(I_DAG.replace(day=1), "Høstsamling")))
    assert f'href="#m{I_DAG.month}"' in _hjulet(klient)
    assert "Gå til denne måneden" not in _hjulet(klient, f"?aar={I_AAR + 1}")


def test_kalenderfilen_har_hele_dager_og_ingen_to_like(klient: Client, egne: None) -> None:
    registrer_hjulkilde(
        _kilde("kurs", Hjuldag(_MIDT, "Vårsamling", url="/kompetanse/")),
        _kilde("planer", Hjuldag(_MIDT, "Planperioden", til=_MIDT + timedelta(days=2))),
    )
    svar = klient.get(reverse("ledelse:aarshjul_ics"))
    assert svar["Content-Type"].startswith("text/calendar")
    dager = {str(d["summary"]): d for d in Calendar.from_ical(svar.content).walk("VEVENT")}
    kurs, plan = dager["Kilde kurs: Vårsamling"], dager["Kilde planer: Planperioden"]
    assert (kurs.decoded("dtstart"), kurs.decoded("dtend")) == (_MIDT, _MIDT + timedelta(days=1))
    assert plan.decoded("dtend") == _MIDT + timedelta(days=3)
    assert str(kurs["url"]) == "http://testserver/kompetanse/" and "url" not in plan
    igjen = Calendar.from_ical(klient.get(reverse("ledelse:aarshjul_ics")).content)
    assert {str(d["uid"]) for d in igjen.walk("VEVENT")} == {str(d["uid"]) for d in dager.values()}
    assert len({str(d["uid"]) for d in dager.values()}) == 2


def test_moetene_staar_i_hjulet_uten_tittel(klient: Client) -> None:
    moete = lag_moete(lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER), tittel="Samtale om Kari")
    side = _hjulet(klient, f"?kilde=moeter&aar={moete.start.year}")
    assert reverse("moete", args=[moete.noekkel]) in side and "Samtale om Kari" not in side


def test_fristen_for_fjoraarets_registreringer_staar_i_hjulet() -> None:
    av = lag_aktoer(Rolle.LEDER)
    with kontekst(kontekst_for(av)):
        funnet = hjuldagene("lovfrister", date(2026, 1, 1), date(2026, 12, 31))
    assert [(d.frist, "2025" in d.tittel) for d in funnet] == [(True, True)]
    assert funnet[0].dato.year == 2026


def test_moetekapitlet_teller_holdte_moeter_av_hvert_slag() -> None:
    lag_moete(lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER), dager=-1)
    aar = (I_DAG - timedelta(days=1)).year
    with kontekst(motor_kontekst()):
        (tabell,) = moetekapittel(aar)
        assert sum(int(rad[1]) for rad in tabell.rader) == 1 and moetekapittel(2020) == ()
