"""A person whose import was undone is registered by hand: by the same kommune, and by the county."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir import actions as nir
from integrering.nir.models import Bosted, Person, Personopplysning
from integrering.nir.queries.personer import personer, soek
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import actions
from tests import fabrikk
from tests.utveksling.importering.hjelp import PERSONER, fil, importer, importer_alt, personrad, statuser

pytestmark = pytest.mark.django_db
OPPLYSNINGER: dict[str, Any] = {
    "fornavn": "Amal", "etternavn": "Prøve", "foedselsdato": date(1995, 6, 15), "kjoenn": "K",
    "statsborgerskap": "SYR", "tillatelse": "9a", "tillatelse_dato": date(2023, 1, 10), "landgruppe": "H",
    "adressebeskyttelse": "",
}  # fmt: skip


def registrer(duf: str, av: Aktoer, nummer: str = fabrikk.TRONDHEIM, **endret: Any) -> Person | None:
    """Register by hand, as the page does: look it over, then save."""
    svar: dict[str, Any] = {
        "duf": duf, "kommune": fabrikk.virksomhet(nummer), "fra": date(2023, 3, 1),
        "opplysninger": OPPLYSNINGER | endret, "av": av,
    }  # fmt: skip
    with kontekst(kontekst_for(av)):
        nir.kontroller_person(**svar)
        return nir.registrer_person(**svar)


def importert_og_angret(av: Aktoer, **endret: str) -> tuple[str, str]:
    """Return the DUF number, and the file it came with."""
    duf = fabrikk.nytt_duf()
    tekst = fil(PERSONER, personrad(duf, **endret))
    kvittering = importer_alt("personer", tekst, av).kvittering
    with kontekst(kontekst_for(av)):
        actions.angre_import(kvittering=kvittering, av=av)
    return duf, tekst


def test_importert_angret_registrert_for_haand_og_importert_igjen(trondheim: Aktoer, motor: None) -> None:
    """One person, one registration, all of its versions; the file says nothing new."""
    duf, tekst = importert_og_angret(trondheim)
    person = registrer(duf, trondheim)
    assert person == Person.objects.get(duf=duf)
    assert person and person.kommune
    assert (person.navn, person.kommune.nummer) == ("Amal Prøve", fabrikk.TRONDHEIM)
    assert person in personer() and soek("Amal") == [person]
    versjoner = Personopplysning.objects.order_by("id")
    assert [(v.annullert, v.erstattet is None) for v in versjoner] == [
        (False, False), (True, False), (False, True),
    ]  # fmt: skip
    assert len({v.registrering_id for v in versjoner}) == 1
    assert (versjoner[2].aarsak, versjoner[1].erstattet) == ("Registrert på nytt", versjoner[2].registrert)
    assert Bosted.objects.get().fra == date(2023, 3, 1)
    assert importer("personer", tekst, trondheim) == [("uendret", "")]
    with pytest.raises(Regelbrudd, match="alt registrert"):
        registrer(duf, trondheim)


def test_fylket_registrerer_den_kommunen_angret_i_en_annen_kommune(trondheim: Aktoer, motor: None) -> None:
    duf, tekst = importert_og_angret(trondheim, fornavn="Feil", etternavn="Navnesen")
    person = registrer(duf, fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER), fabrikk.STEINKJER)
    assert person and person.kommune and person.kommune.nummer == fabrikk.STEINKJER
    assert soek("Navnesen") == [] and soek("Amal") == [person]
    # it is not the first kommune's any more: the file is told no more than of any other number
    [svar] = statuser(importer("personer", tekst, trondheim))
    assert svar == "avvist"


def test_en_annen_kommune_faar_fylket_til_aa_avklare(trondheim: Aktoer, motor: None) -> None:
    """As for any number it cannot see: the answer says nothing, and the county has a case."""
    duf, _tekst = importert_og_angret(trondheim)
    steinkjer = fabrikk.lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE, fabrikk.STEINKJER)
    assert registrer(duf, steinkjer, fabrikk.STEINKJER) is None
    assert Person.objects.get(duf=duf).flyttesaker.count() == 1
