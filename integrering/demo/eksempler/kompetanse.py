"""Courses in the demo: held, open, for a few, called off, a draft; who came; good examples."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Bruker, Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter.rules.tider import oeyeblikk
from regionalt.actions.registerrad import Lagring
from regionalt.kompetanse import actions
from regionalt.kompetanse.actions import Arrangementsdata, Eksempeldata, Evalueringsdata, Paameldingsdata
from regionalt.kompetanse.models import Arrangement, Nettverk, Paamelding

_PROGRAM = (
    ("09.30", "Kaffe og registrering", ""),
    ("10.00", "Velkommen", "Fylkeskommunen"),
    ("10.15", "Gode grep fra to kommuner", "Kommunene"),
    ("11.45", "Oppsummering", ""),
)

# invented people, and municipalities of the county
_ANSATTE = (
    ("Nora Nordeksempel", "5001"), ("Ola Oppdiktet", "5006"), ("Pia Prøvesen", "5037"),
    ("Rolf Rådgiver", "5001"), ("Siv Sammendrag", "5007"),
)  # fmt: skip
# users of the demo who were at the gathering, and what all but the last of them think
_DELTOK = ("skaun", "rindal", "trondheimvo", "trondheim")
_SVAR = (
    ((5, 4, 4), "Mer tid til å snakke med de andre kommunene."),
    ((4, 4, 5), ""),
    ((5, 3, 4), "Send ut programmet tidligere."),
)
_EKSEMPLER = (
    ("5006", True, "Språkkafé på biblioteket", "norsk",
     "Biblioteket og frivillige åpner dørene hver tirsdag. Deltakerne øver norsk i små grupper."),
    ("5001", True, "Fadderordning på arbeidsplassen", "arbeid",
     "Hver deltaker i praksis får en fadder blant kollegene, og et fast møte hver uke."),
    ("5037", False, "Felles kartlegging med voksenopplæringen", "kvalifisering",
     "Flyktningtjenesten og voksenopplæringen kartlegger sammen i den første uken."),
)  # fmt: skip


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's case worker. Nothing without that one."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        _arrangementer(av, i_dag)
        _eksempler(av, i_dag)


def _arrangementer(av: Aktoer, i_dag: date) -> None:
    kommuner = Virksomhet.objects.filter(type="kommune", nummer__in=("5001", "5006", "5037"))
    noen = frozenset(kommuner.values_list("pk", flat=True))
    holdt = _lag(
        av, i_dag, -20, slag="samling", tittel="Høstsamling for flyktningtjenestene", tema="bosetting",
        sted="Fylkets hus", samarbeid="IMDi", maalgruppe="Ansatte i flyktningtjenestene",
        formaal="Dele erfaringer fra bosettingen i år, og planlegge neste år.",
    )  # fmt: skip
    _deltakere(holdt, av)
    actions.merk_holdt(arrangement=holdt, versjon=holdt.versjon, av=av)
    _evalueringer(holdt)
    kommer = _lag(
        av, i_dag, 24, tittel="Kurs i kartlegging av kompetanse", tema="kvalifisering", kapasitet=30,
        sted="Fylkets hus", frist=i_dag + timedelta(days=14), maalgruppe="Programrådgivere",
        formaal="Bruke kartleggingen i arbeidet med integreringsplanen.",
    )  # fmt: skip
    for nr, (navn, nummer) in enumerate(_ANSATTE[:3]):
        _meld_paa(kommer, navn, nummer, nr, av)
    _lag(
        av, i_dag, 38, slag="webinar", tittel="Negativ sosial kontroll: hva kan skolen gjøre?",
        tema="forebygging", lenke="https://webinar.example/eksempel", samarbeid="Eksempelsenteret",
    )  # fmt: skip
    _lag(
        av, i_dag, 52, slag="nettverk", tittel="Nettverk for voksenopplæringen i nord", tema="norsk",
        kommuner=noen, kapasitet=12, sted="Steinkjer", nettverk_id=_nettverk(av, i_dag, noen).pk,
    )  # fmt: skip
    avlyst = _lag(av, i_dag, 12, tittel="Kurs i samarbeid med frivilligheten", tema="frivillig")
    actions.avlys(arrangement=avlyst, versjon=avlyst.versjon, grunn="For få påmeldte.", av=av)
    _lag(av, i_dag, 80, aapen=False, tittel="Vårsamling (under planlegging)", tema="annet", slag="samling")


def _nettverk(av: Aktoer, i_dag: date, kommuner: frozenset[int]) -> Nettverk:
    """A network with the municipalities as members, some by the name of who takes part."""
    felter = {
        "navn": "Voksenopplæringen i nord", "tema": "norsk", "til": None,
        "formaal": "Lærere og rektorer deler opplegg og erfaringer, og møtes to ganger i året.",
    }  # fmt: skip
    nytt = actions.lagre_nettverk(felter=felter, lagring=Lagring(innsending=_nr("nettverk")), av=av)
    for nr, kommune in enumerate(sorted(kommuner)):
        navn, stilling = ("Nora Nordeksempel", "Rektor") if nr == 0 else ("", "")
        medlem = {
            "virksomhet_id": kommune, "organisasjon": "", "navn": navn, "stilling": stilling,
            "epost": "rektor@kommune.example" if navn else "", "fra": i_dag - timedelta(days=300),
            "til": None,
        }  # fmt: skip
        lagring: Lagring[Any] = Lagring(innsending=_nr(f"medlem {nr}"))
        actions.lagre_medlem(nettverk=nytt, felter=medlem, lagring=lagring, av=av)
    return nytt


def _deltakere(holdt: Arrangement, av: Aktoer) -> None:
    """All but the last of those who are registered came. Some of them are users of the demo."""
    meldt = [_meld_bruker(holdt, deltaker, av) for deltaker in _brukerne()]
    meldt += [_meld_paa(holdt, navn, nummer, nr, av) for nr, (navn, nummer) in enumerate(_ANSATTE)]
    (oekt,) = holdt.oekter.all()
    moett = [(p.pk, oekt.pk) for p in meldt[:-1]]
    actions.sett_oppmoete(arrangement=holdt, versjon=holdt.versjon, moett=moett, av=av)


def _brukerne() -> list[Aktoer]:
    """Return the demo's users who were there; the last of them has not answered."""
    roller = (Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.KOMMUNE_VOKSENOPPLAERING)
    return [av for navn in _DELTOK if (av := aktoer_med_rolle(navn, *roller)) is not None]


