"""Reads of users, roles and organisations."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.roller import ROLLER_I, Rolle


def passer_virksomheten() -> Q:
    """Return the condition that a role stands at the kind of organisation it is made for.

    A county role sees every person, so it counts at the installation's own county and nowhere else.
    """
    andre = Q(pk__in=[])
    for type_, roller in ROLLER_I.items():
        if type_ != "fylkeskommune":
            andre |= Q(rolle__in=roller, virksomhet__type=type_)
    fylke = Q(
        rolle__in=ROLLER_I["fylkeskommune"],
        virksomhet__type="fylkeskommune",
        virksomhet__nummer=settings.FYLKESNUMMER,
    )
    return andre | fylke


def gjelder(i_dag: date) -> Q:
    """Return the condition that a role counts on the day: in its time and not closed."""
    return Q(
        passer_virksomheten(),
        Q(til__isnull=True) | Q(til__gte=i_dag),
        fra__lte=i_dag,
        stengt__isnull=True,
        virksomhet__aktiv=True,
    )


def gyldige_roller(bruker_id: int, i_dag: date) -> QuerySet[Rolletildeling]:
    """Return the roles a user has on the day."""
    return (
        Rolletildeling.objects.filter(gjelder(i_dag), bruker_id=bruker_id)
        .select_related("virksomhet", "bruker")
        .order_by("virksomhet__nummer", "rolle", "id")
    )


def administratorer() -> QuerySet[Rolletildeling]:
    """Return the roles of administrators who can log in, today or from a day to come."""
    return Rolletildeling.objects.filter(
        passer_virksomheten(),
        Q(til__isnull=True) | Q(til__gte=timezone.localdate()),
        rolle=Rolle.ADMINISTRATOR,
        stengt__isnull=True,
        bruker__is_active=True,
    )


def aktoer_av(tildeling: Rolletildeling, *, kan_bytte: bool = False) -> Aktoer:
    """Return who acts in this role."""
    return Aktoer(
        bruker_id=tildeling.bruker_id,
        navn=str(tildeling.bruker),
        virksomhet_id=tildeling.virksomhet_id,
        virksomhet_navn=tildeling.virksomhet.navn,
        rolle=Rolle(tildeling.rolle),
        rollenavn=str(tildeling.get_rolle_display()),
        skjermede=tildeling.kan_se_skjermede,
        kan_bytte=kan_bytte,
    )


def aktoer_for(bruker: Bruker | AnonymousUser, valgt: int | None) -> Aktoer | None:
    """Return who the user acts as: the chosen role or the only one; None without either."""
    if bruker.pk is None or not bruker.is_active:
        return None
    roller = list(gyldige_roller(bruker.pk, timezone.localdate()))
    mine = roller if len(roller) == 1 else [r for r in roller if r.pk == valgt]
    return aktoer_av(mine[0], kan_bytte=len(roller) > 1) if mine else None


def aktoer_med_rolle(brukernavn: str, *roller: Rolle) -> Aktoer | None:
    """Return the user in the first of these roles they have: for commands that name one (`--av`)."""
    bruker = Bruker.objects.filter(username=brukernavn, is_active=True).first()
    if bruker is None:
        return None
    mine = {Rolle(t.rolle): t for t in gyldige_roller(bruker.pk, timezone.localdate())}
    return next((aktoer_av(mine[rolle]) for rolle in roller if rolle in mine), None)


def demobrukere() -> list[Bruker]:
    """Return the users the login page shows in the demo; none outside it."""
    if not settings.DEMO:
        return []
    i_dag = timezone.localdate()
    brukere = (
        Bruker.objects.filter(is_active=True).order_by("id").prefetch_related("rolletildelinger__virksomhet")
    )
    return [b for b in brukere if gyldige_roller(b.pk, i_dag).exists()]


def vaart_fylke() -> Virksomhet:
    """Return the county this installation serves (setting FYLKESNUMMER)."""
    return Virksomhet.objects.get(type="fylkeskommune", nummer=settings.FYLKESNUMMER)


def forvaltes_av_fylket() -> QuerySet[Virksomhet]:
    """Return where the county's administrator gives roles: at home, in its municipalities, at partners."""
    return Virksomhet.objects.filter(
        Q(type="fylkeskommune", nummer=settings.FYLKESNUMMER)
        | Q(type="kommune", overordnet__nummer=settings.FYLKESNUMMER)
        | Q(type__in=["skole", "frivillig"])
    )


def forvaltes_av(av: Aktoer) -> QuerySet[Virksomhet]:
    """Return the organisations where this one gives and ends roles."""
    if av.har(Rolle.KOMMUNE_ADMINISTRATOR):
        return Virksomhet.objects.filter(pk=av.virksomhet_id)
    return forvaltes_av_fylket() if av.har(Rolle.ADMINISTRATOR) else Virksomhet.objects.none()


def kan_forvalte(av: Aktoer, virksomhet: Virksomhet) -> bool:
    """Return True when this one gives and ends roles at the organisation."""
    return forvaltes_av(av).filter(pk=virksomhet.pk).exists()


def kommuner_i_fylket() -> QuerySet[Virksomhet]:
    """Return the county's municipalities, by name."""
    return Virksomhet.objects.filter(
        type="kommune", overordnet__nummer=settings.FYLKESNUMMER, aktiv=True
    ).order_by(Alfabetisk("navn"), "nummer")
