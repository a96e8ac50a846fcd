"""The tasks about registrations: `nir` finds what is missing, here it gets words, a desk and a form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.nir.faktatyper import BOSTED, OPPLYSNINGER, VEDTAK, VGO
from integrering.nir.queries.situasjoner import Personsituasjon, omfang, situasjoner
from integrering.nir.rules.oppgaver import Behov, Funn, flyttingsfrist, funn
from integrering.nir.rules.utbetaling import Mangel
from integrering.oppgaver.adresser import adresse, skjema
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from integrering.oppgaver.registreringsregler import PROGRAMMET
from integrering.tilgang.queries import vaart_fylke

NAVN = "nir"


class Personfakta:
    """One person as the rules see it; what is missing is found once for all rules."""

    def __init__(self, person: Personsituasjon) -> None:
        self.person = person
        self._funnet: tuple[date, tuple[Funn, ...]] | None = None

    def funn(self, i_dag: date) -> tuple[Funn, ...]:
        """Return what should be registered, seen from the day."""
        if self._funnet is None or self._funnet[0] != i_dag:
            self._funnet = (i_dag, funn(self.person.situasjon, i_dag))
        return self._funnet[1]


Regel = Oppgaveregel[Personfakta]


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Personfakta]]:
    """Yield persons: on their municipality's desk, or the county's when no municipality is known."""
    fylket = vaart_fylke().pk
    for person in situasjoner(ider):
        emne = Emne(
            id=person.person_id,
            virksomhet_id=person.kommune_id or fylket,
            person_id=person.person_id,
            url=adresse("person", person.noekkel),
        )
        yield emne, Personfakta(person)


def _finn(behov: Behov) -> Callable[[Personfakta, date], Iterable[Forslag]]:
    def finn(fakta: Personfakta, i_dag: date) -> Iterable[Forslag]:
        return [_forslag(fakta, f) for f in fakta.funn(i_dag) if f.behov is behov]

    return finn


def _forslag(fakta: Personfakta, f: Funn) -> Forslag:
    dager = {"siden": f.siden, "registreres": f.registreres}
    verdier = {navn: dag.isoformat() for navn, dag in dager.items() if dag}
    return Forslag(frist=f.frist, verdier=verdier, url=_skjema(fakta.person, f))


_NYE = {
    Mangel.OPPLYSNINGER: OPPLYSNINGER.slug,
    Mangel.BOSTED: BOSTED.slug,
    Mangel.VEDTAK: VEDTAK.slug,
    Mangel.PERIODE: VGO.slug,
}


def _skjema(person: Personsituasjon, f: Funn) -> str:
    """Return the address of the form that mends it."""
    if f.mangel in _NYE:
        return skjema(person.noekkel, _NYE[f.mangel])
    if f.registrering:
        return skjema(person.noekkel, VGO.slug, f.registrering)
    assert person.opplysning is not None  # noqa: S101 - the country group is asked for where there are details
    return skjema(person.noekkel, OPPLYSNINGER.slug, person.opplysning)


def _flytting_kommune(fakta: Personfakta, i_dag: date) -> Iterable[Forslag]:
    """On the desk of the municipality that has the person, if any has."""
    return _flytting_fylke(fakta, i_dag) if fakta.person.kommune_id else ()


def _flytting_fylke(fakta: Personfakta, _i_dag: date) -> Iterable[Forslag]:
    return [
        Forslag(
            frist=flyttingsfrist(sak),
            verdier={"meldt": sak.meldt.isoformat()},
            nr=str(sak.sak),
            url=reverse("flytting", args=[sak.sak]),
        )
        for sak in fakta.person.flyttinger
    ]


def _mottak(fakta: Personfakta, _i_dag: date) -> Iterable[Forslag]:
    """On the desk of the municipality they came to."""
    return [
        Forslag(
            frist=flyttingsfrist(sak),
            verdier={"flyttet": sak.meldt.isoformat()},
            nr=str(sak.sak),
            url=adresse("person_flytting", fakta.person.noekkel),
        )
        for sak in fakta.person.mottak
    ]


def _registrering(
    behov: Behov,
    tittel: Promise,
    hvorfor: Promise,
    handling: Promise,
    hjemmel: Promise,
    *,
    for_fylket: bool = False,
) -> Regel:
    return Oppgaveregel(
        kode=behov.value, tittel=tittel, hvorfor=hvorfor, handling=handling, hjemmel=hjemmel,
        roller=PROGRAMMET, finn=_finn(behov), for_fylket=for_fylket,
    )  # fmt: skip


def _flytting(
    kode: str, finn: Callable[[Personfakta, date], Iterable[Forslag]], *, for_fylket: bool
) -> Regel:
    return Oppgaveregel(
        kode=kode,
        tittel=_("Flytting venter på avklaring"),
        hvorfor=_("En annen kommune meldte %(meldt)s at personen bor der nå."),
        handling=_("Avgjør flyttingen"),
        hjemmel=_("Forskriften § 46 c"),
        roller=PROGRAMMET,
        finn=finn,
        for_fylket=for_fylket,
        snart_dager=7,
    )


REGLER: tuple[Regel, ...] = (
    _registrering(
        Behov.VEDTAK_MED_PERIODE,
        _("Vedtak mangler – tilskudd utløses ikke"),
        _("Personen går i videregående fra %(siden)s, men vedtak om norskopplæring er ikke registrert."),
        _("Registrer vedtak"),
        _("Forskriften §§ 53 a og 58"),
    ),
    _registrering(
        Behov.VEDTAK_UTEN_PERIODE,
        _("Vedtak om norskopplæring mangler"),
        _(
            "Personen ble bosatt %(siden)s. Vedtaket skal være på plass innen tre måneder, "
            "og registrert senest %(registreres)s."
        ),
        _("Registrer vedtak"),
        _("Integreringsloven § 30"),
    ),
    _registrering(
        Behov.SLUTTDATO,
        _("Perioden mangler sluttdato"),
        _("Perioden fra %(siden)s har ingen sluttdato. Uten den utløses ikke tilskudd."),
        _("Registrer sluttdato"),
        _("Forskriften §§ 53 a og 58"),
    ),
    _registrering(
        Behov.TIMER,
        _("Perioden har under 30 timer i uken"),
        _("Perioden fra %(siden)s er ikke fulltid. Rett timene hvis de er feil."),
        _("Rett timer per uke"),
        _("Integreringsloven § 30"),
    ),
    _registrering(
        Behov.HOVEDANSVAR,
        _("Kombinasjonsklassen mangler avklart hovedansvar"),
        _("Perioden fra %(siden)s teller når fylkeskommunen har hovedansvaret."),
        _("Rett hovedansvar"),
        _("Integreringsloven § 30"),
    ),
    _registrering(
        Behov.PERIODE,
        _("Fulltid videregående er ikke registrert"),
        _("Går personen i videregående på fulltid? Uten perioden får fylkeskommunen ikke tilskudd."),
        _("Registrer periode"),
        _("Forskriften § 53 a"),
    ),
    _registrering(
        Behov.LANDGRUPPE,
        _("Landgruppe mangler"),
        _("Landgruppen avgjør satsen for det ordinære tilskuddet."),
        _("Registrer landgruppe"),
        _("Forskriften § 55"),
    ),
    _registrering(
        Behov.OPPLYSNINGER,
        _("Personopplysninger mangler"),
        _("Uten tillatelse og fødselsdato kan ingenting beregnes."),
        _("Registrer personopplysninger"),
        _("Forskriften § 46"),
    ),
    _registrering(
        Behov.BOSTED,
        _("Bosted mangler"),
        _("Uten folkeregistrert kommune opptjenes ikke tilskudd, og ingen kommune ser personen."),
        _("Registrer bosted"),
        _("Forskriften § 46 c"),
        for_fylket=True,
    ),
    _flytting("FLYTTING_KOMMUNE", _flytting_kommune, for_fylket=False),
    _flytting("FLYTTING_FYLKE", _flytting_fylke, for_fylket=True),
    Oppgaveregel(
        kode="FLYTTING_MOTTAK",
        tittel=_("Bekreft at dere har tatt over"),
        hvorfor=_("Personen flyttet til dere %(flyttet)s. Se hva dere må registrere, og bekreft mottaket."),
        handling=_("Bekreft mottaket"),
        hjemmel=_("Forskriften § 46 c"),
        roller=PROGRAMMET,
        finn=_mottak,
        snart_dager=7,
    ),
)

KILDE: Oppgavekilde[Personfakta] = Oppgavekilde(navn=NAVN, les=les, regler=REGLER, omfang=omfang)
