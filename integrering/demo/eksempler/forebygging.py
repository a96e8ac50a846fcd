"""The prevention work in the demo: the directory looked over, invented advisers, a network, activities."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle, kommuner_i_fylket
from integrering.tilgang.roller import Rolle
from regionalt.actions.registerrad import Lagring
from regionalt.forebygging import actions
from regionalt.forebygging.forms.katalog import TjenesteSkjema
from regionalt.forebygging.models import Hjelpetjeneste, Mangfoldsraadgiver, NasjonalPlan, Nettverk

# Name, school, number of the municipality, days until it is looked over; the first is overdue.
_RAADGIVERE = (
    ("Aina Eksempel", "Eksempelbyen videregående skole", "5001", -6),
    ("Bård Eksempel", "Prøvevågen videregående skole", "5006", 60),
    ("Cecilie Eksempel", "Øvingslia ungdomsskole", "5037", 120),
)


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's case worker. Nothing without the users."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        kommuner = {k.nummer: k for k in kommuner_i_fylket()}
        for navn, skole, nummer, om in _RAADGIVERE:
            _raadgiver(av, navn, skole, kommuner[nummer], i_dag + timedelta(days=om), i_dag)
        for nr, tjeneste in enumerate(Hjelpetjeneste.objects.order_by("rekkefoelge")):
            _sett_dato(av, tjeneste, i_dag + timedelta(days=30 * nr - 5))
        nettverk = _nettverk(av, i_dag)
        _aktiviteter(av, nettverk, i_dag)


def lagring(navn: str) -> Lagring[Any]:
    """Return a new row with the same form number in every demo."""
    return Lagring(innsending=uuid5(NAMESPACE_URL, f"demo-forebygging-{navn}"))


def _raadgiver(
    av: Aktoer, navn: str, skole: str, kommune: Virksomhet, gjennomgaas: date, i_dag: date
) -> Mangfoldsraadgiver:
    felter = {
        "navn": navn, "skole": skole, "kommune": kommune, "region": f"{kommune.navn} og nabokommunene",
        "telefon": "", "epost": f"{navn.split()[0].lower().replace('å', 'a')}@example.com",
        "fra": date(i_dag.year - 1, 8, 1), "til": None, "gjennomgaas": gjennomgaas, "kilde": "",
        "kilde_url": "", "kilde_dato": None, "sikkerhet": "eksempel",
    }  # fmt: skip
    return actions.lagre_raadgiver(felter=felter, lagring=lagring(navn), av=av)


def _sett_dato(av: Aktoer, tjeneste: Hjelpetjeneste, dag: date) -> None:
    felter = TjenesteSkjema.verdier(tjeneste) | {"gjennomgaas": dag}
    versjon = felter.pop("versjon")
    actions.lagre_tjeneste(felter=felter, lagring=Lagring(tjeneste, versjon), av=av)


# Organisation, name, position; invented people.
_MEDLEMMER = (
    ("Eksempelpolitiet", "Dina Eksempel", "Forebyggende kontakt"),
    ("Eksempelkommunen, flyktningtjenesten", "Erik Eksempel", "Programrådgiver"),
    ("Eksempelkommunen, barnevernet", "Frøydis Eksempel", "Teamleder"),
)
# Days from today, kind, theme, title, target group, participants, municipalities, of the newest plan.
_AKTIVITETER: tuple[tuple[int, str, str, str, str, int | None, list[str], bool], ...] = (
    (-260, "kurs", "flere", "Fagdag om æresrelatert vold (eksempel)", "Ansatte i skole og barnevern", 64,
     ["5001", "5006"], True),
    (-90, "veiledning", "kontroll", "Veiledning av helsesykepleiere (eksempel)", "Helsesykepleiere", 12,
     ["5037"], True),
    (-30, "samtale", "kontroll", "Dialoggrupper i voksenopplæringen (eksempel)", "Deltakere og lærere", 38,
     ["5001"], False),
    (25, "informasjon", "ekteskap", "Før sommerferien: vær oppmerksom (eksempel)", "Førstelinjen", None,
     [], True),
)  # fmt: skip


def _nettverk(av: Aktoer, i_dag: date) -> Nettverk:
    felter = {
        "navn": "Nettverk mot negativ sosial kontroll (eksempel)",
        "formaal": "Dele kunnskap og bygge opp felles rutiner.",
        "til": None,
    }
    nettverk = actions.lagre_nettverk(felter=felter, lagring=lagring("nettverk"), av=av)
    for organisasjon, navn, stilling in _MEDLEMMER:
        medlem = {
            "organisasjon": organisasjon, "navn": navn, "stilling": stilling, "epost": "",
            "fra": date(i_dag.year, 1, 1), "til": None,
        }  # fmt: skip
        actions.lagre_medlem(nettverk=nettverk, felter=medlem, lagring=lagring(navn), av=av)
    return nettverk


def _aktiviteter(av: Aktoer, nettverk: Nettverk, i_dag: date) -> None:
    planer = list(NasjonalPlan.objects.order_by("-fra"))
    for om, slag, tema, tittel, maalgruppe, deltakere, kommuner, siste in _AKTIVITETER:
        felter = {
            "dato": i_dag + timedelta(days=om), "slag": slag, "tema": tema, "tittel": tittel,
            "maalgruppe": maalgruppe, "deltakere": deltakere, "kommuner": kommuner,
            "plan": planer[0 if siste else 1], "nettverk": nettverk, "beskrivelse": "",
        }  # fmt: skip
        actions.lagre_aktivitet(felter=felter, lagring=lagring(tittel), av=av)
