"""What is sent and answered. The values of a kind of registration are made from its columns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import new_class
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from integrering.nir.api.felt import (
    Dato,
    Jafelt,
    Moensterfelt,
    Tekstfelt,
    Valgfelt,
    felt_for,
)
from integrering.nir.faktatyper import FAKTATYPER, OPPLYSNINGER, Faktatype
from integrering.nir.models.flyttesak import FlyttesakTilstand
from integrering.nir.rules.registreringer import Lovkolonne, Registrering
from integrering.nir.rules.status import Tilstand

FLEST_I_SAMLET = 200
_IKKE_I_API = frozenset({"adressebeskyttelse"})  # no client has the scope for it


class Strengt(serializers.Serializer):
    """Base of what is sent: a list of fields, and nothing besides them."""

    default_error_messages = {
        "invalid": _("Skriv et JSON-objekt."),
        "null": _("Skriv et JSON-objekt."),
        "required": _("Feltet mangler."),
    }

    def to_internal_value(self, data: Any) -> Any:
        """Return the values. Raises ValidationError for fields that are not known, too."""
        if isinstance(data, Mapping) and (ukjente := set(data) - set(self.fields)):
            nei = [str(_("Feltet finnes ikke."))]
            raise serializers.ValidationError({_trygt(navn): nei for navn in sorted(ukjente)})
        return super().to_internal_value(data)


def _trygt(navn: str) -> str:
    """Return a name that can be written back, whatever was sent."""
    return navn.encode(errors="replace").decode()[:100]


def felter_i(slag: Faktatype) -> tuple[str, ...]:
    """Return the columns of a kind that the API has."""
    return tuple(navn for navn in slag.felter if navn not in _IKKE_I_API)


def _klasse(navn: str, innhold: dict[str, Any], base: type[Any] = Strengt) -> type[serializers.Serializer]:
    ny: type[serializers.Serializer] = new_class(navn, (base,), exec_body=lambda rom: rom.update(innhold))
    return ny


def _navn(slag: Faktatype) -> str:
    return "".join(del_.capitalize() for del_ in slag.slug.split("-"))


@cache
def verdier_for(slag: Faktatype) -> type[serializers.Serializer]:
    """Return the values of a kind."""
    felt = {navn: felt_for(slag.felt(navn)) for navn in felter_i(slag)}
    hva = f"Det som registreres som {slag.navn} ({slag.hjemmel})."
    return _klasse(f"{_navn(slag)}Verdier", {"__doc__": hva, **felt})


class Slagnavn(serializers.ChoiceField):
    """Which kind an answer is about: always the same."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(choices=[slug])

    def get_attribute(self, instance: Any) -> str:
        """Return the kind."""
        return self.slug


class _Registrering(serializers.Serializer):
    """What all registrations have."""

    registrering = serializers.UUIDField(source="registrering_id", help_text="Den samme i alle versjoner.")
    versjon = serializers.IntegerField(
        source="pk", help_text="Versjonen. I If-Match står den i anførselstegn."
    )
    person = serializers.UUIDField(source="person.noekkel", help_text="Personens nøkkel.")
    registrert = serializers.DateTimeField(help_text="Når denne versjonen ble registrert.")
    registrert_av = serializers.CharField(help_text="Hvem som registrerte den.")
    virksomhet = serializers.CharField(
        source="virksomhet.nummer", help_text="Nummeret til den de gjorde det for."
    )
    annullert = serializers.BooleanField(help_text="Registreringen var feil og gjelder ikke.")
    aarsak = serializers.CharField(help_text="Hvorfor den ble rettet eller annullert.")


@cache
def registrering_for(slag: Faktatype) -> type[serializers.Serializer]:
    """Return a registration of a kind, as it is answered."""
    innhold = {
        "__doc__": str(slag.navn),
        "slag": Slagnavn(slag.slug),
        "verdier": verdier_for(slag)(source="*"),
    }
    return _klasse(_navn(slag), innhold, _Registrering)


