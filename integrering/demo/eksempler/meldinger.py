"""Messages: one about a person that waits for acknowledgement, one answered, a draft, and two requests."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle, vaart_fylke
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.actions import Innhold
from integrering.utveksling.meldinger.models import Melding, Samtale


def lag(i_dag: date) -> None:
    """Make the examples, between the county's case worker and Trondheim. Nothing without those users."""
    fylket = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    kommunen = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if fylket is None or kommunen is None:
        return
    trondheim = Virksomhet.objects.get(pk=kommunen.virksomhet_id)
    _om_en_person(fylket, kommunen, trondheim, i_dag)
    _samarbeid(fylket, kommunen)
    _forespoersler(fylket, kommunen, i_dag)


def _noekkel(navn: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo-melding-{navn}")


def _send(
    av: Aktoer, navn: str, innhold: Innhold, *, person: Person | None = None, samtale: Samtale | None = None
) -> Melding:
    noekkel = _noekkel(navn)
    with kontekst(kontekst_for(av)):
        utkast = actions.lagre_utkast(
            noekkel=noekkel, versjon=0, innhold=innhold, av=av, person=person, samtale=samtale
        )
        return actions.send(noekkel=noekkel, versjon=utkast.versjon, av=av)


def _om_en_person(fylket: Aktoer, kommunen: Aktoer, trondheim: Virksomhet, i_dag: date) -> None:
    """The county asks about an end date and wants a receipt."""
    with kontekst(kontekst_for(kommunen)):
        person = Person.objects.filter(skjermet=False).order_by("sortering", "id").first()
    if person is None:
        return
    innhold = Innhold(
        tekst="Hei!\n\nVi ser at sluttdatoen for videregående er endret. Stemmer det at eleven fortsetter "
        "til sommeren? Rett registreringen hvis ikke.",
        mottakere=[trondheim.pk],
        emne="registrering",
        tittel="Sluttdato for videregående",
        krever_kvittering=True,
        kvitteringsfrist=i_dag + timedelta(days=7),
    )
    _send(fylket, "person", innhold, person=person)


def _samarbeid(fylket: Aktoer, kommunen: Aktoer) -> None:
    """The municipality asks, the county answers; the municipality has begun on the next."""
    fylke_id = vaart_fylke().pk
    spoersmaal = Innhold(
        tekst="Hei!\n\nHvor mange plasser blir det i kombinasjonsklassen til høsten?",
        mottakere=[fylke_id],
        emne="opplaering",
        tittel="Plasser i kombinasjonsklassen",
    )
    samtale = _send(kommunen, "plasser", spoersmaal).samtale
    with kontekst(kontekst_for(fylket)):
        actions.aapne(samtale=samtale, av=fylket)
    svar = Innhold(tekst="Det blir tolv plasser. Vi sender mer når klassen er satt sammen.")
    _send(fylket, "plasser-svar", svar, samtale=samtale)
    with kontekst(kontekst_for(kommunen)):
        utkast = Innhold(
            tekst="Takk! Kan vi ", mottakere=[fylke_id], emne="samarbeid", tittel="Møte i januar"
        )
        actions.lagre_utkast(noekkel=_noekkel("utkast"), versjon=0, innhold=utkast, av=kommunen)


def _forespoersler(fylket: Aktoer, kommunen: Aktoer, i_dag: date) -> None:
    """One that waits at the municipality, and one the county has answered with figures."""
    with kontekst(kontekst_for(kommunen)):
        actions.registrer_forespoersel(
            noekkel=_noekkel("nav"), personer=[], av=kommunen,
            felter=_felter(i_dag - timedelta(days=25), "Nav Trondheim", "Hvem som er i opplæring"),
        )  # fmt: skip
    with kontekst(kontekst_for(fylket)):
        sak = actions.registrer_forespoersel(
            noekkel=_noekkel("ssb"), personer=[], av=fylket,
            felter=_felter(i_dag - timedelta(days=40), "Prøvedal statistikk", "Antall deltakere per kommune"),
        )  # fmt: skip
        if not sak.avgjoerelse:
            actions.avgjoer_forespoersel(
                forespoersel=sak, versjon=sak.versjon, av=fylket,
                felter={
                    "foreloepig_svar": None, "avgjoerelse": "utlevert", "begrunnelse": "",
                    "utlevert_hva": ["tall"], "utlevert_merknad": "Tall per kommune, små tall skjult.",
                    "avgjort": i_dag - timedelta(days=30), "maate": "sikker_digital",
                },
            )  # fmt: skip


def _felter(mottatt: date, organ: str, hva: str) -> dict[str, object]:
    return {
        "mottatt": mottatt, "organ": organ, "spoerrers_rolle": "rådgiver", "paa_vegne_av": "",
        "formaal": "Planlegging", "hjemmel": "lov", "hjemmel_tekst": "", "hva": hva,
    }  # fmt: skip
