"""Applications in every state, made through the actions by an adviser and an approver."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tilskudd.ordninger.models import Ordning
from tilskudd.soekt import actions
from tilskudd.soekt.actions import Bruksdata, Partnerdata, Svar, Tiltaksdata, Utlysningsdata, Vedtaksdata
from tilskudd.soekt.models import Partner, Soeknad, Utlysning
from tilskudd.soekt.queries.soeknader import finn_soeknad, postene, vilkaarene
from tilskudd.soekt.rules.budsjett import Post

I_DAG = timezone.localdate()
TILTAK = Tiltaksdata(
    tittel="Helsefag på norsk",
    tiltak="To språklærere i klassen, og Nav følger opp praksis.",
    formaal="Flere får fagbrev i helsefag.",
    maalgruppe="Voksne med rett etter § 18-3 som trenger mer norsk.",
    deltakere=16,
    fra=I_DAG - timedelta(days=100),
    til=I_DAG + timedelta(days=265),
)
POSTER = [
    ("Språklærer", Post(ordinaer=200_000, faktisk=800_000, egenandel=100_000)),
    ("Læremidler", Post(ordinaer=0, faktisk=50_000)),
]
_NR = count(1)
VEIEN = ("utkast", "full", "klar", "godkjent", "sendt", "innvilget", "i_gang", "rapportert", "avsluttet")


def utlysningsdata(**felt: Any) -> Utlysningsdata:
    """Return a call of adapted vocational training, open for two months."""
    with kontekst(motor_kontekst()):
        ordning = Ordning.objects.get(kode="fag-og-yrkesopplaering")
    grunn = Utlysningsdata(
        ordning_id=ordning.pk, aar=2031, navn=f"Prøveutlysning {next(_NR)}", frist=I_DAG + timedelta(days=60),
        rapportfrist=None, ramme=16_400_000, mest=None, minst_deltakere=10, krever_egenandel=True,
        kriterier="", kilde="Prøve", sikkerhet="eksempel",
    )  # fmt: skip
    return replace(grunn, **felt)


VILKAAR = {"maalgruppe": ["Rett etter § 18-3"], "vilkaar": ["Forankret i ledelsen", "Avtale med Nav"]}


@dataclass
class Sak:
    """One application, and those who work with it."""

    raadgiver: Aktoer = field(default_factory=lambda: fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER))
    godkjenner: Aktoer = field(default_factory=lambda: fabrikk.lag_aktoer(Rolle.TILSKUDDSGODKJENNER))
    utlysning: Utlysning = field(init=False)
    soeknad: Soeknad = field(init=False)

    def __post_init__(self) -> None:
        """Register the call, and begin."""
        with kontekst(kontekst_for(self.raadgiver)):
            self.utlysning = actions.lag_utlysning(data=utlysningsdata(), vilkaar=VILKAAR, av=self.raadgiver)
            self.soeknad = actions.lag_soeknad(utlysning=self.utlysning, data=TILTAK, av=self.raadgiver)

    @property
    def naa(self) -> Soeknad:
        """The application as it stands, with its sums."""
        with kontekst(motor_kontekst()):
            funnet = finn_soeknad(self.soeknad.noekkel)
        assert funnet is not None
        return funnet

    @property
    def adresse(self) -> str:
        """Where it is read."""
        return f"/tilskudd/soekte/{self.soeknad.noekkel}/"

    def gjoer(self, handling: Any, av: Aktoer | None = None, **felt: Any) -> Any:
        """Do something with the application as it stands, as the adviser unless another is named."""
        hvem = av or self.raadgiver
        with kontekst(kontekst_for(hvem)):
            naa = finn_soeknad(self.soeknad.noekkel)
            assert naa is not None
            return handling(soeknad=naa, versjon=naa.versjon, av=hvem, **felt)

    def foer(self, beloep: int, *, post: int | None = 0, **felt: Any) -> Any:
        """Register an amount on a post (None: outside the budget)."""
        with kontekst(kontekst_for(self.raadgiver)):
            linje = None if post is None else postene(self.soeknad)[post]
            data = Bruksdata(dato=I_DAG, linje=linje, beloep=beloep, hva="Timer", **felt)
            return actions.foer_bruk(soeknad=self.soeknad, data=data, filer=[], av=self.raadgiver)

    def fyll(self) -> None:
        """Give the draft budget, partner and answers."""
        self.gjoer(actions.lagre_budsjett, poster=POSTER)
        self.gjoer(
            actions.lagre_partner,
            data=Partnerdata(slag="nav", navn="Nav Trøndelag", avtalt=I_DAG, rolle="Praksis"),
        )
        with kontekst(motor_kontekst()):
            svar = {v.vilkaar.pk: Svar(True, "Vedtak i ledermøtet") for v in vilkaarene(self.soeknad)}
        self.gjoer(actions.lagre_svar, svar=svar)

    def partner(self) -> Partner:
        """Return the first partner."""
        with kontekst(motor_kontekst()):
            return Partner.objects.filter(soeknad=self.soeknad).order_by("pk")[0]


def send(sak: Sak, **felt: Any) -> Any:
    """Send an approved application today."""
    return sak.gjoer(actions.send, **{"dato": I_DAG, "kvittering": "IMDi-77", "grunn": "", **felt})


def innvilg(sak: Sak, beloep: int | None = 500_000, **felt: Any) -> None:
    """Register the decision of today."""
    frist: date | None = I_DAG + timedelta(days=300) if beloep else None
    data = Vedtaksdata(vedtatt=I_DAG, innvilget=beloep, rapportfrist=frist, referanse="24/77")
    sak.gjoer(actions.foer_vedtak, data=replace(data, **felt), filer=[])


RAPPORT = actions.Rapportdata("Vi gjorde det.", "Ti fikk fagbrev.", "Språklærer i klassen virker.")


def sak_i(tilstand: str) -> Sak:
    """Return an application that has come so far on the way."""
    sak = Sak()
    steg: dict[str, Callable[[], Any]] = {
        "full": sak.fyll,
        "klar": lambda: sak.gjoer(actions.gjoer_klar),
        "godkjent": lambda: sak.gjoer(actions.godkjenn, sak.godkjenner),
        "sendt": lambda: send(sak),
        "innvilget": lambda: innvilg(sak),
        "i_gang": lambda: sak.gjoer(actions.start, dato=I_DAG),
        "rapportert": lambda: _rapporter(sak),
        "avsluttet": lambda: sak.gjoer(actions.avslutt, dato=I_DAG, tilbakebetalt=500_000),
    }
    for navn in VEIEN[1 : VEIEN.index(tilstand) + 1]:
        steg[navn]()
    return sak


def _rapporter(sak: Sak) -> None:
    sak.gjoer(actions.lagre_rapport, data=RAPPORT)
    sak.gjoer(actions.lever_rapport, dato=I_DAG, kvittering="")
