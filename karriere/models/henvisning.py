"""What the municipality tells before the talk: the mapping of forskriften § 47 first paragraph."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from karriere.models.sak import Sak
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer

TEKSTFELT = (
    "spraak",
    "utdanning",
    "arbeidserfaring",
    "digitalt",
    "sertifikat",
    "interesser",
    "oensker",
    "praktisk",
)


def _tekst(navn: object, maks: int = 2000) -> models.CharField[str, str]:
    return models.CharField(navn, max_length=maks, blank=True, default="")  # type: ignore[arg-type]


class Henvisning(Innsendt):
    """One referral of a person; the municipality may correct it until the talk is held."""

    sak = models.OneToOneField(Sak, models.PROTECT, related_name="henvisning", verbose_name=_("sak"))
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    kartlagt = models.DateField(_("kartlagt"), null=True, blank=True)
    morsmaal = models.CharField(_("morsmål"), max_length=3, blank=True, default="")
    tolkespraak = models.CharField(_("tolkespråk"), max_length=3, blank=True, default="")
    spraak = _tekst(_("språk og nivå"), 500)
    utdanning = _tekst(_("utdanning"))
    arbeidserfaring = _tekst(_("arbeidserfaring"))
    digitalt = _tekst(_("digitale ferdigheter"), 500)
    sertifikat = _tekst(_("sertifikat for kjøretøy"), 200)
    interesser = _tekst(_("interesser"), 1000)
    oensker = _tekst(_("ønsker for utdanning og arbeid"))
    praktisk = _tekst(_("praktisk"), 500)
    sendt = models.DateTimeField(_("sendt"), null=True, editable=False)
    sendt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("sendt av"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("henvisning")
        verbose_name_plural = _("henvisninger")
        constraints = [
            models.CheckConstraint(
                condition=Q(sendt__isnull=True) | Q(sendt_av__isnull=False), name="karriere_henvisning_sendt"
            ),
            uten_nummer("karriere_henvisning_uten_nummer", *TEKSTFELT),
            *(
                models.CheckConstraint(
                    condition=Q(**{felt: ""}) | Q(**{f"{felt}__regex": "^[a-z]{3}$"}),
                    name=f"karriere_henvisning_{felt}",
                )
                for felt in ("morsmaal", "tolkespraak")
            ),
        ]

    def __str__(self) -> str:
        return str(self.noekkel)


class Henvisningsvedlegg(models.Model):
    """The mapping as a file, when it is not written in the fields."""

    henvisning = models.ForeignKey(
        Henvisning, models.PROTECT, related_name="vedlegg", verbose_name=_("henvisning")
    )
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til henvisning")
        verbose_name_plural = _("vedlegg til henvisninger")

    def __str__(self) -> str:
        return str(self.vedlegg_id)
