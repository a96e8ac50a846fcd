"""What the rules' codes are called on the pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.lister import Status
from integrering.nir.rules.minstenivaa import Justeringsmerknad, Norskmaal
from integrering.nir.utregninger import Linje, Utregning
from opplaering.kodeverk import MAALGRUPPE
from opplaering.rules.ansvar import Ansvar, Ansvarlig, Ansvarslinje, Krav, Steg
from opplaering.rules.framdrift import (
    MAANEDER_PER_KARAKTER,
    MAANEDER_PER_NIVAA,
    Framdrift,
    Grunn,
    Mangel,
    Tilstand,
)
from opplaering.rules.fulltid import Fulltid


def ansvarlig(hvem: Ansvarlig) -> Status:
    """Return who is responsible, as words and colour."""
    return {
        Ansvarlig.FYLKE: Status(_("Fylkeskommunen"), "info"),
        Ansvarlig.KOMMUNE: Status(_("Kommunen"), "neutral"),
        Ansvarlig.INGEN: Status(_("Ikke omfattet"), "neutral"),
        Ansvarlig.UKJENT: Status(_("Kan ikke avgjøres"), "warning"),
    }[hvem]


def steg(hva: Steg) -> str:
    """Return what was looked at, or what the law says of it."""
    return {
        Steg.DAG: _("Regnet for"),
        Steg.MAALGRUPPE: _("Målgruppe"),
        Steg.PERIODE: _("Første eller siste skoledag"),
        Steg.TIMER: _("Timer per uke"),
        Steg.HAR_RETT: _("Har rett til opplæring i norsk og samfunnskunnskap"),
        Steg.BARE_PLIKT: _("Har bare plikt: kommunen har ansvaret, også på fulltid videregående"),
        Steg.VERKEN_RETT_ELLER_PLIKT: _("Har verken rett eller plikt: § 30 gjelder ikke"),
        Steg.FOEDT_UKJENT: _("Fødselsdatoen er ikke kjent"),
        Steg.UNDER_18: _("Var under 18 år da tillatelsen ble gitt: har ikke rett til opplæring etter loven"),
        Steg.FYLT_67: _("Har fylt 67 år: retten og plikten er over"),
        Steg.IKKE_BEGYNT: _("Har ikke begynt: fylkeskommunens ansvar begynner ved oppstart"),
        Steg.SLUTTET: _("Har sluttet på skolen: kommunen har ansvaret igjen"),
        Steg.HELTID: _("Går på fulltid videregående: minst 30 timer i uken"),
        Steg.HELTID_FOR_HAAND: _("Går på fulltid videregående: bestemt for hånd"),
        Steg.DELTID: _("Går ikke på fulltid: under 30 timer i uken"),
        Steg.DELTID_FOR_HAAND: _("Går ikke på fulltid: bestemt for hånd"),
        Steg.KOMBINASJON_FYLKET: _("Kombinasjonsklasse: fylkeskommunen har hovedansvaret"),
        Steg.KOMBINASJON_KOMMUNEN: _("Kombinasjonsklasse: kommunen har hovedansvaret, eller det er avtalt"),
        Steg.KOMBINASJON_UAVKLART: _("Kombinasjonsklasse: kan ikke avgjøres, da har fylkeskommunen ansvaret"),
        Steg.KOMBINASJON_IKKE_BESTEMT: _(
            "Kombinasjonsklasse: ingenting er bestemt, da har fylkeskommunen ansvaret til noe annet er avtalt"
        ),
    }[hva]


def krav(hva: Krav) -> str:
    """Return a requirement of the law."""
    return {
        Krav.SAMF_75_TIMER: _("75 timer samfunnskunnskap innen ett år, på et språk deltakeren forstår"),
        Krav.NORSKPLAN: _("Norskplan fra kommunen"),
        Krav.SAMF_PROEVE_ETT_AAR: _("Prøve i samfunnskunnskap innen ett år"),
        Krav.NORSK_TID: _("Grensen for hvor lenge opplæringen i norsk varer"),
        Krav.PROEVEPLIKT: _("Plikt til avsluttende prøver. Karakteren 2 gir grunn til fritak"),
        Krav.VGO_LAEREPLAN: _("Læreplanene i videregående kan brukes"),
    }[hva]


def fulltid(svar: Fulltid) -> str:
    """Return «Ja», «Nei», and that it was decided by hand."""
    ord_ = _("Ja") if svar.ja else _("Nei")
    return _("%(svar)s, bestemt for hånd") % {"svar": ord_} if svar.bestemt_for_haand else ord_


def utregning_av_ansvar(svar: Ansvar) -> Utregning:
    """Return how the responsibility was worked out, for «Slik er det regnet ut»."""
    return Utregning(
        navn=_("Ansvar for norsk og samfunnskunnskap"),
        svar=ansvarlig(svar.hvem).tekst,
        trengs=[],
        linjer=[Linje(steg(rad.steg), _verdi(rad), rad.hjemmel, "") for rad in svar.linjer],
        ubekreftet=False,
    )


def _verdi(rad: Ansvarslinje) -> str:
    if rad.steg is Steg.MAALGRUPPE:
        return kodenavn(MAALGRUPPE, str(rad.verdi))
    if isinstance(rad.verdi, date):
        return visning.dato(rad.verdi)
    return visning.desimal(rad.verdi) if isinstance(rad.verdi, Decimal) else rad.verdi


def tilstand(hva: Tilstand) -> Status:
    """Return how progress stands, as words and colour."""
    return {
        Tilstand.NAADD: Status(_("Målet er nådd"), "success"),
        Tilstand.I_RUTE: Status(_("I rute"), "neutral"),
        Tilstand.I_FARE: Status(_("Målet nås kanskje ikke"), "warning"),
        Tilstand.UKJENT: Status(_("Kan ikke avgjøres"), "neutral"),
    }[hva]


def mangel(hva: Mangel) -> str:
    """Return what must be known."""
    return {
        Mangel.MAAL: _("Norskmålet"),
        Mangel.SLUTT: _("Når skolegangen eller retten til norsk er slutt"),
        Mangel.NIVAA: _("Resultat av norskprøven i hver del"),
        Mangel.KARAKTER: _("En karakter eller halvårsvurdering i norsk"),
    }[hva]


def framdriftsgrunn(f: Framdrift) -> str:
    """Return in a sentence why progress stands so."""
    match f.grunn:
        case Grunn.NAADD:
            return _("Resultatene når målet.")
        case Grunn.TIDEN_ER_UTE:
            return _("Tiden er ute, og målet er ikke nådd.")
        case Grunn.MANGLER:
            return _("Dette må være kjent: %(hva)s.") % {
                "hva": ", ".join(_liten(mangel(m)) for m in f.mangler)
            }
    return _("Det som gjenstår, tar minst %(trenger)s. Det er %(igjen)s igjen.") % {
        "trenger": _maaneder(f.trenger or 0),
        "igjen": _maaneder(max(0, f.maaneder_igjen or 0)),
    }


def utregning_av_framdrift(f: Framdrift) -> Utregning:
    """Return how progress was judged, for «Slik er det regnet ut»."""
    anslag = _("Vårt anslag: et nivå tar minst %(nivaa)s måneder, en bedre karakter %(karakter)s.") % {
        "nivaa": MAANEDER_PER_NIVAA,
        "karakter": MAANEDER_PER_KARAKTER,
    }
    linjer = [Linje(ferdighet(del_), nivaa.value, "", "") for del_, nivaa in f.nivaaer]
    if f.nivaaer_igjen is not None:
        linjer.append(Linje(_("Nivåer igjen der det er lengst igjen"), str(f.nivaaer_igjen), "", ""))
    if f.maaneder_igjen is not None:
        igjen = _maaneder(max(0, f.maaneder_igjen))
        linjer.append(Linje(_("Tid igjen"), igjen, "integreringsloven § 32", ""))
    return Utregning(
        navn=_("Nås målet i norsk?"),
        svar=tilstand(f.tilstand).tekst,
        trengs=[],
        linjer=[*linjer, Linje(anslag, framdriftsgrunn(f), "", "")],
        ubekreftet=True,
    )


def maal(hva: Norskmaal) -> str:
    """Return a goal in a line."""
    if hva.karakter is not None:
        return _("Karakteren %(karakter)s i norsk") % {"karakter": hva.karakter}
    return ", ".join(f"{ferdighet(f)} {nivaa.value}" for f, nivaa in hva.nivaaer)


def justering(hva: Justeringsmerknad) -> str:
    """Return why to stop and look at a new goal again. Told, never refused: the regulation says «bør»."""
    return {
        Justeringsmerknad.MER_ENN_ETT_NIVAA: _(
            "Målet bør bare settes ned ett nivå om gangen (forskriften § 27)."
        ),
        Justeringsmerknad.UNDER_MINSTENIVAA: _("Målet blir lavere enn minstenivået (forskriften § 28)."),
    }[hva]


def ferdighet(hva: str) -> str:
    """Return a part of the test."""
    return {
        "lytte": _("Lytteforståelse"),
        "lese": _("Leseforståelse"),
        "skriftlig": _("Skriftlig framstilling"),
        "muntlig": _("Muntlig kommunikasjon"),
    }[hva]


def _maaneder(antall: int) -> str:
    return ngettext("%(n)s måned", "%(n)s måneder", antall) % {"n": antall}


def _liten(tekst: str) -> str:
    return f"{tekst[:1].lower()}{tekst[1:]}"
