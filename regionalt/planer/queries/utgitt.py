"""What everyone may read: the published plans. Without a user the database shows nothing else (ADR 0016)."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.text import slugify

from regionalt.planer.models import Plan, Utgivelse


def de_aapne() -> QuerySet[Utgivelse]:
    """Return what is published, the newest first."""
    return Utgivelse.objects.filter(trukket=False).order_by("-tid", "-pk")


def finn_utgivelse(slug: str) -> Utgivelse | None:
    """Return what is published at an address."""
    return de_aapne().filter(slug=slug).first()


def aapen_side() -> dict[str, Subquery]:
    """Return where and when a plan (the outer row) is published now, as columns; None when it is not."""
    naa = Utgivelse.objects.filter(plan=OuterRef("pk"), trukket=False).order_by("-pk")
    return {"aapen_slug": Subquery(naa.values("slug")[:1]), "aapen_tid": Subquery(naa.values("tid")[:1])}


def siste_utgivelse(plan: Plan) -> Utgivelse | None:
    """Return what is published of a plan now."""
    return de_aapne().filter(plan=plan).first()


def adressen_til(plan: Plan) -> str:
    """Return the address of a plan's open page: the one it has, else title and first year, made its own."""
    forrige = Utgivelse.objects.filter(plan=plan).order_by("-pk").first()
    if forrige is not None:
        return forrige.slug
    grunn = f"{slugify(plan.tittel)[:150] or 'plan'}-{plan.fra.year}"
    opptatt = set(Utgivelse.objects.filter(slug__startswith=grunn).values_list("slug", flat=True))
    return next(
        slug
        for nr in range(len(opptatt) + 1)
        if (slug := f"{grunn}-{nr + 1}" if nr else grunn) not in opptatt
    )
