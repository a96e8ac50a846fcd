"""Who the person is, where they live, and full-time upper secondary."""

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper.grunnform import Faktatype, Gruppe
from integrering.nir.models import (
    Bosetting,
    Bosted,
    Familieforhold,
    FulltidVgo,
    Personopplysning,
    TidligereTillatelse,
)

OPPLYSNINGER = Faktatype(
    slug="opplysninger",
    modell=Personopplysning,
    felter=(
        "fornavn",
        "etternavn",
        "foedselsdato",
        "kjoenn",
        "statsborgerskap",
        "tillatelse",
        "tillatelse_dato",
        "landgruppe",
        "adressebeskyttelse",
    ),
    startfelt="tillatelse_dato",
    navn=_("personopplysninger"),
    gruppe=Gruppe.OVERSIKT,
    hjemmel="forskriften § 46",
    fortid=("foedselsdato",),
    kan_annulleres=False,
)
BOSTED = Faktatype(
    slug="bosted",
    modell=Bosted,
    felter=("kommune", "fra", "til"),
    startfelt="fra",
    navn=_("bosted"),
    gruppe=Gruppe.OVERSIKT,
    hjemmel="forskriften § 46 c",
    i_tittelen=("kommune", "fra", "til"),
)
BOSETTING = Faktatype(
    slug="bosetting",
    modell=Bosetting,
    felter=("bosatt", "etter_avtale", "ankomst", "i_arbeid"),
    startfelt="bosatt",
    navn=_("bosetting"),
    gruppe=Gruppe.OVERSIKT,
    hjemmel="integreringsloven §§ 8 og 12",
    unike=("bosatt",),
    fortid=("bosatt", "ankomst"),
)
VGO = Faktatype(
    slug="fulltid-videregaaende",
    modell=FulltidVgo,
    felter=("fylke", "skole", "fra", "til", "timer_per_uke", "kombinasjonsklasse", "hovedansvar_fylke"),
    startfelt="fra",
    navn=_("periode med fulltid videregående"),
    gruppe=Gruppe.OVERSIKT,
    hjemmel="forskriften § 53 a",
    i_tittelen=("skole", "fra", "til"),
)
FAMILIE = Faktatype(
    slug="familieforhold",
    modell=Familieforhold,
    felter=("opplyst", "barn_under_18", "familieinnvandring"),
    startfelt="opplyst",
    navn=_("familieforhold"),
    gruppe=Gruppe.OVERSIKT,
    hjemmel="forskriften § 46 e",
    unike=("opplyst",),
    fortid=("opplyst",),
)
TIDLIGERE_TILLATELSE = Faktatype(
    slug="tidligere-tillatelse",
    modell=TidligereTillatelse,
    felter=("tillatelse", "gitt", "vedtak_kap_6a"),
    startfelt="gitt",
    navn=_("tidligere tillatelse"),
    gruppe=Gruppe.OVERSIKT,
    hjemmel="forskriften § 46 i",
    unike=("gitt",),
    fortid=("gitt",),
    i_tittelen=("tillatelse",),
)

ALLE = (OPPLYSNINGER, BOSTED, BOSETTING, TIDLIGERE_TILLATELSE, FAMILIE, VGO)
