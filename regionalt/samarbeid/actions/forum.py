"""Forums: make one, change it, its members, its meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.models import Moete
from regionalt.actions.felles import brudd_i_periode, opprett_en_gang
from regionalt.personvern import brudd_i_tekst
from regionalt.samarbeid.models import Forum, Forummoete, Forumslag, Medlem, Medlemsslag
from regionalt.samarbeid.roller import SKRIVER


@dataclass(frozen=True)
class Forumdata:
    """What the form of a forum gives."""

    navn: str
    slag: Forumslag
    formaal: str = ""
    sekretariat: str = ""
    hyppighet: str = ""
    nedlagt: date | None = None


@dataclass(frozen=True)
class Medlemsdata:
    """What the form of a member gives: an organisation that uses the system, or one by name."""

    slag: Medlemsslag
    fra: date
    virksomhet_id: int | None = None
    organisasjon: str = ""
    person: str = ""
    stilling: str = ""
    til: date | None = None


@transaction.atomic
def nytt_forum(*, data: Forumdata, innsending: UUID, av: Aktoer) -> Forum:
    """Make a forum. The same form sent twice gives the same forum.

    Raises:
        IkkeTilgang: a role that does not keep the forums.
        Regelbrudd: identity numbers in the text.
    """
    av.krev(*SKRIVER)
    _kontroller(data)
    return opprett_en_gang(Forum, innsending=innsending, av=av, **vars(data))


@transaction.atomic
def endre_forum(*, forum: Forum, versjon: int, data: Forumdata, av: Aktoer) -> None:
    """Change a forum, or close it down. Raises Konflikt, and as `nytt_forum`."""
    av.krev(*SKRIVER)
    _kontroller(data)
    forum.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))


@transaction.atomic
def nytt_medlem(*, forum: Forum, data: Medlemsdata, innsending: UUID, av: Aktoer) -> Medlem:
    """Take a member into a forum.

    Raises:
        IkkeTilgang: a role that does not keep the forums.
        Regelbrudd: no organisation or two, the days are in the wrong order, identity numbers in the text.
    """
    av.krev(*SKRIVER)
    _kontroller_medlem(data)
    return opprett_en_gang(Medlem, innsending=innsending, av=av, forum=forum, **vars(data))


@transaction.atomic
def endre_medlem(*, medlem: Medlem, versjon: int, data: Medlemsdata, av: Aktoer) -> None:
    """Change a member, or end the membership. Raises Konflikt, and as `nytt_medlem`."""
    av.krev(*SKRIVER)
    _kontroller_medlem(data)
    medlem.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))


@transaction.atomic
def knytt_moete(*, forum: Forum, moete: Moete, av: Aktoer) -> None:
    """Say that a meeting the county called is one of the forum's; again changes nothing.

    Raises:
        IkkeTilgang: a role that does not keep the forums.
        Regelbrudd: somebody else called the meeting, or it is another forum's.
    """
    av.krev(*SKRIVER)
    if moete.eier_id != av.virksomhet_id:
        raise Regelbrudd({"moete": [_("Velg et møte fylkeskommunen har kalt inn til.")]})
    lenke, _ny = Forummoete.objects.get_or_create(moete=moete, defaults={"forum": forum})
    if lenke.forum_id != forum.pk:
        raise Regelbrudd({"moete": [_("Møtet hører til et annet forum.")]})


def _kontroller(data: Forumdata) -> None:
    krev_gyldig(
        brudd_i_tekst(
            navn=data.navn, formaal=data.formaal, sekretariat=data.sekretariat, hyppighet=data.hyppighet
        )
    )


def _kontroller_medlem(data: Medlemsdata) -> None:
    brudd = brudd_i_periode(data.fra, data.til)
    if (data.virksomhet_id is None) == (not data.organisasjon):
        brudd["organisasjon"] = [_("Velg en virksomhet, eller skriv navnet på organisasjonen. Ikke begge.")]
    tekst = brudd_i_tekst(organisasjon=data.organisasjon, person=data.person, stilling=data.stilling)
    krev_gyldig(brudd, tekst)
