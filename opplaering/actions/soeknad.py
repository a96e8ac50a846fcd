"""Applications: register, change, decide, complaint. The county's; a register beside the admission system."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.kodelister import kan_velges
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from opplaering.kodeverk import OPPTAKSUTFALL, SLUTTKOMPETANSE, SOEKERGRUPPE, UTDANNINGSPROGRAM
from opplaering.models import Prioritet, Soeknad, Utdanningstilbud
from opplaering.rettsgrunnlag import som_json
from opplaering.roller import FYLKET
from opplaering.rules.vgorett import Soekerfakta, skoleaar, vurder_rett
from opplaering.tekstkontroll import brudd_i_tekster, krev

INNVILGET, KLAGEUTFALL = "innvilget", "klageutfall"
# An applicant has three wishes (opplæringsforskrifta § 13-3).
OENSKER = 3
Feil = dict[str, list[str]]


@dataclass(frozen=True)
class Oenske:
    """One wish; its place in the order is its priority."""

    sluttkompetanse: str
    program: str = ""
    hva: str = ""


@dataclass(frozen=True)
class Soeknadsdata:
    """What the form of an application gives. The four questions: None is not known (see `Soekerfakta`)."""

    mottatt: date
    gruppe: str
    skoleaar: int
    oensker: tuple[Oenske, ...]
    oensker_realkompetanse: bool = False
    grunnskole: bool | None = None
    utland_vgo: bool | None = None
    kompetanse: bool | None = None
    rekvalifisert: bool | None = None


@dataclass(frozen=True)
class Avgjoerelse:
    """What was decided; an empty `utfall` is not decided."""

    utfall: str = ""
    vedtaksdato: date | None = None
    tilbud: Utdanningstilbud | None = None
    oppstart: date | None = None


@dataclass(frozen=True)
class Klage:
    """A complaint and its outcome; without a date there is none."""

    klaget: date | None = None
    klageutfall: str = ""
    klage_avgjort: date | None = None


@transaction.atomic
def registrer_soeknad(*, person: Person, data: Soeknadsdata, innsending: UUID, av: Aktoer) -> Soeknad:
    """Register an application. The same form sent twice gives the same one.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*FYLKET)
    if finnes := Soeknad.objects.filter(innsending=innsending).first():
        return finnes
    _kontroller(data)
    soeknad = Soeknad.objects.create(
        person=person, innsending=innsending, endret_av_id=av.bruker_id, **_felter(person, data)
    )
    _skriv_oensker(soeknad, data.oensker)
    return soeknad


@transaction.atomic
def endre_soeknad(*, soeknad: Soeknad, versjon: int, data: Soeknadsdata, av: Aktoer) -> None:
    """Change an application; the right is worked out anew. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*FYLKET)
    har = Prioritet.objects.filter(soeknad=soeknad)
    _kontroller(data, soeknad, [Oenske(p.sluttkompetanse, p.program, p.hva) for p in har])
    if soeknad.vedtaksdato and data.mottatt > soeknad.vedtaksdato:
        krev({"mottatt": [_("Dagen kan ikke være etter vedtaket.")]})
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **_felter(soeknad.person, data))
    har.delete()
    _skriv_oensker(soeknad, data.oensker)


@transaction.atomic
def avgjoer_soeknad(*, soeknad: Soeknad, versjon: int, data: Avgjoerelse, av: Aktoer) -> None:
    """Write down what was decided, or that nothing is. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*FYLKET)
    krev(_brudd_i_avgjoerelsen(soeknad, data), _brudd_i_tilbudet(data))
    felter = {
        "utfall": data.utfall, "vedtaksdato": data.vedtaksdato,
        "tilbud_id": data.tilbud.pk if data.tilbud else None, "oppstart": data.oppstart,
    }  # fmt: skip
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felter)


