"""O7: applications for upper secondary."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import AVVIST, GET_POST, Svar, behandle, skrevet
from integrering.lister.visning import vis_liste
from integrering.nir.queries.personer import soek
from integrering.tilgang.actions import registrer_innsyn, registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter.forms.moete import PersonsoekSkjema
from opplaering.actions.soeknad import (
    INNVILGET,
    avgjoer_soeknad,
    endre_soeknad,
    registrer_klage,
    registrer_soeknad,
)
from opplaering.forms.soeknad import (
    AvgjoerelseSkjema,
    KlageSkjema,
    SoeknadSkjema,
    avgjoerelsen,
    klagen,
    soeknadsverdier,
)
from opplaering.lister_soeknader import SOEKNADER
from opplaering.models import Soeknad
from opplaering.queries.soeknader import (
    finn_soeknad,
    har_begynt,
    kjent_om,
    prioriteter,
    realkompetanse_i,
    versjoner_av,
)
from opplaering.rettsgrunnlag import realkompetanse, rekkefoelge, skoleaar_skrevet, som_utregning
from opplaering.roller import FYLKET, LESER
from opplaering.rules.vgorett import skoleaar
from opplaering.soeknadshistorikk import hendelser
from opplaering.views.felles import vis_elev

HVOR = "opplaering-soeknad"


@krever(*LESER)
@require_safe
def soeknader(request: HttpRequest) -> HttpResponse:
    """The applications of the persons the reader may see."""
    return vis_liste(
        request, SOEKNADER, mal="opplaering/soeknader.html", kan_skrive=aktoer_i(request).har(*FYLKET)
    )


@krever(*FYLKET)
@require_http_methods(GET_POST)
def soeknad_soek(request: HttpRequest) -> HttpResponse:
    """Find who applies."""
    skjema = PersonsoekSkjema(skrevet(request), avbryt=reverse("opplaering_soeknader"))
    treff = soek(skjema.cleaned_data["soek"]) if skjema.is_valid() else []
    registrer_innsyn_i_mange(person_ider=[p.pk for p in treff], av=aktoer_i(request), hvor=HVOR)
    innhold = {"skjema": skjema, "treff": treff, "soekt": skjema.is_valid()}
    status = AVVIST if skjema.is_bound and not skjema.is_valid() else 200
    return render(request, "opplaering/soeknad_soek.html", innhold, status=status)


@krever(*FYLKET)
@require_http_methods(GET_POST)
def soeknad_ny(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Register a person's application; what the register knows of their education is filled in."""
    person, i_dag = vis_elev(request, noekkel, HVOR), timezone.localdate()
    start = {
        "innsending": uuid.uuid4(),
        "mottatt": i_dag,
        "gruppe": "voksen",
        "skoleaar": skoleaar(i_dag),
    }
    skjema = SoeknadSkjema(
        skrevet(request), initial=start | kjent_om(person, i_dag), avbryt=reverse("opplaering_soeknader")
    )

    def gjoer(svar: SoeknadSkjema) -> HttpResponse:
        ny = registrer_soeknad(
            person=person, data=svar.data_for_soeknaden, innsending=svar.nr, av=aktoer_i(request)
        )
        messages.success(request, _("Søknaden er lagret."))
        return redirect("opplaering_soeknad", soeknad_noekkel=ny.noekkel)

    return behandle(
        request, skjema, Svar("opplaering/soeknad_skjema.html", _sti(person, _("Ny søknad")), gjoer)
    )


@krever(*LESER)
@require_safe
def soeknad(request: HttpRequest, soeknad_noekkel: UUID) -> HttpResponse:
    """One application: the right and how it was worked out, wishes, prior learning, decision, versions."""
    funnet, av = soeknad_eller_404(request, soeknad_noekkel), aktoer_i(request)
    grunnlag = funnet.rett_grunnlag
    innhold = {
        "soeknad": funnet,
        "person": funnet.person,
        "oensker": prioriteter(funnet),
        "fag": realkompetanse_i(funnet),
        "utregninger": [som_utregning(funnet.rett, grunnlag)],
        "skoleaar": skoleaar_skrevet(grunnlag.get("skoleaar")),
        "realkompetanse": realkompetanse(grunnlag["realkompetanse"]),
        "rekkefoelge": rekkefoelge(grunnlag.get("rekkefoelge")),
        "hendelser": hendelser(versjoner_av(funnet)) if av.er_fylke else None,
        "kan_skrive": av.har(*FYLKET),
        "start_url": _start_url(funnet) if av.har(*FYLKET) else "",
    }
    return render(request, "opplaering/soeknad.html", innhold)


