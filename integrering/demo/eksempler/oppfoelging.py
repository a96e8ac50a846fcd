"""Follow-up in the demo: calls, a visit held and one planned, agreed points, requests at each stage."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle, kommuner_i_fylket
from integrering.tilgang.roller import Rolle
from regionalt.kodeverk import Tema
from regionalt.oppfoelging import actions
from regionalt.oppfoelging.actions.forespoersel import Spoersmaal
from regionalt.oppfoelging.actions.kontakt import Kontaktdata
from regionalt.oppfoelging.actions.punkt import Punktdata
from regionalt.oppfoelging.kodeverk import Kanal, Kontaktslag
from regionalt.oppfoelging.models import Kontakt, Kontaktpunkt


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's users. Nothing without them."""
    fylke = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    trondheim = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if fylke is None or trondheim is None:
        return
    with kontekst(kontekst_for(fylke)):
        kommuner = list(kommuner_i_fylket())
        en = next(k for k in kommuner if k.pk == trondheim.virksomhet_id)
        andre = [k for k in kommuner if k.pk != en.pk]
        _logg(fylke, en, andre, i_dag)
        _telefon(fylke, andre[0], i_dag)
    with kontekst(kontekst_for(trondheim)):
        spurt = actions.spoer(
            data=Spoersmaal(en, Tema.NORSK, "Hvordan fører vi timer når en klasse deles i to grupper?"),
            innsending=_nr("timer"), av=trondheim,
        )  # fmt: skip
        actions.spoer(
            data=Spoersmaal(en, Tema.ARBEID, "Har dere eksempler på avtaler om arbeidspraksis?"),
            innsending=_nr("praksis"), av=trondheim,
        )  # fmt: skip
    with kontekst(kontekst_for(fylke)):
        actions.begynn(forespoersel=spurt, versjon=1, av=fylke)


def _logg(av: Aktoer, en: Virksomhet, andre: list[Virksomhet], i_dag: date) -> None:
    samtale = _kontakt(
        av, (en,), Kontaktslag.TELEFON, Tema.KVALIFISERING, i_dag - timedelta(days=3),
        "Kommunen vil ha flere plasser i kombinasjonsklassen til høsten.", i_dag,
    )  # fmt: skip
    _punkt(samtale, av, "Sende oversikt over hvor mange som trenger plass", en.pk, i_dag + timedelta(days=10))
    _punkt(samtale, av, "Spørre skolene om flere plasser", av.virksomhet_id, i_dag + timedelta(days=5))
    for nr, kommune in enumerate(andre[:12]):
        besoek = _kontakt(
            av, (kommune,), Kontaktslag.BESOEK, Tema.BOSETTING, i_dag - timedelta(days=20 + 25 * nr),
            "Besøk hos flyktningtjenesten. Vi gikk gjennom bosetting og tilbud.", i_dag,
        )  # fmt: skip
        if nr == 0:
            gjort = _punkt(besoek, av, "Sende lenker til kurs", av.virksomhet_id, i_dag + timedelta(days=1))
            actions.avslutt_punkt(punkt=gjort, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    _kontakt(av, tuple(andre[:3]), Kontaktslag.EPOST, Tema.NORSK, i_dag - timedelta(days=8), "", i_dag)
    _kontakt(av, (en,), Kontaktslag.BESOEK, Tema.ARBEID, i_dag + timedelta(days=14), "", i_dag)


def _telefon(av: Aktoer, kommune: Virksomhet, i_dag: date) -> None:
    """A request that came by telephone weeks ago and waits, and one that is answered."""
    for nr, (tekst, dager) in enumerate(
        (("Hvem kan vi invitere til foreldremøte om rettigheter?", 30), ("Hvordan søker vi om midler?", 6))
    ):
        spurt = actions.spoer(
            data=Spoersmaal(
                kommune, Tema.FRIVILLIG if nr else Tema.FOREBYGGING, tekst, "Leder av flyktningtjenesten",
                Kanal.TELEFON, i_dag - timedelta(days=dager),
            ),
            innsending=_nr(tekst), av=av,
        )  # fmt: skip
        if nr:
            svar = "Utlysningen ligger under «Tilskudd». Vi hjelper gjerne med å lese kravene."
            actions.besvar(forespoersel=spurt, versjon=1, svar=svar, av=av)


def _kontakt(
    av: Aktoer, kommuner: tuple[Virksomhet, ...], slag: Kontaktslag, tema: Tema, dato: date, notat: str,
    i_dag: date,
) -> Kontakt:  # fmt: skip
    hverdag = dato - timedelta(days=max(0, dato.weekday() - 4))
    data = Kontaktdata(
        slag, max(hverdag, i_dag + timedelta(days=1)) if dato > i_dag else hverdag, tema, kommuner,
        av.bruker_id, "Leder av flyktningtjenesten", notat,
    )  # fmt: skip
    return actions.registrer_kontakt(data=data, innsending=_nr(f"{slag}{dato}{kommuner[0].nummer}"), av=av)


def _punkt(kontakt: Kontakt, av: Aktoer, tekst: str, til: int, frist: date) -> Kontaktpunkt:
    data = Punktdata(tekst, til, frist=frist)
    return actions.nytt_punkt(kontakt=kontakt, data=data, innsending=_nr(tekst), av=av)


def _nr(hva: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo-oppfoelging-{hva}")
