"""What is registered of Norwegian and social studies, item by item (docs/registreringer.md). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.rules import lovfrister
from integrering.nir.rules.fra_registrerte import er_fulltidsperiode, fulltid, slutt
from integrering.nir.rules.frister import VEDTAKSFRIST_MAANEDER, registreringsfrist
from integrering.nir.rules.funn import (
    IKKE_ENNAA,
    Finner,
    Funn,
    Omfang,
    Sak,
    Statusgrunn,
    delvis,
    helt,
    innen,
    intet,
    utgave,
)
from integrering.nir.rules.grunnlag import Tidsrom
from integrering.nir.rules.norsktid import norsk_slutt, samf_timer
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.registrert import Registrert
from integrering.nir.rules.vgo import FULLTID_TIMER

# §§ 34 and 37 d: what the plan for Norwegian at least holds.
NORSKPLANKRAV = frozenset({"norskmaal", "omfang", "klagemuligheter"})
# Hours and absence of a month are registered by the tenth of the next.
TIMER_DAG = 10


def utdanning(s: Sak) -> Funn:
    """Education from before: it decides how long programme and training last, so with the first decision."""
    rad = s.r.siste("utdanningsbakgrunn")
    if rad:
        return helt(rad)
    return intet(min((dag for dag in (s.g.vedtak_intro, s.g.vedtak_norsk) if dag), default=None))


def vedtak(s: Sak) -> Funn:
    """The decision, or that the answer was no. With school it lacks since the school began."""
    if rad := s.r.siste("vedtak"):
        return helt(rad, rad.verdier["vedtaksdato"])
    if avslag := s.r.siste("avslag", ordning="norsk"):
        return Funn(omfang=Omfang.HELT, dato=avslag.start, grunn=Statusgrunn.AVSLAG)
    skole = min((p.start for p in s.r.av("fulltid-videregaaende")), default=None)
    if skole is None:
        frist = lovfrister.norsk_tilbud(s.g, s.regler, s.dag).svar
        return innen(frist.dato, frist.regnet_fra) if frist else innen(None, None)
    folkeregistrert = s.g.folkeregistrert
    burde = pluss_maaneder(folkeregistrert, VEDTAKSFRIST_MAANEDER) if folkeregistrert else skole
    return innen(registreringsfrist(min(skole, burde)), skole)


def oppstart(s: Sak) -> Funn:
    """The start stands in the decision."""
    rad = s.r.siste("vedtak")
    return helt(rad) if rad else IKKE_ENNAA


def norskmaal(s: Sak) -> Funn:
    """The goal, set when training begins (forskriften § 27)."""
    rad = s.r.siste("norskmaal")
    return helt(rad) if rad else intet(s.g.oppstart_norsk)


def norskplan(s: Sak) -> Funn:
    """The newest version of the plan, with all that §§ 34 and 37 d ask for."""
    return utgave(s.r.siste("norskplan"), NORSKPLANKRAV, s.g.vedtak_norsk)


def timer_norsk(s: Sak) -> Funn:
    """Hours of every month since the start that is over, but those wholly in full-time school or on leave."""
    rader = [t for t in s.r.av("timer") if t.verdier["modul"] == "norsk"]
    har = {rad.start for rad in rader}
    fritatt = [*s.g.permisjoner_norsk, *(Tidsrom(p.start, p.slutt) for p in fulltid(s.r))]
    mangler = [m for m in _maaneder(s) if m not in har and not _hele(fritatt, m)]
    if not mangler:
        return helt(rader[-1]) if rader else IKKE_ENNAA
    frist = pluss_maaneder(mangler[0], 1).replace(day=TIMER_DAG)
    return Funn(
        omfang=Omfang.DELVIS if rader else Omfang.INTET,
        dato=rader[-1].start if rader else None,
        siden=mangler[0],
        frist=frist,
        grunn=Statusgrunn.MAANEDER_MANGLER,
    )


def timer_samf(s: Sak) -> Funn:
    """Hours of social studies: as many as the law says, within its year (§ 33)."""
    if s.g.oppstart_norsk is None or s.g.oppstart_norsk > s.dag:
        return IKKE_ENNAA
    rader = [t for t in s.r.av("timer") if t.verdier["modul"].startswith("samf")]
    krav = samf_timer(s.g, s.regler, s.dag).svar
    sum_ = sum((rad.verdier["timer"] for rad in rader), Decimal(0))
    if rader and (krav is None or sum_ >= krav):
        return helt(rader[-1])
    frist = lovfrister.samf(s.g, s.regler, s.dag).svar
    return Funn(
        omfang=Omfang.DELVIS if rader else Omfang.INTET,
        dato=rader[-1].start if rader else None,
        siden=frist.regnet_fra if frist else s.g.oppstart_norsk,
        frist=frist.dato if frist else None,
        grunn=Statusgrunn.FOR_FAA_TIMER if rader else None,
    )


def fulltid_vgo(s: Sak) -> Funn:
    """Periods of full-time school, each full-time and with an end; none while the school is only a tiltak."""
    perioder = s.r.av("fulltid-videregaaende")
    for periode in perioder:
        if grunn := _lyte(periode):
            return delvis(periode, grunn, periode.start)
    uten = next((t for t in s.r.av("tiltak") if _er_vgo(t) and not _overlapper(t, perioder)), None)
    if uten and perioder:
        return delvis(uten, Statusgrunn.VGO_UTEN_PERIODE, uten.start, rettes=False)
    if uten:
        return intet(uten.start, Statusgrunn.VGO_UTEN_PERIODE, skjedd=True)
    return helt(perioder[-1]) if perioder else intet(None)


def _maaneder(s: Sak) -> Iterator[date]:
    """Yield the months training has lasted, by their first day: to the last that is over, or to its end."""
    start = s.g.oppstart_norsk
    if start is None:
        return
    slutter = [slutt(s.r, "norsk"), norsk_slutt(s.g, s.regler, s.dag).svar]
    siste = min([s.dag.replace(day=1) - timedelta(1), *(dag for dag in slutter if dag)])
    maaned = start.replace(day=1)
    while maaned <= siste:
        yield maaned
        maaned = pluss_maaneder(maaned, 1)


def _hele(perioder: Iterable[Tidsrom], maaned: date) -> bool:
    """Return True when one of the periods takes the whole month."""
    siste = pluss_maaneder(maaned, 1) - timedelta(1)
    return any(p.har(maaned) and p.har(siste) for p in perioder)


def _lyte(periode: Registrert) -> Statusgrunn | None:
    if not er_fulltidsperiode(periode):
        kombinasjon = periode.verdier["kombinasjonsklasse"]
        return Statusgrunn.UTEN_HOVEDANSVAR if kombinasjon else Statusgrunn.IKKE_FULLTID
    return Statusgrunn.UTEN_SLUTTDATO if periode.slutt is None else None


def _er_vgo(tiltak: Registrert) -> bool:
    v = tiltak.verdier
    return bool(v["tiltak"] == "videregaaende" and v["timer_per_uke"] >= FULLTID_TIMER)


def _overlapper(tiltak: Registrert, perioder: Iterable[Registrert]) -> bool:
    siste = tiltak.slutt or date.max
    return any(p.start <= siste and tiltak.start <= (p.slutt or date.max) for p in perioder)


FINNERE: dict[Registrering, Finner] = {
    Registrering.UTDANNINGSBAKGRUNN: utdanning,
    Registrering.VEDTAK_NORSK: vedtak,
    Registrering.OPPSTART_NORSK: oppstart,
    Registrering.NORSKMAAL: norskmaal,
    Registrering.NORSKPLAN: norskplan,
    Registrering.TIMER_NORSK: timer_norsk,
    Registrering.TIMER_SAMF: timer_samf,
    Registrering.FULLTID_VGO: fulltid_vgo,
}
