"""What IMDi paid for the last approved quarter: most of it right, and one difference of each kind."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import aktoer_med_rolle, vaart_fylke
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import actions
from tilskudd.innbetalinger.actions import sett_status
from tilskudd.innbetalinger.models import Post
from tilskudd.models import BOKFOERT, Kjoering, Linje, Slag

# Invented numbers: no person has a DUF number that ends in such control digits.
_UKJENT = "209999999900"
_HODE = "duf;kode;kvartal;beloep;betalt;referanse"


def lag(i_dag: date) -> None:
    """Import a file as the adviser, and look into some of the differences. Nothing without runs."""
    av = aktoer_med_rolle("raadgiver", Rolle.TILSKUDDSRAADGIVER)
    with kontekst(motor_kontekst()):
        kjoering = (
            Kjoering.objects.filter(tilstand__in=BOKFOERT, slag=Slag.ORDINAER).order_by("-kvartal").first()
        )
        rader = _rader(kjoering) if kjoering else []
    if av is None or not rader:
        return
    actions.importer_fil(slag="innbetalinger", innhold="\r\n".join([_HODE, *rader]).encode(), av=av)
    with kontekst(motor_kontekst()):
        annet = Post.objects.filter(utfall="annet_beloep", person__skjermet=False).values_list(
            "pk", flat=True
        )
        ider = list(annet[:1])
    if ider:
        sett_status(post_ider=ider, status="undersoekes", notat="IMDi har regnet med en annen sats", av=av)


def _rader(kjoering: Kjoering) -> list[str]:
    """Return the file: the sixth is not paid, the fourth has another amount, the ninth another code."""
    betalt: dict[tuple[str, str], int] = defaultdict(int)
    linjer = Linje.objects.filter(kjoering=kjoering, mottaker=vaart_fylke(), person__skjermet=False)
    for duf, kode, beloep in linjer.order_by("person__duf", "pk").values_list(
        "person__duf", "ordning", "beloep"
    ):
        betalt[duf, kode] += beloep
    dato = f"{kjoering.utbetalingsdato:%d.%m.%Y}"
    rader = []
    for nr, ((duf, kode), beloep) in enumerate(sorted(betalt.items())):
        if nr == 5 or not beloep:
            continue
        kode_ = {"P-AR1-H": "P-AR2-H"}.get(kode, kode) if nr == 8 else kode
        beloep_ = beloep - 1_250 if nr == 3 else beloep
        rader.append(f"{duf};{kode_};{kjoering.kvartal};{beloep_};{dato};IMDI-{kjoering.kvartal}")
    if rader:
        rader.append(f"{_UKJENT};P-AR1-H;{kjoering.kvartal};4089,50;{dato};IMDI-{kjoering.kvartal}")
        rader.append(f";UN43G;{kjoering.kvartal};27450;{dato};IMDI-{kjoering.kvartal}")
    return rader
