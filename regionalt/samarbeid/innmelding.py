"""What the regional cooperation tells the floors below, once at start."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.soek import Soekekilde, Treff, registrer_soek
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from regionalt.aarshjul import Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, registrer_kapittel
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.ledelsestall import Ledelsestall, registrer_ledelsestall
from regionalt.samarbeid import kommunesiden, lister, oppgavekilder, tall
from regionalt.samarbeid.models import Forum
from regionalt.samarbeid.queries.vedtak import som_nevner, vedtakene
from regionalt.samarbeid.roller import SER, SKRIVER
from regionalt.sider import Gruppe, registrer_sider

_NAVN = _("Samarbeid")
_VEILEDNING = Veiledning(
    kode="foelg_opp_forum",
    tittel=_("Følg opp det et forum har vedtatt"),
    steg=(
        _("Velg forumet, og «Kall inn til møte». Medlemmene er valgt."),
        _("Etter møtet: velg «Nytt vedtak», og skriv hva dere ble enige om."),
        _("Skriv oppfølgingen, hvem som har ansvaret, og fristen. Det blir en oppgave til den er gjort."),
    ),
    rekkefoelge=72,
    roller=frozenset(SKRIVER),
    begynner="samarbeid:fora",
)
_TALL = (
    Ledelsestall(
        "forumvedtak",
        _("Vedtak i fora som skal følges opp"),
        _("Vedtak med oppfølging som ikke er gjort, og hvor mange av dem som er over fristen."),
        tall.spoer_vedtak,
        tall.vedtak_over_frist,
        70,
    ),
    Ledelsestall(
        "samarbeidstiltak",
        _("Samarbeidstiltak over tiden"),
        _("Tiltak der siste dag er passert, og som verken er fullført eller avbrutt."),
        tall.spoer_over_tiden,
        tall.tiltak_over_tiden,
        71,
    ),
)
_HJUL = (
    Hjulkilde("samarbeidstiltak", _("Samarbeidstiltak"), tall.spoer_tiltaksdager, tall.tiltaksdager, 70),
    Hjulkilde("forumvedtak", _("Vedtak i fora"), tall.spoer_vedtaksdager, tall.vedtaksdager, 71),
)


def meld_inn() -> None:
    """Register it all."""
    registrer_sider(Side("samarbeid:fora", _NAVN, SER, 70), gruppe=Gruppe.SAMARBEID)
    for liste in lister.ALLE:
        registrer_liste(liste)
    registrer_kilde(oppgavekilder.VEDTAKSKILDE)
    registrer_kilde(oppgavekilder.TILTAKSKILDE)
    registrer_veiledning(_VEILEDNING)
    registrer_soek(Soekekilde("fora", _("Samarbeidsfora"), _fora, 36, frozenset(SER)))
    registrer_soek(Soekekilde("forumvedtak", _("Vedtak i fora"), _vedtak, 37, frozenset(SER)))
    registrer_kommunepanel(kommunesiden.PANEL)
    registrer_hjulkilde(*_HJUL)
    registrer_kapittel(Kapittel("samarbeid", _("Regionalt samarbeid"), tall.kapittel, 70))
    registrer_ledelsestall(*_TALL)


def _fora(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    funnet = Forum.objects.filter(Q(navn__icontains=tekst) | Q(formaal__icontains=tekst)).order_by("navn")
    return [Treff(f.navn, reverse("samarbeid:forum", args=[f.noekkel]), f.formaal) for f in funnet[:antall]]


def _vedtak(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    funnet = vedtakene().filter(som_nevner(tekst)).order_by("-dato", "-pk")
    return [
        Treff(
            Truncator(v.tekst).chars(100),
            reverse("samarbeid:vedtak", args=[v.noekkel]),
            f"{v.forum.navn}, {visning.dato(v.dato)}",
        )
        for v in funnet[:antall]
    ]
