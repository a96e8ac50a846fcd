"""Career guidance in the demo: two centres, a counsellor at the one, and cases at every stage."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import Case, F, Q, QuerySet, Value, When

from integrering.grunnmur.kvartal import OSLO
from integrering.nir.actions.registreringsstatus import deler
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle, kommuner_i_fylket
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions import (
    Forslagsdata,
    Henvisningsdata,
    Kvalitetsdata,
    Notatdata,
    Oppleggsdata,
    Samtaledata,
    Senterdata,
)
from karriere.actions.saker import regn_ut_saker
from karriere.kodeverk import Rett
from karriere.models import Notat, Sak, Senter
from karriere.queries.koe import som_venter
from karriere.roller import KILDE_SAK

_NOTATET = Notatdata(
    utfyllende="Eksempel: ti år i eget verksted, og kurs i elektrofag.",
    oensker="Eksempel: vil arbeide som elektriker.",
    muligheter="Eksempel: flere bedrifter i regionen søker fagfolk.",
    behov=["godkjenning"],
    hindringer="Eksempel: trenger mer norsk til fagprøven.",
    anbefaling="Eksempel: yrkesutdanning på videregående nivå med praksis i bedrift.",
    begrunnelse="Eksempel: lang erfaring, og etterspørsel i regionen.",
    veien_videre="Eksempel: norsk på arbeidsplassen fra første dag.",
)
_UTEN_ANBEFALING = Notatdata(**vars(_NOTATET) | {"anbefaling": "", "begrunnelse": ""})


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's users. Nothing without them."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    veileder = aktoer_med_rolle("karriereveileder", Rolle.KARRIEREVEILEDER)
    if av is None or veileder is None:
        return
    with kontekst(kontekst_for(av)):
        soer = _sentrene(av, veileder, i_dag)
    for del_ in deler():
        regn_ut_saker(del_)
    _notatene_fra_foer(av, i_dag)
    with kontekst(kontekst_for(veileder)):
        saker = list(_venter(soer).filter(person__kommune__nummer="5001").order_by("frist", "pk")[:12])
        _koen(saker, _venter(soer), veileder, i_dag)
        _samtalene(saker, soer, veileder, i_dag)
        _kvaliteten(soer, veileder, i_dag)
        _opplegget(veileder, i_dag)
    kommunen = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if kommunen is not None:
        with kontekst(kontekst_for(kommunen)):
            _henvis(saker[4:6], kommunen, i_dag)
            _foreslaa(kommunen, i_dag)


def _sentrene(av: Aktoer, veileder: Aktoer, i_dag: date) -> Senter:
    """Make two centres that cover the county; return the one where the counsellor works."""
    kommuner = list(kommuner_i_fylket().order_by("nummer"))
    foerste = [k for k in kommuner if k.nummer < "5035"]
    resten = [k for k in kommuner if k.nummer >= "5035"]
    soer = _senter("Karrieresenteret Fjordbyen (oppdiktet)", "Prøvegata 1", 30, foerste, av)
    nord = _senter("Karrieresenteret Innlandsbyen (oppdiktet)", "Eksempelvegen 5", 15, resten, av)
    for senter, hvem in ((soer, veileder), (nord, av)):
        actions.legg_til_veileder(
            senter=senter, bruker_id=hvem.bruker_id, fra=date(i_dag.year - 1, 1, 1), av=av
        )
    mandag = i_dag + timedelta(days=15 - i_dag.isoweekday())
    actions.sett_uke(senter=soer, mandag=mandag, samtaler=10, av=av)
    return soer


def _senter(navn: str, sted: str, samtaler: int, kommuner: Iterable[Virksomhet], av: Aktoer) -> Senter:
    data = Senterdata(
        navn=navn, sted=sted, samtaler_per_uke=samtaler, kommuner=[kommune.pk for kommune in kommuner]
    )
    return actions.lagre_senter(senter=None, data=data, versjon=0, innsending=_nr(navn), av=av)


def _venter(senter: Senter) -> QuerySet[Sak]:
    saker = som_venter(Sak.objects.select_related("person__kommune", "senter"))
    return saker.filter(senter=senter, person__skjermet=False, kartlagt__isnull=False)


def _notatene_fra_foer(av: Aktoer, i_dag: date) -> None:
    """Write the notes of guidance in earlier years, all at once: handed over, read and registered.

    They are what has been; the actions would say that each was done today.
    """
    gammel = Q(gjennomfoert__lt=i_dag - timedelta(days=45), person__kommune__isnull=False)
    with kontekst(kontekst_for(av)):
        saker = list(Sak.objects.filter(gammel, notat_ferdig=None).select_related("person"))
        Notat.objects.bulk_create(_notat(sak, av) for sak in saker)
    med = [When(rett=Rett.RETT, then=Value(False))]
    with kontekst(motor_kontekst()):
        Sak.objects.filter(pk__in=[sak.pk for sak in saker]).update(
            notat_ferdig=F("gjennomfoert"), overlevert=F("gjennomfoert"), lest=F("gjennomfoert"),
            registrert_imdinett=F("gjennomfoert"), har_anbefaling=Case(*med, default=Value(True)),
        )  # fmt: skip
        oppdater_kilde(KILDE_SAK)


def _notat(sak: Sak, av: Aktoer) -> Notat:
    assert sak.gjennomfoert is not None  # noqa: S101 - chosen so
    naa = datetime.combine(sak.gjennomfoert, time(14), tzinfo=OSLO)
    data = _UTEN_ANBEFALING if sak.bare_rett else _NOTATET
    return Notat(
        sak=sak, nr=1, ferdig=naa, av_id=av.bruker_id, overlevert=naa, overlevert_av_id=av.bruker_id,
        overlevert_til_id=sak.person.kommune_id, registrert_imdinett=sak.gjennomfoert, **vars(data),
    )  # fmt: skip


def _koen(saker: list[Sak], alle: QuerySet[Sak], av: Aktoer, i_dag: date) -> None:
    """Give cases to the counsellor, put some on hold, let one decline, and guide one."""
    actions.tildel(saker=saker[:8], veileder_id=av.bruker_id, av=av)
    til = i_dag + timedelta(days=14)
    for sak, grunn in zip(saker[6:8], ("venter_tolk", "bortreist"), strict=False):
        actions.sett_paa_vent(saker=[sak], grunn=grunn, til=til, av=av)
    # § 34: a right and no duty
    nei = alle.filter(rett=Rett.RETT).exclude(pk__in=[s.pk for s in saker]).order_by("frist", "pk").first()
    if nei is not None:
        actions.registrer_nei(sak=nei, dag=i_dag, av=av)
    for sak in saker[:1]:
        actions.registrer_gjennomfoert(sak=sak, dag=i_dag, av=av)
        sak.refresh_from_db()
        data = _UTEN_ANBEFALING if sak.bare_rett else _NOTATET
        actions.lagre_utkast(sak=sak, data=data, versjon=0, av=av)
        actions.overlever(notat=actions.gjoer_ferdig(sak=sak, versjon=1, av=av), av=av)


def _samtalene(saker: list[Sak], senter: Senter, av: Aktoer, i_dag: date) -> None:
    """Agree on two sessions and a group next week, one of them with an interpreter on a screen."""
    mandag = i_dag + timedelta(days=8 - i_dag.isoweekday())
    tolk = {"tolk": "kvalifisert", "tolkespraak": "ara", "tolkeform": "fjern"}
    for nr, (sak, felt) in enumerate(zip(saker[1:3], ({"tolk": "ikke_behov"}, tolk), strict=False)):
        data = _samtale(senter, av, mandag + timedelta(days=nr), slag="individuell", **felt)
        actions.ny_samtale(data=data, saker=[sak], innsending=_nr(f"samtale {nr}"), av=av)
    gruppe = _samtale(
        senter, av, mandag + timedelta(days=3), slag="gruppe", tolk="ikke_behov", plasser=8, spraak=["ukr"]
    )
    actions.ny_samtale(data=gruppe, saker=saker[3:4], innsending=_nr("gruppe"), av=av)


def _samtale(senter: Senter, av: Aktoer, dag: date, **felt: object) -> Samtaledata:
    start = datetime.combine(dag, time(10), tzinfo=OSLO)
    return Samtaledata(
        senter_id=senter.pk, veileder_id=av.bruker_id, start=start, slutt=start + timedelta(minutes=90),
        sted="Prøvegata 1, rom 2", **felt,  # type: ignore[arg-type]
    )  # fmt: skip


def _kvaliteten(senter: Senter, av: Aktoer, i_dag: date) -> None:
    for punkt, status, merknad in (
        ("kompetanse_selvvurdert", "paa_plass", "Eksempel: gjort på samlingen i vår."),
        ("etikk_forklart", "paa_plass", "Eksempel: står i samtaleguiden."),
        ("kvalitet_notat", "delvis", "Eksempel: begynt med to notater i måneden."),
        ("kvalitet_spoer", "mangler", ""),
    ):
        data = Kvalitetsdata(status=status, dato=i_dag - timedelta(days=20), merknad=merknad)
        actions.svar_om_kvalitet(
            senter=senter, punkt=punkt, data=data, versjon=0, innsending=_nr(punkt), av=av
        )


def _opplegget(av: Aktoer, i_dag: date) -> None:
    """Write down what is agreed with Trondheim."""
    data = Oppleggsdata(
        sted="Prøvegata 1, rom 2", ukedager=[1, 2, 4], avtalt=i_dag - timedelta(days=100),
        tolk="Eksempel: fylkeskommunen bestiller og betaler.",
        deltar="Eksempel: programrådgiveren er med den siste halvtimen.",
    )  # fmt: skip
    trondheim = kommuner_i_fylket().get(nummer="5001")
    actions.lagre_opplegg(kommune=trondheim, data=data, versjon=0, innsending=_nr("opplegg"), av=av)


def _foreslaa(kommunen: Aktoer, i_dag: date) -> None:
    """Let the municipality propose a day with room for four: it waits for an answer."""
    start = datetime.combine(i_dag + timedelta(days=22 - i_dag.isoweekday()), time(9), tzinfo=OSLO)
    data = Forslagsdata(
        slag="individuell", start=start, slutt=start + timedelta(hours=6), antall=4, sted="Prøvegata 1"
    )
    actions.foreslaa_tid(data=data, innsending=_nr("forslag"), av=kommunen)


def _henvis(saker: list[Sak], kommunen: Aktoer, i_dag: date) -> None:
    """Let the municipality refer two, the last half written."""
    data = Henvisningsdata(
        kartlagt=i_dag - timedelta(days=10), morsmaal="ara", tolkespraak="ara",
        utdanning="Eksempel: tolv års skole.", arbeidserfaring="Eksempel: seks år i butikk.",
        oensker="Eksempel: vil arbeide med kunder.",
    )  # fmt: skip
    for nr, sak in enumerate(saker):
        actions.lagre_henvisning(
            sak=sak, data=data, send=nr == 0, versjon=0, innsending=_nr(f"henvisning {nr}"), av=kommunen
        )


def _nr(hva: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo-karriere {hva}")
