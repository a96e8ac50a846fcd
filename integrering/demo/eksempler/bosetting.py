"""Settlement in the demo: a round of this year that is done, and one of the next year in dialogue."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import NAMESPACE_URL, UUID, uuid5

from bosetting import actions
from bosetting.actions import Fristdata, Kommunedata, Kriteriedata, Rundedata, Svardata
from bosetting.kodeverk import Fristslag, Indikator, Rundetilstand, Sikkerhet
from bosetting.models import Anbefaling, Runde, RundeKommune
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle

_KILDE = "Eksempel i demoen"
# who answers in the demo, and what: the number, more if needed, minors from 15
_SVAR = (("trondheim", 470, 60, 20), ("skaun", 25, 5, 0), ("rindal", 12, 3, 0))


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's users. Nothing without them."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    godkjenner = aktoer_med_rolle("bosettingsgodkjenner", Rolle.BOSETTINGSGODKJENNER)
    if av is None or godkjenner is None:
        return
    ferdig = _ferdig(av, i_dag.year)
    with kontekst(kontekst_for(godkjenner)):
        actions.godkjenn(runde=ferdig, versjon=ferdig.versjon, av=godkjenner)
    with kontekst(kontekst_for(av)):
        for til in (Rundetilstand.SENDT, Rundetilstand.ANMODNING, Rundetilstand.VEDTAK):
            actions.gaa_videre(runde=ferdig, versjon=ferdig.versjon, til=til, av=av)
    neste = _i_dialog(av, i_dag)
    for brukernavn, antall, mer, em in _SVAR:
        _svar(neste, brukernavn, Svardata(antall=antall, mer=mer, em_under_15=0, em_15_18=em,
                                          behov="Eksempel: flere boliger og en norsklærer."))  # fmt: skip


def _ferdig(av: Aktoer, aar: int) -> Runde:
    """Return this year's round, calculated, explained and sent to approval."""
    with kontekst(kontekst_for(av)):
        data = Rundedata(ramme=1583, em_ramme=76, grunntall=10, rammekilde=f"{_KILDE}: IMDi, nøkkeltall 2026")
        runde = actions.ny_runde(aar=aar, data=data, innsending=_nr(f"runde {aar}"), av=av, eksempel=True)
        if aar == 2026:
            actions.legg_inn_kjente(runde=runde, av=av)
        actions.start_dialog(runde=runde, versjon=runde.versjon, av=av)
        actions.beregn_runden(runde=runde, av=av)
        for a in Anbefaling.objects.filter(runde=runde):
            tekst = "Eksempel: tallet følger folketall og kriterier, og kommunen har plass."
            actions.begrunn(anbefaling=a, versjon=a.versjon, begrunnelse=tekst, av=av)
        runde.refresh_from_db()
        actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)
    return runde


def _i_dialog(av: Aktoer, i_dag: date) -> Runde:
    """Return the next year's round: criteria with weights, days, a municipality not asked and one locked."""
    aar = i_dag.year + 1
    with kontekst(kontekst_for(av)):
        data = Rundedata(ramme=1500, em_ramme=40, grunntall=10, rammekilde=f"{_KILDE}: anslag")
        runde = actions.ny_runde(aar=aar, data=data, innsending=_nr(f"runde {aar}"), av=av, eksempel=True)
        for navn, vekt, indikatorer in (
            ("Arbeid", "0.20", [Indikator.ARBEIDSKRAFT, Indikator.SYSSELSATTE]),
            ("Tjenester og kapasitet", "0.15", [Indikator.KAPASITET]),
        ):
            kriterium = Kriteriedata(
                navn=navn, tekst=f"Eksempel på et kriterium: {navn.lower()}.", kilde=_KILDE, hentet=i_dag,
                sikkerhet=Sikkerhet.EKSEMPEL, vekt=Decimal(vekt), indikatorer=indikatorer,
            )  # fmt: skip
            actions.nytt_kriterium(runde=runde, data=kriterium, innsending=_nr(f"{aar} {navn}"), av=av)
        for slag, dager in ((Fristslag.SVAR, 14), (Fristslag.DIALOG, 25), (Fristslag.ANBEFALING, 60)):
            frist = Fristdata(slag=slag, dato=i_dag + timedelta(days=dager), kilde=_KILDE)
            actions.ny_frist(runde=runde, data=frist, innsending=_nr(f"{aar} {slag}"), av=av)
        _si(runde, "5041", Kommunedata(spurt=False, spurt_grunn="Eksempel: har bedt om et år uten."), av)
        _si(runde, "5007", Kommunedata(laas=50, laas_grunn="Eksempel: avtalt i dialogmøtet."), av)
        actions.start_dialog(runde=runde, versjon=runde.versjon, av=av)
    return runde


def _si(runde: Runde, nummer: str, data: Kommunedata, av: Aktoer) -> None:
    rad = RundeKommune.objects.get(runde=runde, kommune__nummer=nummer)
    actions.endre_kommune(rad=rad, versjon=rad.versjon, data=data, av=av)


def _svar(runde: Runde, brukernavn: str, data: Svardata) -> None:
    av = aktoer_med_rolle(brukernavn, Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        actions.lagre_svar(
            runde=runde, data=data, send=True, versjon=0, innsending=_nr(f"{runde.aar} {brukernavn}"), av=av
        )


def _nr(hva: str) -> UUID:
    """Return the same key of a form each time the demo is filled."""
    return uuid5(NAMESPACE_URL, f"integrering:bosetting:{hva}")
