"""What the rules know of a person, read from the registrations. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from integrering.nir.rules.fravaer import Fravaer, Fravaerstype
from integrering.nir.rules.fritak import Fag, Fritak, Fritakskode
from integrering.nir.rules.grunnlag import Grunnlag, Tidsrom
from integrering.nir.rules.lov import PAR9
from integrering.nir.rules.registrert import Registrert, Registrerte
from integrering.nir.rules.sluttmaal import Sluttmaal
from integrering.nir.rules.vgo import er_fulltid

# «I arbeid minst 30 timer i uken» is what is registered of work (integreringsloven § 8 fourth paragraph).
ARBEIDER_TIMER = 30
# The kinds that are read here.
SLAG = (
    "opplysninger", "bosted", "bosetting", "familieforhold", "tidligere-tillatelse", "kompetansekartlegging",
    "utdanningsbakgrunn", "krav", "tilbud", "vedtak-introduksjonsprogram", "integreringsplan", "sluttmaal",
    "vedtak", "fulltid-videregaaende", "permisjon", "fravaer", "fritak", "avslutning", "gjenaapning", "stans",
    "stans-introduksjonsprogram",
)  # fmt: skip
_GRUNNSKOLE = frozenset({"grunnskole", "videregaaende", "hoeyere"})
_SLUTTMAAL = {
    "arbeid_med_vgs": Sluttmaal.ARBEID,
    "arbeid_uten_vgs": Sluttmaal.ARBEID,
    "hoeyere_utdanning": Sluttmaal.HOEYERE_UTDANNING,
    "rekvalifisering": Sluttmaal.REKVALIFISERING,
    "deler_vgo": Sluttmaal.DELER_VGO,
    "vgo": Sluttmaal.VGO,
    "fag_og_yrke": Sluttmaal.FAGOPPLAERING,
    "nir_arbeid_vgs": Sluttmaal.ARBEID,
    "nir_vgo_over_25": Sluttmaal.VGO,
}
_FRITAK = {
    "norsk": (Fag.NORSK, False),
    "samfunn": (Fag.SAMFUNNSKUNNSKAP, False),
    "norskproeve": (Fag.NORSK, True),
    "samfunnsproeve": (Fag.SAMFUNNSKUNNSKAP, True),
}
# Health and other weighty reasons (§ 25) share one code in the list; the right stands for both.
_FRITAKSGRUNN = {kode.value: kode for kode in Fritakskode} | {"25": Fritakskode.ANDRE_GRUNNER}
# Which kind the regulation calls it. What is not cleared up is not yet absence under the regulation.
_FRAVAER = {
    "egenmelding": Fravaerstype.EGENMELDING,
    "legeerklaering": Fravaerstype.LEGEERKLAERING,
    "barns_sykdom": Fravaerstype.BARN_SYKDOM,
    "svangerskapskontroll": Fravaerstype.SVANGERSKAPSKONTROLL,
    "annet_gyldig": Fravaerstype.VELFERD_ANNET,
    "svangerskap": Fravaerstype.SVANGERSKAP,
    "foedsel_mor": Fravaerstype.FOEDSEL_MOR,
    "foedsel_far": Fravaerstype.FOEDSEL_FAR,
    "ammefri": Fravaerstype.AMMEFRI,
    "velferd": Fravaerstype.VELFERD_ANNET,
    "fred_forsoning": Fravaerstype.FRED,
    "langvarig_sykdom": Fravaerstype.LANGVARIG_SYKDOM,
    "omsorg": Fravaerstype.OMSORG_FOEDSEL,
    "hoeytid": Fravaerstype.RELIGION,
    "ferie": Fravaerstype.FERIE,
}


def grunnlag(r: Registrerte) -> Grunnlag:
    """Return what is known. What is not registered is unknown (None), except:

    * `bosatt`: the settlement, else the first day in a municipality.
    * `arbeid_timer`: 0 unless work of at least 30 hours is registered with the settlement.
    * `tilbud_oppstart_*`: the offer, else the start the decision gives: a decision is an offer to start.
    * `kartlagt_foer_bosetting`: False unless a mapping from before the settlement is registered.
    * `tidligere_tillatelser`, `fylkets_ansvar`, `permisjoner_norsk`, `fritak`: none.
    * `utvidet_norsk`: False: there is nothing to register it with, and § 43 g is repealed since 1.7.2026.
    """
    return Grunnlag(**_personen(r), **_bosatt(r), **_utdanning(r), **_intro(r), **_norsk(r))


def _personen(r: Registrerte) -> dict[str, Any]:
    """Details, permits and family. A renewal of a permit 9d is a later one of the same kind (§ 26)."""
    opplysning, familie = r.siste("opplysninger"), r.siste("familieforhold")
    felt = opplysning.verdier if opplysning else {}
    tidligere = r.av("tidligere-tillatelse")
    foer: list[tuple[str, date]] = [(t.verdier["tillatelse"], t.start) for t in tidligere]
    alle = foer + ([(felt["tillatelse"], felt["tillatelse_dato"])] if felt else [])
    begrenset = sorted(dag for kode, dag in alle if kode == "9d")
    return {
        "foedt": felt.get("foedselsdato"),
        "statsborgerskap": felt.get("statsborgerskap"),
        "tillatelse": felt.get("tillatelse"),
        "tillatelse_dato": felt.get("tillatelse_dato"),
        "tidligere_tillatelser": tuple(kode for kode, _dag in foer),
        "par9_fra": min((dag for kode, dag in foer if kode in PAR9), default=None),
        "foerste_fornyelse": begrenset[1] if len(begrenset) > 1 else None,
        "vedtak_kap_6a": any(t.verdier["vedtak_kap_6a"] for t in tidligere) if tidligere else None,
        "barn_under_18": _verdi(familie, "barn_under_18"),
        "familieinnvandring": _verdi(familie, "familieinnvandring"),
    }


def _bosatt(r: Registrerte) -> dict[str, Any]:
    bosetting, bosted = _foerste(r.av("bosetting")), _foerste(r.av("bosted"))
    folkeregistrert = bosted.start if bosted else None
    bosatt = bosetting.start if bosetting else folkeregistrert
    return {
        "ankomst": bosetting.verdier["ankomst"] if bosetting else None,
        "bosatt": bosatt,
        "etter_avtale": bosetting.verdier["etter_avtale"] if bosetting else None,
        "folkeregistrert": folkeregistrert,
        "arbeid_timer": _timer_i_arbeid(r),
        "kartlagt_foer_bosetting": _kartlagt_foer(r, bosatt),
    }


def _timer_i_arbeid(r: Registrerte) -> int:
    bosetting = r.siste("bosetting")
    return ARBEIDER_TIMER if bosetting and bosetting.verdier["i_arbeid"] else 0


def _kartlagt_foer(r: Registrerte, bosatt: date | None) -> bool:
    return bosatt is not None and any(k.start < bosatt for k in r.av("kompetansekartlegging"))


def _utdanning(r: Registrerte) -> dict[str, Any]:
    rad = r.siste("utdanningsbakgrunn")
    return {
        "har_vgs": rad.verdier["vgs_nivaa"] if rad else None,
        "fullfoert_grunnskole": rad.verdier["nivaa"] in _GRUNNSKOLE if rad else None,
    }


def _intro(r: Registrerte) -> dict[str, Any]:
    vedtak, plan = _foerste(r.av("vedtak-introduksjonsprogram")), _foerste(r.av("integreringsplan"))
    maal = r.siste("sluttmaal")
    return {
        "krav_intro": _dag(r, "krav", "intro", "dato"),
        "tilbud_oppstart_intro": _dag(r, "tilbud", "intro", "oppstart") or _verdi(vedtak, "startdato"),
        "vedtak_intro": _verdi(vedtak, "vedtaksdato"),
        "oppstart_intro": _verdi(vedtak, "startdato"),
        "avsluttet_intro": slutt(r, "intro"),
        "plan": plan.start if plan else None,
        "sluttmaal": _SLUTTMAAL.get(maal.verdier["maal"]) if maal else None,
    }


def _norsk(r: Registrerte) -> dict[str, Any]:
    vedtak = _foerste(r.av("vedtak"))
    return {
        "krav_norsk": _dag(r, "krav", "norsk", "dato"),
        "tilbud_oppstart_norsk": _dag(r, "tilbud", "norsk", "oppstart") or _verdi(vedtak, "startdato"),
        "vedtak_norsk": _verdi(vedtak, "vedtaksdato"),
        "oppstart_norsk": _verdi(vedtak, "startdato"),
        "utvidet_norsk": False,
        "fylkets_ansvar": tuple(Tidsrom(p.start, p.slutt) for p in fulltid(r)),
        "permisjoner_norsk": tuple(
            Tidsrom(p.start, p.slutt)
            for p in r.av("permisjon")
            if p.verdier["ordning"] == "norsk" and p.verdier["permisjon"] != "ferie"
        ),
        "fritak": tuple(_fritak(r.av("fritak"))),
    }


def fulltid(r: Registrerte) -> Iterable[Registrert]:
    """Return the periods in which the county is responsible (§ 30 second paragraph)."""
    return [p for p in r.av("fulltid-videregaaende") if er_fulltidsperiode(p)]


def er_fulltidsperiode(periode: Registrert) -> bool:
    """Return True when the hours or the class make the period the county's."""
    v = periode.verdier
    return er_fulltid(v["timer_per_uke"], v["kombinasjonsklasse"], v["hovedansvar_fylke"])


