"""What messages and requests ask to be done: sources of tasks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER
from integrering.utveksling.meldinger.actions.forespoersel import KILDE as KILDE_FORESPOERSLER
from integrering.utveksling.meldinger.actions.sending import KILDE, KILDE_AVSENDER
from integrering.utveksling.meldinger.egne_oppgaver import med_egen_oppgave
from integrering.utveksling.meldinger.kodeverk import EMNE
from integrering.utveksling.meldinger.models import Forespoersel, Mottak
from integrering.utveksling.meldinger.queries.oppfoelging import fakta_for, til_purring, uavklarte
from integrering.utveksling.meldinger.rules.forespoersel import Forespoerselfakta, oppgavefrist
from integrering.utveksling.meldinger.rules.oppfoelging import (
    Mottaksfakta,
    lesefrist,
    skal_avsender_purre,
    venter_paa_kvittering,
)


def _emne(mottak: Mottak, virksomhet_id: int) -> Emne:
    samtale = mottak.melding.samtale
    return Emne(
        id=mottak.pk,
        virksomhet_id=virksomhet_id,
        person_id=samtale.person_id,
        url=reverse("samtale", args=[samtale.noekkel]),
        tekst=f"{samtale.saksnummer} {samtale.tittel}".strip(),
        liste="" if samtale.tittel else EMNE,
        kode="" if samtale.tittel else samtale.emne,
    )


def _hos_mottaker(ider: Collection[int] | None) -> Iterator[tuple[Emne, Mottaksfakta]]:
    rader = uavklarte() if ider is None else uavklarte().filter(pk__in=ider)
    alle = rader.iterator(2000)
    while bit := list(islice(alle, 2000)):
        andres = med_egen_oppgave([mottak.melding.idempotens for mottak in bit])
        for mottak in bit:
            if mottak.melding.idempotens not in andres:
                yield _emne(mottak, mottak.virksomhet_id), fakta_for(mottak)


def _hos_avsender(ider: Collection[int] | None) -> Iterator[tuple[Emne, Mottaksfakta]]:
    rader = til_purring() if ider is None else til_purring().filter(pk__in=ider)
    for mottak in rader.iterator(2000):
        yield _emne(mottak, mottak.melding.virksomhet_id), fakta_for(mottak)


def _les(m: Mottaksfakta, i_dag: date) -> Iterable[Forslag]:
    frist = lesefrist(m)
    return [Forslag(frist, {"sendt": m.sendt.isoformat()})] if frist else []


def _kvitter(m: Mottaksfakta, i_dag: date) -> Iterable[Forslag]:
    if not venter_paa_kvittering(m):
        return []
    return [Forslag(m.frist, {"sendt": m.sendt.isoformat(), "purringer": str(len(m.purringer))})]


def _purr(m: Mottaksfakta, i_dag: date) -> Iterable[Forslag]:
    if not skal_avsender_purre(m, i_dag):
        return []
    return [
        Forslag(i_dag, {"frist": m.frist.isoformat() if m.frist else "", "purringer": str(len(m.purringer))})
    ]


MOTTATT = Oppgavekilde(
    KILDE,
    _hos_mottaker,
    (
        Oppgaveregel(
            kode="LES_MELDING",
            tittel=_("Les melding"),
            hvorfor=_("Meldingen ble sendt %(sendt)s og er ikke åpnet av noen hos dere."),
            handling=_("Les meldingen"),
            hjemmel="",
            roller=ARBEIDSROLLER,
            finn=_les,
        ),
        Oppgaveregel(
            kode="KVITTER_MELDING",
            tittel=_("Kvitter for melding"),
            hvorfor=_("Avsenderen ba %(sendt)s om kvittering. Antall purringer: %(purringer)s."),
            handling=_("Les og kvitter"),
            hjemmel="",
            roller=ARBEIDSROLLER,
            finn=_kvitter,
        ),
    ),
)
SENDT = Oppgavekilde(
    KILDE_AVSENDER,
    _hos_avsender,
    (
        Oppgaveregel(
            kode="PURR",
            tittel=_("Melding er ikke kvittert"),
            hvorfor=_("Fristen var %(frist)s. Mottakeren er purret %(purringer)s ganger. Ta kontakt."),
            handling=_("Se meldingen"),
            hjemmel="",
            roller=ARBEIDSROLLER,
            finn=_purr,
        ),
    ),
)


def _forespoersler(ider: Collection[int] | None) -> Iterator[tuple[Emne, Forespoerselfakta]]:
    rader = Forespoersel.objects.filter(avgjoerelse="")
    for f in (rader if ider is None else rader.filter(pk__in=ider)).iterator(2000):
        url = reverse("forespoersel", args=[f.noekkel])
        yield (
            Emne(id=f.pk, virksomhet_id=f.virksomhet_id, url=url, tekst=f.saksnummer),
            Forespoerselfakta(f.frist, bool(f.avgjoerelse), f.foreloepig_svar),
        )


def _svar(f: Forespoerselfakta, i_dag: date) -> Iterable[Forslag]:
    finnes, frist = oppgavefrist(f)
    return [Forslag(frist)] if finnes else []


FORESPURT = Oppgavekilde(
    KILDE_FORESPOERSLER,
    _forespoersler,
    (
        Oppgaveregel(
            kode="FORESPOERSEL_SVAR",
            tittel=_("Svar på informasjonsforespørsel"),
            hvorfor=_("Ikke avgjort. Den som spør, skal ha svar eller foreløpig svar innen en måned."),
            handling=_("Svar"),
            hjemmel=_("forvaltningsloven § 11 a"),
            roller=FYLKESROLLER | KOMMUNEROLLER,
            finn=_svar,
        ),
    ),
)  # fmt: skip
