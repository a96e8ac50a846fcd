"""Templates in the administration: a change is a new version, seen beforehand with invented values."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.feil import HELE, Regelbrudd
from integrering.tilgang.admin import BareLes, ForAdministrator
from integrering.tilgang.doerer import aktoer_i
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.actions.mal import TEKSTER, malfeil
from integrering.utveksling.brev.flettefelt import eksempler, felt_for
from integrering.utveksling.brev.innhold import Ark, sett_sammen
from integrering.utveksling.brev.models import Brevmal, Brevmalversjon
from integrering.utveksling.brev.rules.maalform import SPRAAK
from integrering.utveksling.brev.rules.skriving import referanse
from integrering.utveksling.brev.rules.tekst import rens
from integrering.utveksling.brev.trykk import lag_pdf

_FORHAANDSVIS = {f"_forhaandsvis_{spraak}": spraak for spraak in SPRAAK}


def eksempel_pdf(malversjon: Brevmalversjon, maalform: str) -> bytes:
    """Return the letter a version gives, with invented values. Raises Regelbrudd for an unknown sign."""
    mal = malversjon.mal
    verdier = eksempler(mal.kode, mal.mottakerslag)
    ark = Ark(
        maalform=maalform,
        avsender=verdier["fylke"],
        mottaker=verdier["mottaker"],
        adresse="Eksempelveien 1\n0000 Eksempel",
        referanse=referanse(timezone.localdate().year, 0),
        dato=timezone.localdate(),
        verdier=verdier,
        fritekst="",
        kontakt=(verdier["kontaktperson"], "kari@example.no", "00 00 00 00"),
    )
    return lag_pdf(sett_sammen(malversjon, ark)).pdf


def _pdf(innhold: bytes) -> HttpResponse:
    hode = {"Content-Disposition": 'inline; filename="eksempel.pdf"'}
    return HttpResponse(innhold, content_type="application/pdf", headers=hode)


class BrevmalSkjema(forms.ModelForm):  # type: ignore[type-arg]
    """A template with the text of its newest version; what is typed becomes the next."""

    gyldig_fra = forms.DateField(
        label=_("Den nye teksten gjelder fra"), initial=timezone.localdate,
        help_text=_("Endrer du teksten, blir den en ny versjon. Brev som er skrevet, blir som de er."),
    )  # fmt: skip

    class Meta:
        model = Brevmal
        fields = ("kode", "formaal", "mottakerslag", "aktiv")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        siste = queries.siste_versjon(self.instance) if self.instance.pk else None
        for felt in TEKSTER:
            modellfelt = Brevmalversjon._meta.get_field(felt)
            widget = forms.TextInput({"size": 90}) if felt.startswith("overskrift") else forms.Textarea
            lengde = 200 if felt.startswith("overskrift") else 8000
            # what is missing is said by the rules, in their own words
            self.fields[felt] = forms.CharField(
                label=str(modellfelt.verbose_name).capitalize(),  # type: ignore[union-attr]
                widget=widget,
                required=False,
                max_length=lengde,
                strip=False,
            )
            if siste:
                self.initial[felt] = getattr(siste, felt)

    @property
    def tekster(self) -> dict[str, str]:
        """The eight texts as typed."""
        return {felt: str(self.cleaned_data.get(felt, "")) for felt in TEKSTER}

    def clean(self) -> dict[str, Any]:
        """Check the texts: unknown fields, open braces, an empty language; each message names its line."""
        data: dict[str, Any] = super().clean() or {}
        kode = self.instance.kode if self.instance.pk else data.get("kode", "")
        slag = self.instance.mottakerslag if self.instance.pk else data.get("mottakerslag", "")
        for felt, meldinger in malfeil(kode, slag, self.tekster).items():
            self.add_error(felt, ValidationError(meldinger))
        if not self.errors:
            self._kan_trykkes(kode, slag)
        return data

    def _kan_trykkes(self, kode: str, slag: str) -> None:
        for spraak in SPRAAK:
            try:
                eksempel_pdf(self.versjon(kode, slag), spraak)
            except Regelbrudd as brudd:
                self.add_error(None, ValidationError(brudd.meldinger[HELE]))

    def versjon(self, kode: str, slag: str) -> Brevmalversjon:
        """Return what is typed as a version that is not saved."""
        rene = {felt: rens(tekst) for felt, tekst in self.tekster.items()}
        return Brevmalversjon(mal=Brevmal(kode=kode, mottakerslag=slag), nummer=0, **rene)


@admin.register(Brevmal)
class BrevmalAdmin(ForAdministrator):
    """Templates. Code and recipient stand: letters and fields depend on them."""

    form = BrevmalSkjema
    change_form_template = "admin/brev/brevmal/change_form.html"
    list_display = ("formaal", "kode", "mottakerslag", "aktiv", "siste_nummer")
    list_filter = ("mottakerslag", "aktiv")
    search_fields = ("kode", "formaal")
    ordering = ("formaal",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Brevmal]:
        """Read the versions with the templates."""
        return Brevmal.objects.prefetch_related("versjoner")

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Keep what identifies."""
        return ("kode", "mottakerslag", "flettefelt", "versjoner_vist") if obj else ("fellesfelt",)

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """Show the fields one may merge, then each language, then the versions."""
        hjelp = _(
            "En tom linje gir nytt avsnitt. «- » først på linjen gir et punkt. "
            "**To stjerner** gir fet skrift. {felt} blir flettet."
        )
        deler: list[Any] = [(None, {"fields": ("kode", "formaal", "mottakerslag", "aktiv", "gyldig_fra")})]
        felt = "flettefelt" if obj else "fellesfelt"
        deler.append((_("Felt du kan flette inn"), {"fields": (felt,), "description": hjelp}))
        for spraak, navn in (("nb", _("Bokmål")), ("nn", _("Nynorsk"))):
            deler.append((navn, {"fields": tuple(f for f in TEKSTER if f.endswith(spraak))}))
        if obj:
            deler.append((_("Versjoner"), {"fields": ("versjoner_vist",)}))
        return deler

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Give Django the model's own fields; the form adds the texts itself."""
        kwargs["fields"] = ("formaal", "aktiv") if obj else ("kode", "formaal", "mottakerslag", "aktiv")
        return super().get_form(request, obj, change, **kwargs)

    @admin.display(description=_("siste versjon"))
    def siste_nummer(self, mal: Brevmal) -> int:
        """Number of the newest version."""
        return max((v.nummer for v in mal.versjoner.all()), default=0)

    @admin.display(description=_("felt"))
    def flettefelt(self, mal: Brevmal) -> SafeString:
        """List the fields this template may use."""
        return _feltliste(mal.kode, mal.mottakerslag)

    @admin.display(description=_("felt"))
    def fellesfelt(self, mal: Brevmal) -> SafeString:
        """List the fields a new template may use."""
        return _feltliste("", "virksomhet")

    @admin.display(description=_("versjoner"))
    def versjoner_vist(self, mal: Brevmal) -> SafeString:
        """List the versions with their previews."""
        rader = []
        for v in mal.versjoner.select_related("laget_av").order_by("-nummer"):
            lenker = format_html_join(
                " ", '<a href="{}">{}</a>',
                ((reverse("admin:brev_eksempel", args=[v.pk, s]), navn)
                 for s, navn in (("nb", gettext("Bokmål")), ("nn", gettext("Nynorsk")))),
            )  # fmt: skip
            hvem = v.laget_av or gettext("fulgte med systemet")
            rader.append((v.nummer, f"{v.gyldig_fra:%d.%m.%Y}", hvem, lenker))
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}: {}, {} {}</li>", rader))

    def get_urls(self) -> list[URLPattern]:
        """Add the preview of a version."""
        eksempel = path(
            "eksempel/<int:versjon_id>/<str:maalform>/",
            self.admin_site.admin_view(self.eksempel),
            name="brev_eksempel",
        )
        return [eksempel, *super().get_urls()]

    def eksempel(self, request: HttpRequest, versjon_id: int, maalform: str) -> HttpResponse:
        """Show a version with invented values."""
        versjon = Brevmalversjon.objects.select_related("mal").filter(pk=versjon_id).first()
        if versjon is None or maalform not in SPRAAK:
            raise Http404
        return _pdf(eksempel_pdf(versjon, maalform))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Answer with the preview when that button was pressed and the texts are right."""
        valgt = next((s for knapp, s in _FORHAANDSVIS.items() if knapp in request.POST), None)
        if valgt and self.has_change_permission(request):
            mal = self.get_object(request, object_id) if object_id else None
            skjema = self.get_form(request, mal, change=mal is not None)(request.POST, instance=mal)
            if skjema.is_valid():
                kode = mal.kode if mal else skjema.cleaned_data["kode"]
                slag = mal.mottakerslag if mal else skjema.cleaned_data["mottakerslag"]
                return _pdf(eksempel_pdf(skjema.versjon(kode, slag), valgt))
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save by the action, as every other door does."""
        assert isinstance(obj, Brevmal)  # noqa: S101 - tells the type
        actions.lagre_mal(
            mal=obj, tekster=form.tekster, gyldig_fra=form.cleaned_data["gyldig_fra"], av=aktoer_i(request)
        )


def _feltliste(kode: str, mottakerslag: str) -> SafeString:
    felt = felt_for(kode, mottakerslag).values()
    rader = (("{" + f.navn + "}", f.ledetekst, f.skriv(f.eksempel)) for f in felt)
    return format_html("<ul>{}</ul>", format_html_join("", "<li><code>{}</code> {} ({})</li>", rader))


@admin.register(Brevmalversjon)
class BrevmalversjonAdmin(BareLes):
    """What templates have said."""

    list_display = ("mal", "nummer", "gyldig_fra", "laget", "laget_av")
    list_filter = ("mal",)
    list_select_related = ("mal", "laget_av")
    ordering = ("mal", "-nummer")