def slutt(r: Registrerte, ordning: str) -> date | None:
    """Return the last day of programme or training: ended, or stopped for good, and not reopened since."""
    aapnet = max((g.start for g in r.av("gjenaapning") if g.verdier["ordning"] == ordning), default=date.min)
    ender = [a.start for a in r.av("avslutning") if a.verdier["ordning"] == ordning]
    stans = "stans" if ordning == "norsk" else "stans-introduksjonsprogram"
    ender += [s.start - timedelta(1) for s in r.av(stans) if s.verdier["varighet"] == "permanent"]
    return min((dag for dag in ender if dag > aapnet), default=None)


def fravaer(r: Registrerte, ordning: str = "intro") -> tuple[Fravaer, ...]:
    """Return absence and leave as the rules count it; codes the rules do not know are left out."""
    rader = [(a.verdier["fravaer"], a) for a in r.av("fravaer")]
    rader += [(p.verdier["permisjon"], p) for p in r.av("permisjon")]
    return tuple(
        Fravaer(type=_FRAVAER[kode], fra=rad.start, til=rad.verdier["til"])
        for kode, rad in rader
        if kode in _FRAVAER and rad.verdier["ordning"] == ordning
    )


def _fritak(rader: Iterable[Registrert]) -> Iterable[Fritak]:
    for rad in rader:
        v = rad.verdier
        if v["fritak_fra"] in _FRITAK and v["rettsgrunnlag"] in _FRITAKSGRUNN:
            fag, bare_proeve = _FRITAK[v["fritak_fra"]]
            yield Fritak(
                kode=_FRITAKSGRUNN[v["rettsgrunnlag"]],
                fag=fag,
                rett_bortfalt=v["retten_faller_bort"],
                bare_proeve=bare_proeve,
            )


def _foerste(rader: tuple[Registrert, ...]) -> Registrert | None:
    return rader[0] if rader else None


def _verdi(rad: Registrert | None, felt: str) -> Any:
    return rad.verdier[felt] if rad else None


def _dag(r: Registrerte, slag: str, ordning: str, felt: str) -> date | None:
    """Return the earliest day of claim or offer about a scheme."""
    return min((rad.verdier[felt] for rad in r.av(slag) if rad.verdier["ordning"] == ordning), default=None)
