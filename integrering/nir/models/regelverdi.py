"""Dated rule values: numbers and choices of the law, with source and status, never in code."""

from __future__ import annotations

from collections.abc import Iterable

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.nir.rules.regelkoder import Regelkode
from integrering.nir.rules.regelsett import (
    MOENSTER,
    TALLMOENSTER,
    Enhet,
    Regelrad,
    Regelstatus,
    Sammenligning,
    Styres,
)

ENHETER = [
    (Enhet.AAR.value, _("år")),
    (Enhet.MAANEDER.value, _("måneder")),
    (Enhet.UKER.value, _("uker")),
    (Enhet.DAGER.value, _("kalenderdager")),
    (Enhet.VIRKEDAGER.value, _("virkedager")),
    (Enhet.TIMER.value, _("timer")),
    (Enhet.ANTALL.value, _("antall")),
    (Enhet.PROSENT.value, _("prosent")),
    (Enhet.JA_NEI.value, _("ja eller nei")),
    (Enhet.DATO.value, _("dato")),
    (Enhet.KODE.value, _("kode")),
    (Enhet.NIVAA.value, _("fire nivåer")),
]
STYRES = [
    (Styres.DAG.value, _("dagen det spørres om")),
    (Styres.TILLATELSE.value, _("dagen tillatelsen ble gitt")),
    (Styres.TILLATELSE_ELLER_ANKOMST.value, _("det seneste av tillatelse og ankomst")),
    (Styres.TILBUD_INTRO.value, _("tilbud om oppstart i introduksjonsprogram")),
    (Styres.VEDTAK_INTRO.value, _("vedtak om introduksjonsprogram")),
    (Styres.OPPSTART_INTRO.value, _("oppstart i introduksjonsprogram")),
    (Styres.PLAN.value, _("integreringsplanen")),
]
SAMMENLIGNINGER = [
    (Sammenligning.FRA_OG_MED.value, _("fra og med dagen")),
    (Sammenligning.ETTER.value, _("etter dagen")),
]
STATUSER = [
    (Regelstatus.VEDTATT.value, _("Vedtatt")),
    (Regelstatus.IKKE_I_KRAFT.value, _("Vedtatt, ikke i kraft")),
    (Regelstatus.FORSLAG.value, _("Forslag")),
    (Regelstatus.UBEKREFTET.value, _("Ubekreftet")),
]


def koder() -> list[tuple[str, str]]:
    """Return the codes rules know. A function: a new code needs no migration."""
    return [(kode.value, kode.value) for kode in Regelkode]


def _verdi_passer() -> Q:
    """Return the condition that the text of a value is what its unit says."""
    ut = Q(enhet__in=[e.value for e in Enhet if e not in MOENSTER], verdi__regex=TALLMOENSTER)
    for enhet, moenster in MOENSTER.items():
        ut |= Q(enhet=enhet.value, verdi__regex=moenster)
    return ut


def _en_av(felt: str, valg: Iterable[tuple[str, object]]) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{felt}__in": [kode for kode, _navn in valg]}), name=f"nir_regelverdi_{felt}"
    )


@pghistory.track(model_name="RegelverdiHendelse")
class Regelverdi(models.Model):
    """One version of a value. Without a first day it is off; a newer one replaces the older from its day."""

    kode = models.CharField(_("regel"), max_length=40, choices=koder)
    verdi = models.CharField(
        _("verdi"),
        max_length=60,
        help_text=_("Tall, ja eller nei, kode, dato (2026-01-31) eller fire nivåer."),
    )
    enhet = models.CharField(_("enhet"), max_length=12, choices=ENHETER)
    gjelder_fra = models.DateField(
        _("gjelder fra"), null=True, blank=True, help_text=_("Uten dato er verdien slått av.")
    )
    gjelder_til = models.DateField(
        _("gjelder til"), null=True, blank=True,
        help_text=_("Siste dag. Trengs bare når ingen ny verdi tar over."),
    )  # fmt: skip
    sammenligning = models.CharField(
        _("første dag"), max_length=10, choices=SAMMENLIGNINGER, default=Sammenligning.FRA_OG_MED.value
    )
    styres_av = models.CharField(
        _("styres av"),
        max_length=30,
        choices=STYRES,
        help_text=_("Dagen i personens liv som velger verdien."),
    )
    hjemmel = models.CharField(_("hjemmel"), max_length=200)
    kilde = models.CharField(_("kilde"), max_length=200, help_text=_("Hvor verdien er lest."))
    status = models.CharField(_("status"), max_length=24, choices=STATUSER)
    merknad = models.CharField(_("merknad"), max_length=400, blank=True, default="")

    class Meta:
        verbose_name = _("regelverdi")
        verbose_name_plural = _("regelverdier")
        ordering = ["kode", "gjelder_fra", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kode", "gjelder_fra"],
                name="nir_regelverdi_en_per_dag",
                violation_error_message=_("Regelen har alt en verdi fra denne dagen."),
            ),
            models.CheckConstraint(
                condition=Q(gjelder_til__isnull=True) | Q(gjelder_til__gte=F("gjelder_fra")),
                name="nir_regelverdi_til_etter_fra",
                violation_error_message=_("Siste dag må være samme dag som første dag eller senere."),
            ),
            models.CheckConstraint(
                condition=_verdi_passer(),
                name="nir_regelverdi_verdi_passer",
                violation_error_message=_("Verdien passer ikke med enheten."),
            ),
            models.CheckConstraint(
                condition=Q(gjelder_fra__isnull=False)
                | Q(status__in=[Regelstatus.IKKE_I_KRAFT.value, Regelstatus.FORSLAG.value]),
                name="nir_regelverdi_i_kraft_har_dag",
                violation_error_message=_("En verdi som er vedtatt eller ubekreftet, må ha en første dag."),
            ),
            models.CheckConstraint(condition=~Q(kilde="") & ~Q(hjemmel=""), name="nir_regelverdi_har_kilde"),
            _en_av("enhet", ENHETER),
            _en_av("styres_av", STYRES),
            _en_av("sammenligning", SAMMENLIGNINGER),
            _en_av("status", STATUSER),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.gjelder_fra or ''}".strip()

    def clean(self) -> None:
        """Refuse another unit, or another deciding day, than the code's other versions have."""
        andre = Regelverdi.objects.filter(kode=self.kode).exclude(pk=self.pk)
        for enhet, styres_av in andre.values_list("enhet", "styres_av")[:1]:
            if enhet != self.enhet:
                raise ValidationError({"enhet": gettext("De andre verdiene av regelen har en annen enhet.")})
            if styres_av != self.styres_av:
                raise ValidationError(
                    {"styres_av": gettext("De andre verdiene av regelen styres av en annen dag.")}
                )

    def som_rad(self) -> Regelrad:
        """Return the row as rules read it."""
        return Regelrad(
            kode=self.kode,
            verdi=self.verdi,
            enhet=Enhet(self.enhet),
            gjelder_fra=self.gjelder_fra,
            gjelder_til=self.gjelder_til,
            sammenligning=Sammenligning(self.sammenligning),
            styres_av=Styres(self.styres_av),
            hjemmel=self.hjemmel,
            kilde=self.kilde,
            status=Regelstatus(self.status),
            merknad=self.merknad,
            nummer=self.pk,
        )
