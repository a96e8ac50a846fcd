"""The decision that training is given: the first registration that releases the grant."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.kodeverk import Ordning, Vedtakstype
from integrering.nir.models.personopplysning import dato_i_tid


class Vedtak(ToKlokker):
    """Vedtak om norskopplæring (forskriften § 53 a)."""

    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="vedtak", verbose_name=_("person")
    )
    ordning = models.CharField(
        _("ordning"),
        max_length=20,
        choices=Ordning.choices,
        default=Ordning.NORSK,
        help_text=_("Forskriften § 53 a."),
    )
    vedtakstype = models.CharField(
        _("utfall"), max_length=20, choices=Vedtakstype.choices, default=Vedtakstype.INNVILGET
    )
    vedtaksdato = models.DateField(
        _("vedtaksdato"), help_text=_("Dagen kommunen fattet vedtaket. Forskriften § 53 a.")
    )
    startdato = models.DateField(
        _("startdato"), help_text=_("Dagen opplæringen starter. Forskriften § 53 a.")
    )

    class Meta(ToKlokker.Meta):
        verbose_name = _("vedtak om norskopplæring")
        verbose_name_plural = _("vedtak om norskopplæring")
        constraints = [
            *ToKlokker.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "ordning", "startdato"],
                condition=Q(erstattet__isnull=True, annullert=False),
                name="nir_vedtak_en_per_start",
            ),
            models.CheckConstraint(condition=Q(ordning__in=Ordning.values), name="nir_vedtak_ordning"),
            models.CheckConstraint(
                condition=Q(vedtakstype__in=Vedtakstype.values), name="nir_vedtak_vedtakstype"
            ),
            dato_i_tid("vedtaksdato", "nir_vedtak"),
            dato_i_tid("startdato", "nir_vedtak"),
        ]
        indexes = [models.Index(fields=["person", "startdato"], name="nir_vedtak_person")]

    def __str__(self) -> str:
        return f"{self.get_ordning_display()} {self.startdato:%d.%m.%Y}"
