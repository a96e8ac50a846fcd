"""Who comes, whom the meeting concerns, and its files."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_uuid
from integrering.grunnmur.skjema import Skjema
from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.nir.models import Person
from integrering.nir.queries.personer import soek
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.forms.moete import PaameldingSkjema, PersonsoekSkjema
from integrering.utveksling.moeter.models import Moete, Moetevedlegg
from integrering.utveksling.moeter.queries import moeter as queries
from integrering.utveksling.moeter.views.felles import KALLER_INN, LESER, mitt_moete, moete_eller_404
from integrering.utveksling.vedlegg.forms import VedleggFelt


@krever(*LESER)
@require_http_methods(GET_POST)
def moete_paamelding(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Say who of one's own comes, as an invited organisation."""
    moete, av = moete_eller_404(moete_noekkel), aktoer_i(request)
    if moete.eier_id == av.virksomhet_id:
        raise PermissionDenied
    tilbake = reverse("moete", args=[moete.noekkel])
    mine = moete.deltakere.filter(virksomhet_id=av.virksomhet_id, bruker__isnull=False)
    start = {"brukere": list(mine.values_list("bruker_id", flat=True))}
    # none ticked is an answer too: an empty form still has the button
    data = skrevet(request)
    skjema = PaameldingSkjema(data, av=av, initial=start, avbryt=tilbake)

    def gjoer(svar: PaameldingSkjema) -> HttpResponse:
        actions.meld_paa(moete=moete, brukere=frozenset(svar.cleaned_data["brukere"]), av=av)
        messages.success(request, _("Påmeldingen er lagret."))
        return redirect(tilbake)

    return behandle(request, skjema, Svar("moeter/paamelding.html", {"moete": moete}, gjoer))


@krever(*KALLER_INN)
@require_http_methods(GET_POST)
def moete_personer(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Say whom the meeting concerns: search, tick, add; or take out."""
    moete, av = mitt_moete(request, moete_noekkel), aktoer_i(request)
    skjema, treff = PersonsoekSkjema(), list[Person]()
    brudd, status = "", 200
    if request.method == "POST" and "soek" in request.POST:
        skjema = PersonsoekSkjema(request.POST)
        status = 200 if skjema.is_valid() else AVVIST
        treff = soek(skjema.cleaned_data["soek"]) if skjema.is_valid() else []
    elif request.method == "POST":
        try:
            _endre_personer(request, moete)
        except Regelbrudd as feil:
            brudd, status = str(feil), AVVIST
        else:
            return redirect("moete_personer", moete_noekkel=moete.noekkel)
    personer = queries.personer_i(moete, av)
    valgte = {p.pk for p in personer}
    nye = [p for p in treff if p.pk not in valgte]
    registrer_innsyn_i_mange(person_ider=[p.pk for p in [*personer, *nye]], av=av, hvor="moete-personer")
    innhold = {
        "moete": moete,
        "personer": personer,
        "skjema": skjema,
        "treff": nye,
        "soekt": status == 200 and skjema.is_bound,
        "brudd": brudd,
    }
    return render(request, "moeter/personer.html", innhold, status=status)


def _endre_personer(request: HttpRequest, moete: Moete) -> None:
    """Add those ticked, or take one out. Raises Regelbrudd."""
    av = aktoer_i(request)
    if noekkel := request.POST.get("slett"):
        for person in _personer([noekkel]):
            actions.ta_ut_person(moete=moete, person=person, av=av)
            messages.success(request, _("Personen er tatt ut av møtet."))
        return
    valgte = _personer(request.POST.getlist("valgt"))
    if not valgte:
        raise Regelbrudd(_("Velg minst én rad."))
    antall = actions.legg_til_personer(moete=moete, personer=valgte, av=av)
    tekst = ngettext("%(n)s person er lagt til møtet.", "%(n)s personer er lagt til møtet.", antall)
    messages.success(request, tekst % {"n": antall})


def _personer(noekler: list[str]) -> list[Person]:
    """Return the persons the one who asks sees; what is no key is nobody's."""
    gyldige = [funnet for noekkel in noekler[:200] if (funnet := les_uuid(noekkel))]
    return list(Person.objects.filter(noekkel__in=gyldige))


class _FilSkjema(Skjema):
    knapp = gettext_lazy("Legg ved")
    vedlegg = VedleggFelt(required=True)


@krever(*LESER)
@require_http_methods(GET_POST)
def moete_vedlegg(request: HttpRequest, moete_noekkel: UUID) -> HttpResponse:
    """Attach files to a meeting one takes part in."""
    moete, av = moete_eller_404(moete_noekkel), aktoer_i(request)
    tilbake = reverse("moete", args=[moete.noekkel])
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    skjema = _FilSkjema(*data, avbryt=tilbake)

    def gjoer(svar: _FilSkjema) -> HttpResponse:
        antall = actions.legg_ved_moetet(moete=moete, filer=svar.cleaned_data["vedlegg"], av=av)
        tekst = ngettext("%(n)s fil er lagt ved møtet.", "%(n)s filer er lagt ved møtet.", antall)
        messages.success(request, tekst % {"n": antall})
        return redirect(tilbake)

    return behandle(request, skjema, Svar("moeter/vedlegg.html", {"moete": moete}, gjoer))


class _SlettSkjema(Skjema):
    knapp = gettext_lazy("Slett vedlegget")
    bekreft = forms.CharField(widget=forms.HiddenInput, initial="ja")


@krever(*LESER)
@require_http_methods(GET_POST)
def moete_vedlegg_slett(
    request: HttpRequest, moete_noekkel: UUID, moetevedlegg_noekkel: UUID
) -> HttpResponse:
    """Delete a file of one's own from a meeting, having been asked."""
    moete, av = moete_eller_404(moete_noekkel), aktoer_i(request)
    tilbake = reverse("moete", args=[moete.noekkel])
    lenker = Moetevedlegg.objects.select_related("vedlegg", "moete", "virksomhet")
    lenke = lenker.filter(moete=moete, vedlegg__noekkel=moetevedlegg_noekkel).first()
    if lenke is None:
        raise Http404
    if lenke.virksomhet_id != av.virksomhet_id:
        raise PermissionDenied
    skjema = _SlettSkjema(request.POST or None, avbryt=tilbake)

    def gjoer(svar: _SlettSkjema) -> HttpResponse:
        actions.slett_vedlegg(lenke=lenke, av=av)
        messages.success(request, _("Vedlegget er slettet."))
        return redirect(tilbake)

    innhold = {"moete": moete, "vedlegg": lenke.vedlegg}
    return behandle(request, skjema, Svar("moeter/vedlegg_slett.html", innhold, gjoer))