@transaction.atomic
def registrer_klage(*, soeknad: Soeknad, versjon: int, data: Klage, av: Aktoer) -> None:
    """Write down a complaint and its outcome. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*FYLKET)
    krev(_brudd_i_klagen(soeknad, data))
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **asdict(data))


def _felter(person: Person, data: Soeknadsdata) -> dict[str, Any]:
    fakta = Soekerfakta(
        foedselsdato=person.foedselsdato,
        voksen=data.gruppe == "voksen",
        grunnskole=data.grunnskole,
        utland_vgo=data.utland_vgo,
        kompetanse=data.kompetanse,
        rekvalifisert=data.rekvalifisert,
        yrkesmaal=any(o.sluttkompetanse == "yrkeskompetanse" for o in data.oensker),
    )
    vurdering = vurder_rett(fakta, data.skoleaar)
    return {
        "mottatt": data.mottatt,
        "gruppe": data.gruppe,
        "oensker_realkompetanse": data.oensker_realkompetanse,
        "rett": vurdering.rett.value,
        # the wishes stand here too: the history of an application is the history of its row
        "rett_grunnlag": som_json(fakta, vurdering) | {"oensker": [asdict(o) for o in data.oensker]},
    }


def _skriv_oensker(soeknad: Soeknad, oensker: Sequence[Oenske]) -> None:
    Prioritet.objects.bulk_create(
        Prioritet(soeknad=soeknad, nummer=nr, **asdict(o)) for nr, o in enumerate(oensker, start=1)
    )


def _kontroller(data: Soeknadsdata, har: Soeknad | None = None, oensker: Sequence[Oenske] = ()) -> None:
    i_dag, brudd = timezone.localdate(), Feil()
    if data.mottatt > i_dag:
        brudd["mottatt"] = [_("Datoen kan ikke være fram i tid.")]
    if not skoleaar(data.mottatt) <= data.skoleaar <= skoleaar(data.mottatt) + 2:
        brudd["skoleaar"] = [_("Velg skoleåret søknaden ble mottatt i, eller ett av de to neste.")]
    if data.gruppe != (har.gruppe if har else "") and not kan_velges(SOEKERGRUPPE, data.gruppe):
        brudd["gruppe"] = [_("Velg en søkergruppe fra listen.")]
    if not 1 <= len(data.oensker) <= OENSKER:
        brudd["sluttkompetanse_1"] = [_("Velg fra én til tre sluttkompetanser.")]
    for nr, oenske in enumerate(data.oensker, start=1):
        brudd |= {f"{felt}_{nr}": tekster for felt, tekster in _brudd_i_oenske(oenske, oensker).items()}
    krev(brudd)


def _brudd_i_oenske(o: Oenske, har: Sequence[Oenske]) -> Feil:
    brudd = brudd_i_tekster(hva=o.hva)
    if o.sluttkompetanse not in {h.sluttkompetanse for h in har} and not kan_velges(
        SLUTTKOMPETANSE, o.sluttkompetanse
    ):
        brudd["sluttkompetanse"] = [_("Velg en sluttkompetanse fra listen.")]
    kjente = {"", *(h.program for h in har)}
    if o.program not in kjente and not kan_velges(UTDANNINGSPROGRAM, o.program):
        brudd["program"] = [_("Velg et utdanningsprogram fra listen.")]
    return brudd


def _brudd_i_avgjoerelsen(soeknad: Soeknad, data: Avgjoerelse) -> Feil:
    if not data.utfall:
        brudd = {"utfall": [_("Det er klaget på vedtaket. Ta bort klagen først.")]} if soeknad.klaget else {}
        if data.vedtaksdato:
            brudd["vedtaksdato"] = [_("Velg også hva som ble bestemt.")]
        return brudd
    if data.utfall != soeknad.utfall and not kan_velges(OPPTAKSUTFALL, data.utfall):
        return {"utfall": [_("Velg et utfall fra listen.")]}
    if data.vedtaksdato is None:
        return {"vedtaksdato": [_("Skriv dagen det ble bestemt.")]}
    if not soeknad.mottatt <= data.vedtaksdato <= timezone.localdate():
        return {"vedtaksdato": [_("Datoen må være fra dagen søknaden ble mottatt, til i dag.")]}
    if soeknad.klaget and soeknad.klaget < data.vedtaksdato:
        return {"vedtaksdato": [_("Datoen kan ikke være etter klagen.")]}
    return {}


def _brudd_i_tilbudet(data: Avgjoerelse) -> Feil:
    """Only who is offered a place has an offer and a start."""
    if data.utfall == INNVILGET:
        if data.oppstart and data.vedtaksdato and data.oppstart < data.vedtaksdato:
            return {"oppstart": [_("Oppstart kan ikke være før vedtaket.")]}
        return {}
    gitt = {"tilbud": data.tilbud, "oppstart": data.oppstart}
    return {felt: [_("Gjelder bare når søkeren får tilbud om plass.")] for felt, v in gitt.items() if v}


def _brudd_i_klagen(soeknad: Soeknad, data: Klage) -> Feil:
    if data.klaget is None:
        gitt = {"klageutfall": data.klageutfall, "klage_avgjort": data.klage_avgjort}
        return {felt: [_("Skriv først når det ble klaget.")] for felt, v in gitt.items() if v}
    i_dag = timezone.localdate()
    if soeknad.vedtaksdato is None:
        return {"klaget": [_("Søknaden er ikke avgjort ennå.")]}
    if not soeknad.vedtaksdato <= data.klaget <= i_dag:
        return {"klaget": [_("Datoen må være fra vedtaket til i dag.")]}
    if bool(data.klageutfall) != bool(data.klage_avgjort):
        return {"klage_avgjort": [_("Skriv både utfallet og dagen klagen ble avgjort.")]}
    if data.klage_avgjort and not data.klaget <= data.klage_avgjort <= i_dag:
        return {"klage_avgjort": [_("Datoen må være fra klagen til i dag.")]}
    if data.klageutfall not in ("", soeknad.klageutfall) and not kan_velges(KLAGEUTFALL, data.klageutfall):
        return {"klageutfall": [_("Velg et utfall fra listen.")]}
    return {}
