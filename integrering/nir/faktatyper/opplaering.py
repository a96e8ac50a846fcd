"""Norwegian and social studies (integreringsloven kapittel 6; forskriften § 53)."""

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper.grunnform import Faktatype, Gruppe
from integrering.nir.models import (
    Fritak,
    Norskmaal,
    Norskplan,
    Opplaeringsspraak,
    Opplaeringstimer,
    Proeve,
    Stans,
    Vedtak,
)

VEDTAK = Faktatype(
    slug="vedtak",
    modell=Vedtak,
    felter=("vedtaksdato", "startdato"),
    startfelt="startdato",
    navn=_("vedtak om norskopplæring"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 53 a",
    faste=(("ordning", "norsk"),),
    unike=("startdato",),
    fortid=("vedtaksdato",),
    kjent="vedtaksdato",
)
VEDTAK_SAMFUNN = Faktatype(
    slug="vedtak-samfunnskunnskap",
    modell=Vedtak,
    felter=("vedtaksdato", "startdato"),
    startfelt="startdato",
    navn=_("vedtak om samfunnskunnskap"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 53 a",
    faste=(("ordning", "samfunn"),),
    unike=("startdato",),
    fortid=("vedtaksdato",),
    kjent="vedtaksdato",
)
NORSKMAAL = Faktatype(
    slug="norskmaal",
    modell=Norskmaal,
    felter=("slag", "lytte", "lese", "skriftlig", "muntlig", "fra", "endring"),
    startfelt="fra",
    navn=_("norskmål"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 53 c",
    unike=("fra",),
)
NORSKPLAN = Faktatype(
    slug="norskplan",
    modell=Norskplan,
    felter=("dato", "vedtaksdato", "innhold", "neste_vurdering"),
    startfelt="dato",
    navn=_("norskplan"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="integreringsloven § 34",
    unike=("dato",),
    fortid=("dato", "vedtaksdato"),
)
OPPLAERINGSTIMER = Faktatype(
    slug="timer",
    modell=Opplaeringstimer,
    felter=("modul", "maaned", "timer", "gyldig_fravaer", "ugyldig_fravaer"),
    startfelt="maaned",
    navn=_("timer i opplæringen"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 53 g, h og j",
    unike=("modul", "maaned"),
    fortid=("maaned",),
    i_tittelen=("modul", "maaned"),
)
FRITAK = Faktatype(
    slug="fritak",
    modell=Fritak,
    felter=("fritak_fra", "rettsgrunnlag", "vedtaksdato", "retten_faller_bort"),
    startfelt="vedtaksdato",
    navn=_("fritak"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 53 d og e",
    unike=("fritak_fra", "vedtaksdato"),
    fortid=("vedtaksdato",),
    i_tittelen=("fritak_fra",),
)
PROEVE = Faktatype(
    slug="proeve",
    modell=Proeve,
    felter=("proeve", "dato", "lytte", "lese", "skriftlig", "muntlig", "resultat", "spraak"),
    startfelt="dato",
    navn=_("prøveresultat"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 54",
    unike=("proeve", "dato"),
    fortid=("dato",),
    i_tittelen=("proeve", "dato"),
)
STANS = Faktatype(
    slug="stans",
    modell=Stans,
    felter=("fra", "varighet", "grunn"),
    startfelt="fra",
    navn=_("stans av norskopplæring"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 53 a",
    faste=(("ordning", "norsk"),),
    unike=("fra",),
    i_tittelen=("fra",),
)
OPPLAERINGSSPRAAK = Faktatype(
    slug="opplaeringsspraak",
    modell=Opplaeringsspraak,
    felter=("ordning", "spraak", "fra"),
    startfelt="fra",
    navn=_("opplæringsspråk"),
    gruppe=Gruppe.OPPLAERING,
    hjemmel="forskriften § 53 f",
    unike=("ordning", "fra"),
)

ALLE = (
    VEDTAK,
    VEDTAK_SAMFUNN,
    NORSKMAAL,
    NORSKPLAN,
    OPPLAERINGSTIMER,
    FRITAK,
    PROEVE,
    STANS,
    OPPLAERINGSSPRAAK,
)
