"""Calculate a round, and write the reasons."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bosetting.actions.felles import krev_aapen
from bosetting.models import Anbefaling, Beregning, Runde
from bosetting.queries.regnegrunnlag import Regnegrunnlag, kommuneradene, regnegrunnlag
from bosetting.roller import SKRIVER
from bosetting.rules.grunnlag import Ugyldig
from bosetting.rules.lagring import avtrykk, som_verdier, svaret
from bosetting.rules.modell import beregn
from bosetting.rules.webster import Umulig
from bosetting.utveier import hva_er_galt, utveiene
from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from regionalt.personvern import brudd_i_tekst


@transaction.atomic
def beregn_runden(*, runde: Runde, av: Aktoer) -> Beregning:
    """Calculate the round as it stands; the numbers become the recommendations. The reasons stand.

    The calculation is stored with all that went into it. The same inputs again make no new calculation.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is locked or has no frame, or the limits cannot be kept: by how many.
    """
    av.krev(*SKRIVER)
    naa = krev_aapen(runde)
    beregning = lagret_beregning(naa, regnegrunnlag(naa, kommuneradene(naa)), av)
    _skriv(naa, beregning, av)
    return beregning


def lagret_beregning(naa: Runde, grunnlag: Regnegrunnlag, av: Aktoer) -> Beregning:
    """Calculate, and store what went in and came out; the caller has checked who may. Raises Regelbrudd."""
    if not naa.ramme:
        raise Regelbrudd(_("Runden har ingen ramme. Skriv hvor mange anbefalingen skal fordele."))
    inndata = som_verdier(grunnlag.kommuner, grunnlag.f)
    mine = Beregning.objects.filter(runde=naa)
    beregning = mine.filter(avtrykk=avtrykk(inndata)).order_by("-nr").first()
    if beregning is None:
        try:
            svar = svaret(beregn(grunnlag.kommuner, grunnlag.f))
        except Umulig as feil:
            raise Regelbrudd(" ".join([hva_er_galt(feil), *utveiene(feil, grunnlag.navn)[:1]])) from feil
        except Ugyldig as feil:
            raise Regelbrudd(_("Forutsetningene gir ingen beregning. Se over rammen og vektene.")) from feil
        beregning = Beregning.objects.create(
            runde=naa, nr=(mine.aggregate(siste=Max("nr"))["siste"] or 0) + 1,
            av_id=av.bruker_id, inndata=inndata, avtrykk=avtrykk(inndata), svar=svar,
        )  # fmt: skip
    return beregning


def _skriv(runde: Runde, beregning: Beregning, av: Aktoer) -> None:
    svar: dict[str, dict[str, Any]] = beregning.svar
    finnes = {a.kommune_id: a for a in Anbefaling.objects.filter(runde=runde)}
    for rk in runde.kommuner.select_related("kommune"):
        linje = svar[rk.kommune.nummer]
        felt = {
            "beregning": beregning,
            "antall": linje["antall"],
            "em": linje["em"],
            "grense": linje["grense"],
        }
        if rad := finnes.get(rk.kommune_id):
            rad.lagre_over(versjon=rad.versjon, bruker_id=av.bruker_id, **felt)
        else:
            Anbefaling.objects.create(runde=runde, kommune=rk.kommune, endret_av_id=av.bruker_id, **felt)


@transaction.atomic
def begrunn(*, anbefaling: Anbefaling, versjon: int, begrunnelse: str, av: Aktoer) -> None:
    """Write why a municipality gets its number.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is locked, numbers about persons in the text.
        Konflikt: somebody else wrote meanwhile.
    """
    av.krev(*SKRIVER)
    krev_aapen(anbefaling.runde)
    krev_gyldig(brudd_i_tekst(begrunnelse=begrunnelse))
    anbefaling.lagre_over(versjon=versjon, bruker_id=av.bruker_id, begrunnelse=begrunnelse)