@krever(*FYLKET)
@require_http_methods(GET_POST)
def soeknad_endre(request: HttpRequest, soeknad_noekkel: UUID) -> HttpResponse:
    """Change what was applied for, and the answers the right rests on."""
    funnet = soeknad_eller_404(request, soeknad_noekkel)
    skjema = SoeknadSkjema(
        skrevet(request), initial=soeknadsverdier(funnet, prioriteter(funnet)), avbryt=_adresse(funnet)
    )

    def gjoer(svar: SoeknadSkjema) -> HttpResponse:
        endre_soeknad(
            soeknad=funnet,
            versjon=svar.cleaned_data["versjon"] or 0,
            data=svar.data_for_soeknaden,
            av=aktoer_i(request),
        )
        return _lagret(request, funnet, _("Søknaden er endret, og retten er vurdert på nytt."))

    def naa(rad: Any) -> Mapping[str, Any]:
        return soeknadsverdier(rad, prioriteter(rad))

    return _skjema(request, funnet, skjema, _("Endre søknaden"), gjoer, naa)


@krever(*FYLKET)
@require_http_methods(GET_POST)
def soeknad_avgjoer(request: HttpRequest, soeknad_noekkel: UUID) -> HttpResponse:
    """What was decided."""
    funnet = soeknad_eller_404(request, soeknad_noekkel)
    skjema = AvgjoerelseSkjema(skrevet(request), initial=avgjoerelsen(funnet), avbryt=_adresse(funnet))

    def gjoer(svar: AvgjoerelseSkjema) -> HttpResponse:
        avgjoer_soeknad(
            soeknad=funnet,
            versjon=svar.cleaned_data["versjon"],
            data=svar.data_for_avgjoerelsen,
            av=aktoer_i(request),
        )
        return _lagret(request, funnet, _("Avgjørelsen er lagret."))

    return _skjema(request, funnet, skjema, _("Avgjør søknaden"), gjoer, avgjoerelsen)


@krever(*FYLKET)
@require_http_methods(GET_POST)
def soeknad_klage(request: HttpRequest, soeknad_noekkel: UUID) -> HttpResponse:
    """A complaint, and its outcome."""
    funnet = soeknad_eller_404(request, soeknad_noekkel)
    skjema = KlageSkjema(skrevet(request), initial=klagen(funnet), avbryt=_adresse(funnet))

    def gjoer(svar: KlageSkjema) -> HttpResponse:
        registrer_klage(
            soeknad=funnet,
            versjon=svar.cleaned_data["versjon"],
            data=svar.data_for_klagen,
            av=aktoer_i(request),
        )
        return _lagret(request, funnet, _("Klagen er lagret."))

    return _skjema(request, funnet, skjema, _("Klage på vedtaket"), gjoer, klagen)


def _start_url(funnet: Soeknad) -> str:
    """Return where the start at the school is registered, filled in; empty when there is nothing to start."""
    if funnet.utfall != INNVILGET or funnet.oppstart is None or har_begynt(funnet):
        return ""
    svar = {"fra": funnet.oppstart.isoformat()}
    if funnet.tilbud is not None:
        svar |= {"skole": str(funnet.tilbud.skole_id), "tilbud": str(funnet.tilbud.pk)}
    return f"{reverse('opplaering_start', args=[funnet.person.noekkel])}?{urlencode(svar)}"


def soeknad_eller_404(request: HttpRequest, noekkel: UUID) -> Soeknad:
    """Return an application, and write down that its person was looked at.

    Raises:
        Http404: none the reader may see: never a 403.
    """
    funnet = finn_soeknad(noekkel)
    if funnet is None:
        raise Http404
    registrer_innsyn(person_id=funnet.person_id, av=aktoer_i(request), hvor=HVOR)
    return funnet


def _skjema(
    request: HttpRequest, funnet: Soeknad, skjema: Any, overskrift: str, gjoer: Any, naa: Any
) -> HttpResponse:
    innhold = _sti(funnet.person, overskrift) | {"soeknad": funnet}
    return behandle(request, skjema, Svar("opplaering/soeknad_skjema.html", innhold, gjoer, naa))


def _sti(person: Any, overskrift: str) -> dict[str, Any]:
    return {"person": person, "overskrift": overskrift}


def _adresse(funnet: Soeknad) -> str:
    return reverse("opplaering_soeknad", args=[funnet.noekkel])


def _lagret(request: HttpRequest, funnet: Soeknad, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect(_adresse(funnet))