@cache
def ny_for(slag: Faktatype) -> type[serializers.Serializer]:
    """Return a new registration of a kind, as it is sent."""
    return _klasse(f"{_navn(slag)}Ny", {"verdier": verdier_for(slag)()})


@cache
def retting_for(slag: Faktatype) -> type[serializers.Serializer]:
    """Return a correction of a kind, as it is sent: all values, and why."""
    return _klasse(f"{_navn(slag)}Retting", {"verdier": verdier_for(slag)(), "aarsak": aarsak()})


@cache
def liste_for(slag: Faktatype, *, over_personer: bool = False) -> type[serializers.Serializer]:
    """Return several registrations of a kind, as they are answered."""
    felt: dict[str, Any] = {"registreringer": registrering_for(slag)(many=True)}
    if over_personer:
        felt |= {
            "neste": neste(),
            "neste_endret_siden": serializers.DateTimeField(
                help_text="Send dette som «endret_siden» neste gang dere henter alt på nytt."
            ),
        }
    return _klasse(f"{_navn(slag)}{'Side' if over_personer else 'Liste'}", felt)


def aarsak() -> Tekstfelt:
    """Return the field for why something is changed."""
    return Tekstfelt(max_length=300, help_text="Vises i historikken. Skriv ikke helseopplysninger.")


def neste() -> serializers.CharField:
    """Return the field for the next page."""
    return serializers.CharField(
        allow_null=True, help_text="Send dette som «etter» for neste side. Null: ingen."
    )


def duf() -> Moensterfelt:
    """Return the field of a DUF number."""
    return Moensterfelt(
        moenster="[0-9]{12}",
        forklaring=_("Skriv DUF-nummeret med tolv sifre, uten mellomrom."),
        help_text="Tolv sifre.",
    )


class Annullering(Strengt):
    """Why a registration never should have been there."""

    aarsak = aarsak()


class Person(serializers.Serializer):
    """A person who lives in the municipality."""

    noekkel = serializers.UUIDField(help_text="Navnet på personen i adresser.")
    duf = serializers.CharField()
    fornavn = serializers.CharField()
    etternavn = serializers.CharField()
    foedselsdato = serializers.DateField(allow_null=True)
    kommune = serializers.CharField(source="kommune.nummer", allow_null=True)
    tillatelse = serializers.CharField(help_text="Kode for oppholdstillatelsen.")
    tillatelse_dato = serializers.DateField(allow_null=True)
    foerste_bosted = serializers.DateField(allow_null=True, help_text="Når personen først ble bosatt.")


class Personside(serializers.Serializer):
    """A page of persons."""

    personer = Person(many=True)
    neste = neste()


class Statuspunkt(serializers.Serializer):
    """An item of the checklist."""

    punkt = serializers.ChoiceField(choices=[r.value for r in Registrering])
    navn = serializers.CharField()
    tilstand = serializers.ChoiceField(choices=[t.value for t in Tilstand])
    frist = serializers.DateField(allow_null=True, help_text="Siste dag å registrere det som mangler.")
    dato = serializers.DateField(allow_null=True, help_text="Dagen for det som er registrert.")
    grunn = serializers.CharField(help_text="Kode for hvorfor, eller tom.")


class Status(serializers.Serializer):
    """What a person has registered of the checklist."""

    person = serializers.UUIDField()
    lov = serializers.ChoiceField(choices=[k.value for k in Lovkolonne], allow_null=True)
    punkter = Statuspunkt(many=True)


class Statusside(serializers.Serializer):
    """A page of what persons have registered."""

    statuser = Status(many=True)
    neste = neste()


class NyPerson(Strengt):
    """A person who has settled in the municipality."""

    duf = duf()
    fra = Dato(help_text="Første dag folkeregistrert i kommunen.")
    opplysninger = verdier_for(OPPLYSNINGER)()


class Oppslag(Strengt):
    """Whom one looks for."""

    duf = duf()


class Meldt(serializers.Serializer):
    """What was said is passed on to the county; more is not told."""

    melding = serializers.CharField()


