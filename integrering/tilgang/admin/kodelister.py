"""Code lists in the administration: labels, order and days; new codes where the list takes them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import finn_kodeliste, kodelister
from integrering.grunnmur.models import Kode
from integrering.tilgang import actions
from integrering.tilgang.admin.felles import ForAdministrator
from integrering.tilgang.admin.hendelser import vis_hendelser
from integrering.tilgang.doerer import aktoer_i

_DAGER = ("gyldig_fra", "gyldig_til")


class ListeFilter(admin.SimpleListFilter):
    """The lists by their titles."""

    title = _("kodeliste")
    parameter_name = "liste"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the lists."""
        return [(liste.navn, liste.tittel) for liste in kodelister()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Kode]) -> QuerySet[Kode]:
        """Return the codes of the chosen list."""
        return queryset.filter(liste=self.value()) if self.value() else queryset


class KodeSkjema(forms.ModelForm):  # type: ignore[type-arg]
    """A code. What the action would refuse is said beside the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "liste" in self.fields:
            utvidbare = [(liste.navn, liste.tittel) for liste in kodelister() if liste.utvidbar]
            self.fields["liste"] = forms.ChoiceField(
                label=self.fields["liste"].label,
                choices=[("", gettext("Velg kodeliste")), *utvidbare],
                help_text=gettext("Listene som kan få nye koder. De andre følger programmet."),
            )
            self.fields["gyldig_fra"].initial = timezone.localdate()

    def _post_clean(self) -> None:
        """Ask the action when each field is right by itself, and the code is not there already."""
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        try:
            actions.kontroller_kode(self.instance)
        except Regelbrudd as brudd:
            for felt, tekster in brudd.meldinger.items():
                self.add_error(felt if felt in self.fields else None, tekster)


@admin.register(Kode)
class KodeAdmin(ForAdministrator):
    """All code lists. A code is closed by its last day, never deleted; what has it keeps it."""

    form = KodeSkjema
    list_display = (
        "tittel", "kode", "navn_nb", "navn_nn", "rekkefolge", "gyldig_fra", "gyldig_til", "sikkerhet",
        "kilde", "fast",
    )  # fmt: skip
    list_display_links = ("kode",)
    list_filter = (ListeFilter, "sikkerhet", ("gyldig_til", admin.EmptyFieldListFilter))
    search_fields = ("kode", "navn_nb", "navn_nn")
    search_help_text = _("Søk på kode eller navn, på bokmål eller nynorsk.")
    ordering = ("liste", "rekkefolge", "kode")

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Show what the list is for on a code that is there; choose the list of a new one."""
        foerst = ("tittel", "forklaring", "kode", "fast") if obj else ("liste", "kode")
        return (*foerst, *actions.ENDRES)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Keep what facts hold, and the days of what the program itself uses."""
        if obj is None:
            return ()
        assert isinstance(obj, Kode)  # noqa: S101 - tells the type
        return ("tittel", "forklaring", "kode", "fast", *(_DAGER if obj.fast else ()))

    @admin.display(description=_("kodeliste"), ordering="liste")
    def tittel(self, kode: Kode) -> str:
        """Name the list."""
        liste = finn_kodeliste(kode.liste)
        return str(liste.tittel) if liste else kode.liste

    @admin.display(description=_("forklaring"))
    def forklaring(self, kode: Kode) -> str:
        """Say what the list is used for."""
        liste = finn_kodeliste(kode.liste)
        return str(liste.forklaring) if liste else gettext("Listen er ikke i bruk lenger.")

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save by the action, as every other door does."""
        assert isinstance(obj, Kode)  # noqa: S101 - tells the type
        actions.lagre_kode(kode=obj, av=aktoer_i(request))


vis_hendelser(Kode, "liste", "kode", "navn_nb", "navn_nn", "gyldig_fra", "gyldig_til", "sikkerhet", "kilde")
