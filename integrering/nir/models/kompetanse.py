"""What a person knows and wants (forskriften § 47 first paragraph), and when it was mapped."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.felt import Spraakfelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, mellom, spraak_i_orden


class Kompetansekartlegging(Personfakta):
    """The mapping, carried out (integreringsloven §§ 6, 10; forskriften § 52 c)."""

    gjennomfoert = models.DateField(_("gjennomført"), help_text=_("Integreringsloven §§ 6 og 10."))
    tolk = Kodekolonne(_("tolk"), liste="tolkebruk")

    class Meta(Personfakta.Meta):
        verbose_name = _("kompetansekartlegging")
        verbose_name_plural = _("kompetansekartlegginger")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("gjennomfoert"),
            *datoer_i_tid("gjennomfoert"),
        ]

    def __str__(self) -> str:
        return f"{self.gjennomfoert:%d.%m.%Y}"


class Karriereveiledning(Personfakta):
    """Career guidance, carried out (integreringsloven § 11; forskriften § 52 c)."""

    gjennomfoert = models.DateField(_("gjennomført"), help_text=_("Integreringsloven § 11."))

    class Meta(Personfakta.Meta):
        verbose_name = _("karriereveiledning")
        verbose_name_plural = _("karriereveiledninger")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("gjennomfoert"),
            *datoer_i_tid("gjennomfoert"),
        ]

    def __str__(self) -> str:
        return f"{self.gjennomfoert:%d.%m.%Y}"


class Kompetanse(Personfakta):
    """Languages, skills, experience, interests and wishes (forskriften § 47 first paragraph)."""

    kartlagt = models.DateField(_("opplyst"), help_text=_("Dagen personen ga opplysningene."))
    morsmaal = Spraakfelt(
        _("morsmål"), help_text=_("Språkkode med tre bokstaver, for eksempel ukr eller ara.")
    )
    tolkespraak = Spraakfelt(
        _("foretrukket tolkespråk"), blank=True, default="", help_text=_("Språkkode med tre bokstaver.")
    )
    digitale_ferdigheter = Kodekolonne(_("digitale ferdigheter"), liste="ferdighet", blank=True, default="")
    foererkort = models.BooleanField(_("sertifikat for kjøretøy"), default=False)
    arbeidserfaring_aar = models.PositiveSmallIntegerField(_("år med arbeidserfaring"), null=True, blank=True)
    arbeidserfaring = Kodekolonne(_("arbeidserfaring fra"), liste="yrkesomraade", blank=True, default="")
    oensker_utdanning = Kodekolonne(_("ønsker utdanning"), liste="utdanningsoenske", blank=True, default="")
    oensker_arbeid = Kodekolonne(_("ønsker arbeid innen"), liste="yrkesomraade", blank=True, default="")

    class Meta(Personfakta.Meta):
        verbose_name = _("kompetanse")
        verbose_name_plural = _("kompetanse")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("kartlagt"),
            *datoer_i_tid("kartlagt"),
            spraak_i_orden("morsmaal"),
            spraak_i_orden("tolkespraak"),
            mellom("arbeidserfaring_aar", 0, 60),
        ]

    def __str__(self) -> str:
        return f"{self.kartlagt:%d.%m.%Y}"


class Spraakferdighet(Personfakta):
    """How well a person knows a language (forskriften § 47 first paragraph)."""

    spraak = Spraakfelt(_("språk"), help_text=_("Språkkode med tre bokstaver, for eksempel eng."))
    nivaa = Kodekolonne(_("nivå"), liste="spraakferdighet")
    kartlagt = models.DateField(_("opplyst"))

    class Meta(Personfakta.Meta):
        verbose_name = _("språkferdighet")
        verbose_name_plural = _("språkferdigheter")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("spraak"),
            *datoer_i_tid("kartlagt"),
            spraak_i_orden("spraak"),
        ]

    def __str__(self) -> str:
        return f"{self.spraak}"


class Utdanningsbakgrunn(Personfakta):
    """Education from before: sets goal, time and levels (integreringsloven §§ 13, 14, 32)."""

    nivaa = Kodekolonne(
        _("høyeste fullførte utdanning"),
        liste="utdanningsnivaa",
        help_text=_("Forskriften § 47 første ledd."),
    )
    vgs_nivaa = models.BooleanField(
        _("utdanning på videregående nivå eller høyere"), default=False,
        help_text=_("GSU-listen uten språkkravet (forskriften § 65 a). Avgjør programtid og frister."),
    )  # fmt: skip
    aar_skolegang = models.PositiveSmallIntegerField(_("år med skolegang"), null=True, blank=True)
    dato = models.DateField(_("opplyst"), help_text=_("Dagen utdanningen ble opplyst eller dokumentert."))

    class Meta(Personfakta.Meta):
        verbose_name = _("utdanningsbakgrunn")
        verbose_name_plural = _("utdanningsbakgrunn")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("dato"),
            *datoer_i_tid("dato"),
            mellom("aar_skolegang", 0, 30),
        ]

    def __str__(self) -> str:
        return f"{self.nivaa}"
