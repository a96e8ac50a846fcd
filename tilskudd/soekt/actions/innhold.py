"""The budget, the partners and the answers to the conditions of a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from tilskudd.soekt.actions.felles import ikke_fram_i_tid, krev, laast, lagre, uten_nummer
from tilskudd.soekt.models import Budsjettlinje, Partner, Soeknad, Soeknadsvedlegg, Tilstand, Vilkaarsvar
from tilskudd.soekt.roller import SKRIVER
from tilskudd.soekt.rules.budsjett import Post

_U = Tilstand.UTKAST


@dataclass(frozen=True)
class Partnerdata:
    """What the form of a partner gives."""

    slag: str
    navn: str
    rolle: str = ""
    avtalt: date | None = None


@dataclass(frozen=True)
class Svar:
    """An answer to a condition."""

    oppfylt: bool
    dokumentasjon: str


def lagre_budsjett(*, soeknad: Soeknad, versjon: int, poster: Sequence[tuple[str, Post]], av: Aktoer) -> None:
    """Make the budget be these posts, in this order. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    for navn, post in poster:
        _krev_post(navn, post)
    with laast(soeknad, av, SKRIVER, _U) as denne:
        lagre(denne, versjon, av)
        denne.budsjett.all().delete()
        Budsjettlinje.objects.bulk_create(
            Budsjettlinje(
                soeknad=denne, nr=nr, post=navn, ordinaer=post.ordinaer, faktisk=post.faktisk,
                egenandel=post.egenandel,
            )
            for nr, (navn, post) in enumerate(poster, 1)
        )  # fmt: skip


def _krev_post(navn: str, post: Post) -> None:
    if post.faktisk <= 0:
        raise Regelbrudd(_("%(post)s: Skriv hva posten koster.") % {"post": navn})
    if post.soekes < 0:
        raise Regelbrudd(
            _("%(post)s: Ordinær kostnad og egenandel kan ikke være mer enn det posten koster.")
            % {"post": navn}
        )


def lagre_partner(
    *, soeknad: Soeknad, versjon: int, data: Partnerdata, av: Aktoer, partner: Partner | None = None
) -> Partner:
    """Add a partner, or change one. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    krev(uten_nummer(navn=data.navn, rolle=data.rolle), ikke_fram_i_tid(avtalt=data.avtalt))
    with laast(soeknad, av, SKRIVER, _U) as denne:
        like = denne.partnere.filter(navn=data.navn)
        if any(annen != partner for annen in like):
            raise Regelbrudd({"navn": [_("Partneren står alt i søknaden.")]})
        lagre(denne, versjon, av)
        rad = partner or Partner(soeknad=denne)
        for felt, verdi in asdict(data).items():
            setattr(rad, felt, verdi)
        rad.save()
    return rad


def slett_partner(*, soeknad: Soeknad, versjon: int, partner: Partner, av: Aktoer) -> None:
    """Take a partner out of a draft. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    with laast(soeknad, av, SKRIVER, _U) as denne:
        if Soeknadsvedlegg.objects.filter(partner=partner).exists():
            raise Regelbrudd(_("Partneren har en avtale lagt ved. Ta bort filen først."))
        lagre(denne, versjon, av)
        partner.delete()


def lagre_svar(*, soeknad: Soeknad, versjon: int, svar: Mapping[int, Svar], av: Aktoer) -> None:
    """Answer the conditions of the call: number of condition → answer. Met must say what shows it.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    feil = {
        f"vis_{pk}": [_("Skriv hva som viser at vilkåret er oppfylt.")]
        for pk, s in svar.items()
        if s.oppfylt and not s.dokumentasjon.strip()
    }
    krev(feil, uten_nummer(**{f"vis_{pk}": s.dokumentasjon for pk, s in svar.items()}))
    with laast(soeknad, av, SKRIVER, _U) as denne:
        if denne.utlysning.vilkaar.filter(pk__in=svar).count() != len(svar):
            raise Regelbrudd(_("Vilkårene i utlysningen er endret. Last siden på nytt."))
        lagre(denne, versjon, av)
        for pk, s in svar.items():
            Vilkaarsvar.objects.update_or_create(
                soeknad=denne,
                vilkaar_id=pk,
                defaults={"oppfylt": s.oppfylt, "dokumentasjon": s.dokumentasjon.strip()},
            )