class NyFlytting(Strengt):
    """Someone another municipality has, lives here now."""

    duf = duf()
    fra = Dato(help_text="Første dag i kommunen.")


class Flytting(serializers.Serializer):
    """A move that waits, or that is decided."""

    id = serializers.IntegerField()
    person = serializers.UUIDField(allow_null=True, help_text="Null: personen er ikke hos dere.")
    til_kommune = serializers.CharField()
    fra = serializers.DateField()
    meldt = serializers.DateTimeField()
    tilstand = serializers.ChoiceField(choices=FlyttesakTilstand.values)
    grunn = serializers.CharField()


class Flyttinger(serializers.Serializer):
    """The moves the municipality has a part in."""

    flyttinger = Flytting(many=True)


class Flyttesvar(Strengt):
    """Whether the person has moved; a no has a reason."""

    bekreft = Jafelt(help_text="true: personen har flyttet.")
    grunn = Tekstfelt(max_length=300, required=False, default="", allow_blank=True)


class Enkeltfeil(serializers.Serializer):
    """What is wrong with a field."""

    felt = serializers.CharField(help_text="Stien til feltet, for eksempel «verdier.startdato». Tom: hele.")
    melding = serializers.CharField()


class EnAvMange(Strengt):
    """One of many registrations that are sent together."""

    slag = Valgfelt(choices=list(FAKTATYPER))
    person = serializers.UUIDField(
        required=False,
        help_text="Personens nøkkel. Send enten den eller «duf».",
        error_messages={"invalid": _("Skriv nøkkelen som en UUID."), "null": _("Feltet kan ikke være null.")},
    )
    duf = duf()
    verdier = serializers.DictField(
        help_text="Som «verdier» når slaget registreres alene.",
        error_messages={
            "not_a_dict": _("Skriv et JSON-objekt."),
            "required": _("Feltet mangler."),
            "null": _("Feltet kan ikke være null."),
        },
    )

    def get_fields(self) -> dict[str, Any]:
        """Return the fields; the person may be named by either."""
        felt: dict[str, Any] = super().get_fields()
        felt["duf"].required = False
        return felt


class Mange(Strengt):
    """Many registrations."""

    registreringer = serializers.ListField(
        child=serializers.DictField(error_messages={"not_a_dict": _("Skriv et JSON-objekt.")}),
        min_length=1,
        max_length=FLEST_I_SAMLET,
        error_messages={
            "required": _("Feltet mangler."),
            "null": _("Feltet kan ikke være null."),
            "not_a_list": _("Skriv en liste."),
            "min_length": _("Send minst én registrering."),
            "max_length": _("Send høyst 200 registreringer om gangen."),
        },
    )


class Skjebne(serializers.Serializer):
    """What became of one of many."""

    nr = serializers.IntegerField(help_text="Plassen i det som ble sendt, fra 0.")
    utfall = serializers.ChoiceField(choices=["registrert", "uendret", "avvist"])
    registrering = serializers.UUIDField(allow_null=True)
    versjon = serializers.IntegerField(allow_null=True)
    feil = Enkeltfeil(many=True)


class Skjebner(serializers.Serializer):
    """What became of each."""

    registrert = serializers.IntegerField()
    uendret = serializers.IntegerField()
    avvist = serializers.IntegerField()
    resultat = Skjebne(many=True)


class Kode(serializers.Serializer):
    """A code, its names, and the days it may be chosen."""

    kode = serializers.CharField()
    navn_nb = serializers.CharField()
    navn_nn = serializers.CharField()
    gyldig_fra = serializers.DateField()
    gyldig_til = serializers.DateField(allow_null=True)
    kilde = serializers.CharField()
    sikkerhet = serializers.CharField()


class Kodeliste(serializers.Serializer):
    """A code list."""

    navn = serializers.CharField()
    tittel = serializers.CharField()
    koder = Kode(many=True)


class Kodelister(serializers.Serializer):
    """The code lists of the registrations, with their codes."""

    kodelister = Kodeliste(many=True)
