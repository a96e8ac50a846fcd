"""What a person knows and wants (integreringsloven kapittel 3; forskriften § 47)."""

from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper.grunnform import Faktatype, Gruppe
from integrering.nir.models import (
    Karriereveiledning,
    Kompetanse,
    Kompetansekartlegging,
    Spraakferdighet,
    Utdanningsbakgrunn,
)

KARTLEGGING = Faktatype(
    slug="kompetansekartlegging",
    modell=Kompetansekartlegging,
    felter=("gjennomfoert", "tolk"),
    startfelt="gjennomfoert",
    navn=_("kompetansekartlegging"),
    gruppe=Gruppe.KOMPETANSE,
    hjemmel="forskriften § 52 c",
    unike=("gjennomfoert",),
    fortid=("gjennomfoert",),
)
UTDANNING = Faktatype(
    slug="utdanningsbakgrunn",
    modell=Utdanningsbakgrunn,
    felter=("nivaa", "vgs_nivaa", "aar_skolegang", "dato"),
    startfelt="dato",
    navn=_("utdanningsbakgrunn"),
    gruppe=Gruppe.KOMPETANSE,
    hjemmel="forskriften § 47",
    unike=("dato",),
    fortid=("dato",),
    i_tittelen=("nivaa",),
)
KOMPETANSE = Faktatype(
    slug="kompetanse",
    modell=Kompetanse,
    felter=(
        "morsmaal",
        "tolkespraak",
        "digitale_ferdigheter",
        "foererkort",
        "arbeidserfaring_aar",
        "arbeidserfaring",
        "oensker_utdanning",
        "oensker_arbeid",
        "kartlagt",
    ),
    startfelt="kartlagt",
    navn=_("kompetanse"),
    gruppe=Gruppe.KOMPETANSE,
    hjemmel="forskriften § 47",
    unike=("kartlagt",),
    fortid=("kartlagt",),
)
SPRAAKFERDIGHET = Faktatype(
    slug="spraakferdighet",
    modell=Spraakferdighet,
    felter=("spraak", "nivaa", "kartlagt"),
    startfelt="kartlagt",
    navn=_("språkferdighet"),
    gruppe=Gruppe.KOMPETANSE,
    hjemmel="forskriften § 47",
    unike=("spraak",),
    fortid=("kartlagt",),
    i_tittelen=("spraak",),
)
KARRIERE = Faktatype(
    slug="karriereveiledning",
    modell=Karriereveiledning,
    felter=("gjennomfoert",),
    startfelt="gjennomfoert",
    navn=_("karriereveiledning"),
    gruppe=Gruppe.KOMPETANSE,
    hjemmel="forskriften § 52 c",
    unike=("gjennomfoert",),
    fortid=("gjennomfoert",),
)

ALLE = (KARTLEGGING, UTDANNING, KOMPETANSE, SPRAAKFERDIGHET, KARRIERE)
