"""Plans in the demo: a decided one with all it rests on, and the next on hearing."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from regionalt.planer import actions
from regionalt.planer.actions import (
    Behovsdata,
    Hoeringsdata,
    Maaldata,
    Plandata,
    Statusdata,
    Tilbudsdata,
    Tiltaksdata,
    Vedtaksdata,
)
from regionalt.planer.models import (
    Bruk,
    Hoeringsinstans,
    Maal,
    Plan,
    Planslag,
    Plantilstand,
    Plantiltak,
    Sikkerhet,
    Tiltaksstatus,
)

_S = Tiltaksstatus


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's case worker. Nothing without the users."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        gammel = _plan(av, "Plan for kvalifisering av innvandrere (eksempel)", i_dag)
        _tiltak(av, _maal(av, gammel, 1, "Flere voksne fullfører videregående opplæring"), i_dag)
        _maal(av, gammel, 2, "Kommunene og arbeidsgiverne kjenner tilbudene")
        _kunnskap(av, gammel, i_dag)
        _vedta(av, gammel, i_dag)
        _statuser(av, gammel, i_dag)
        ny = _plan(av, "Ny plan for kvalifisering av innvandrere (eksempel)", i_dag, gammel)
        _maal(av, ny, 1, "Flere får fagbrev mens de er i arbeid")
        instanser = _hoering(av, ny, i_dag)
        _svar(av, instanser, i_dag)


def _plan(av: Aktoer, tittel: str, i_dag: date, erstatter: Plan | None = None) -> Plan:
    fra = date(i_dag.year - 2 if erstatter is None else i_dag.year + 2, 1, 1)
    data = Plandata(
        slag=Planslag.KVALIFISERING, tittel=tittel, fra=fra, til=date(fra.year + 3, 12, 31),
        ansvarlig_id=av.bruker_id, erstatter_id=erstatter.pk if erstatter else None,
        beskrivelse="Eksempel: hva fylkeskommunen vil gjøre for at flere innvandrere blir kvalifisert.",
    )  # fmt: skip
    return actions.ny_plan(data=data, innsending=_nr(tittel), av=av)


def _maal(av: Aktoer, plan: Plan, nummer: int, tekst: str) -> Maal:
    data = Maaldata(nummer=nummer, tekst=tekst, indikator="Tallet i slutten av hvert år")
    return actions.nytt_maal(plan=plan, data=data, innsending=_nr(tekst), av=av)


# One under way, one late, one carried out: days to the last day, kroner, where it has stood.
_TILTAK: tuple[tuple[str, int, int | None, tuple[tuple[Tiltaksstatus, int, str], ...]], ...] = (
    ("Modulstrukturert opplæring i helsefag", 200, 1_200_000, ((_S.I_GANG, -60, ""),)),
    (
        "Veiledning på flere språk", -15, 350_000,
        ((_S.I_GANG, -200, ""), (_S.FORSINKET, -30, "Vi fant ikke lokaler.")),
    ),
    ("Felles informasjon om realkompetansevurdering", -40, None, ((_S.GJENNOMFOERT, -45, "Tre møter."),)),
)  # fmt: skip


def _tiltak(av: Aktoer, maal: Maal, i_dag: date) -> None:
    for tittel, til, kroner, _statuser in _TILTAK:
        data = Tiltaksdata(
            tittel=tittel, ansvarlig_id=av.bruker_id, fra=i_dag - timedelta(days=300),
            til=i_dag + timedelta(days=til), utfoerer="Karrieresenteret (eksempel)", partnere="Nav",
            kroner=kroner, finansiering="Eget budsjett" if kroner else "", indikator="Deltakere i året",
            utgangspunkt="20", maaltall="60", beskrivelse="Eksempel på et tiltak.",
        )  # fmt: skip
        actions.nytt_tiltak(maal=maal, data=data, innsending=_nr(tittel), av=av)


def _statuser(av: Aktoer, plan: Plan, i_dag: date) -> None:
    """Say where the measures of the plan have stood, and bring the open page up to date."""
    for tittel, _til, _kroner, statuser in _TILTAK:
        tiltak = Plantiltak.objects.get(maal__plan=plan, tittel=tittel)
        for status, dag, merknad in statuser:
            data = Statusdata(status=status, dato=i_dag + timedelta(days=dag), merknad=merknad)
            nr = _nr(f"{tittel}:{status}")
            actions.ny_status(tiltak=tiltak, versjon=tiltak.versjon, data=data, innsending=nr, av=av)
    actions.gi_ut_igjen(plan=plan, av=av)


def _kunnskap(av: Aktoer, plan: Plan, i_dag: date) -> None:
    """What the plan rests on: needs of the county and of a municipality, and offers."""
    trondheim = Virksomhet.objects.get(nummer="5001", type="kommune")
    for yrke, antall, kommune in (
        ("Helsefagarbeider", 120, None),
        ("Kokk", 15, trondheim.pk),
        ("Tømrer", None, None),
    ):
        behov = Behovsdata(
            yrke=yrke, antall=antall, kommune_id=kommune, plan_id=plan.pk, opplaering="Fagbrev, norsk B1",
            virkemidler="Læreplasser og tilskudd til opplæring", kilde="Dialogmøte (eksempel)",
            kilde_dato=i_dag - timedelta(days=90), sikkerhet=Sikkerhet.EKSEMPEL,
        )  # fmt: skip
        actions.nytt_behov(data=behov, innsending=_nr(yrke), av=av)
    tilbud = Tilbudsdata(
        navn="Modulstrukturert opplæring i helsefag", tilbyder="Prøvedal videregående skole (eksempel)",
        maalgruppe="Voksne uten fullført videregående", innhold="Fagopplæring med norsk", plasser=24,
        plan_id=plan.pk, kilde="Eksempel: skolens opplysninger", kilde_dato=i_dag - timedelta(days=60),
        sikkerhet=Sikkerhet.EKSEMPEL,
    )  # fmt: skip
    actions.nytt_tilbud(data=tilbud, innsending=_nr("tilbud"), av=av)


def _vedta(av: Aktoer, plan: Plan, i_dag: date) -> None:
    actions.flytt(plan=plan, versjon=plan.versjon, til=Plantilstand.FRAMLAGT, av=av)
    data = Vedtaksdata(
        organ="Fylkestinget", dato=i_dag - timedelta(days=250), saksnummer="1/99 (eksempel)",
        tekst="Planen vedtas. (Eksempel.)", for_stemmer=40, mot_stemmer=3,
    )  # fmt: skip
    actions.vedta(plan=plan, versjon=plan.versjon, data=data, innsending=_nr("vedtak"), av=av)


def _hoering(av: Aktoer, plan: Plan, i_dag: date) -> list[Hoeringsinstans]:
    kommuner = Virksomhet.objects.filter(type="kommune", nummer__in=("5001", "5006"))
    data = Hoeringsdata(
        frist=i_dag + timedelta(days=40), virksomheter=[k.pk for k in kommuner], andre=("LO (eksempel)",)
    )
    actions.send_paa_hoering(plan=plan, versjon=plan.versjon, data=data, av=av)
    return list(plan.instanser.order_by("pk"))


def _svar(av: Aktoer, instanser: list[Hoeringsinstans], i_dag: date) -> None:
    """The one who has no users here has answered on paper, and was partly followed."""
    instans = next(i for i in instanser if i.virksomhet_id is None)
    tekst = "Vi vil ha flere læreplasser i kommunene. (Eksempel.)"
    actions.skriv_inn_svar(instans=instans, tekst=tekst, mottatt=i_dag, innsending=_nr("svar"), av=av)
    actions.bruk_svar(
        instans=instans,
        versjon=instans.versjon,
        bruk=Bruk.DELVIS,
        hvorfor="Kommunene avgjør selv antallet.",
        av=av,
    )


def _nr(hva: str) -> UUID:
    """Return the same key of a form each time the demo is filled."""
    return uuid5(NAMESPACE_URL, f"integrering:planer:{hva}")