def _meld_bruker(a: Arrangement, deltaker: Aktoer, av: Aktoer) -> Paamelding:
    bruker = Bruker.objects.get(pk=deltaker.bruker_id)
    data = Paameldingsdata(str(bruker), "Programrådgiver", bruker.email, virksomhet_id=deltaker.virksomhet_id)
    return actions.meld_paa(arrangement=a, data=data, av=av)


def _evalueringer(holdt: Arrangement) -> None:
    """All but the last say what they think."""
    for deltaker, (poeng, tekst) in zip(_brukerne()[:-1], _SVAR, strict=False):
        with kontekst(kontekst_for(deltaker)):
            actions.evaluer(arrangement=holdt, data=Evalueringsdata(*poeng, tekst), av=deltaker)


def _meld_paa(a: Arrangement, navn: str, nummer: str, nr: int, av: Aktoer) -> Paamelding:
    kommune = Virksomhet.objects.get(type="kommune", nummer=nummer)
    data = Paameldingsdata(navn, "Programrådgiver", f"ansatt{nr}@kommune.example", virksomhet_id=kommune.pk)
    return actions.meld_paa(arrangement=a, data=data, av=av)


def _eksempler(av: Aktoer, i_dag: date) -> None:
    """Two that are published and one that waits."""
    for nummer, publisert, tittel, tema, gjort in _EKSEMPLER:
        kommune = Virksomhet.objects.get(type="kommune", nummer=nummer)
        data = Eksempeldata(
            kommune_id=kommune.pk, tittel=tittel, tema=tema, aar=i_dag.year, gjort=gjort,
            resultat="Eksempel: flere deltar enn før.",
        )  # fmt: skip
        nytt = actions.lag_eksempel(data=data, innsending=_nr(tittel), av=av)
        if publisert:
            actions.sett_publisert(eksempel=nytt, versjon=1, publisert=True, av=av)


def _lag(av: Aktoer, i_dag: date, dager: int, *, aapen: bool = True, **felt: Any) -> Arrangement:
    verdier: dict[str, Any] = {"slag": "kurs", "program": _PROGRAM} | felt
    nytt = actions.lag_arrangement(
        data=Arrangementsdata(oekter=(_oekt(i_dag + timedelta(days=dager)),), **verdier),
        innsending=_nr(felt["tittel"]),
        av=av,
    )
    if aapen:
        actions.aapne(arrangement=nytt, versjon=nytt.versjon, av=av)
    return nytt


def _oekt(dag: date) -> tuple[datetime, datetime]:
    hverdag = dag - timedelta(days=max(0, dag.weekday() - 4))  # nobody holds courses on a Sunday
    return oeyeblikk(hverdag, time(10)), oeyeblikk(hverdag, time(12))


def _nr(hva: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo-kompetanse-{hva}")
