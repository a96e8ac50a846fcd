"""Results of tests and grades at a school."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.felt import Spraakfelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, mellom, spraak_i_orden
from opplaering.kodeverk import RESULTATFAG, RESULTATSLAG

PROEVER = ("norskproeve", "norskproeve_c1", "samfunnskunnskap")


def _del(navn: str | Promise) -> Kodekolonne:
    return Kodekolonne(navn, liste="proeveresultat", blank=True, default="")


class Resultat(Personfakta):
    """A test per part, or a grade in a subject (forskriften §§ 23, 24, 34, 41)."""

    skole = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("skole")
    )
    slag = Kodekolonne(_("prøve eller vurdering"), liste=RESULTATSLAG)
    dato = models.DateField(_("dato"), help_text=_("Dagen prøven ble tatt, eller karakteren ble satt."))
    lytte = _del(_("lytteforståelse"))
    lese = _del(_("leseforståelse"))
    skriftlig = _del(_("skriftlig framstilling"))
    muntlig = _del(_("muntlig kommunikasjon"))
    resultat = _del(_("resultat"))
    spraak = Spraakfelt(_("språk"), blank=True, default="")
    fag = Kodekolonne(_("fag"), liste=RESULTATFAG, blank=True, default="")
    karakter = models.PositiveSmallIntegerField(_("karakter"), null=True, blank=True)

    class Meta(Personfakta.Meta):
        verbose_name = _("resultat på skolen")
        verbose_name_plural = _("resultater på skolen")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("slag", "fag", "dato"),
            *datoer_i_tid("dato"),
            mellom("karakter", 1, 6),
            spraak_i_orden("spraak"),
            models.CheckConstraint(
                condition=Q(
                    Q(slag__in=PROEVER, karakter__isnull=True, fag=""),
                    ~Q(lytte="", lese="", skriftlig="", muntlig="", resultat=""),
                )
                | Q(
                    ~Q(slag__in=PROEVER), ~Q(fag=""),
                    karakter__isnull=False, lytte="", lese="", skriftlig="", muntlig="", resultat="",
                ),
                name="opplaering_resultat_proeve_eller_karakter",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["person", "dato"], name="opplaering_resultat_person")]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"
