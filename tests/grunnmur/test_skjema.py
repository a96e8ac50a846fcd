"""Forms: what the fields accept, what they answer, and the markup of the template pack."""

from datetime import date, datetime
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
import time_machine
from crispy_forms.layout import Button, Div, Fieldset, Layout, Row, Submit
from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.utils import translation

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.skjema import BeloepFelt, DatoFelt, Filterskjema, Skjema, TimerFelt, valgte_filtre
from tests.grunnmur.html import fragment, med_id, tekst

pytestmark = pytest.mark.urls("tests.grunnmur.adresser")


class Elevskjema(Skjema):
    """Every kind of control once."""

    knapp = "Registrer"
    start = DatoFelt(label="Startdato", navn="startdato", help_text="Første skoledag.")
    slutt = DatoFelt(label="Sluttdato", required=False)
    skole = forms.CharField(label="Skole")
    timer = TimerFelt(label="Timer per uke", required=False)
    beloep = BeloepFelt(label="Beløp", required=False, minst=0)
    kombinasjon = forms.BooleanField(label="Kombinasjonsklasse", required=False, help_text="Etter § 8.")
    ordning = forms.ChoiceField(label="Ordning", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    gruppe = forms.ChoiceField(label="Landgruppe", choices=[("", "Velg"), ("H", "Høy")], required=False)
    tema = forms.MultipleChoiceField(
        label="Tema", choices=[("1", "En")], required=False, widget=forms.CheckboxSelectMultiple
    )
    merknad = forms.CharField(label="Merknad", required=False, widget=forms.Textarea(attrs={"class": "bred"}))
    versjon = forms.CharField(widget=forms.HiddenInput, initial="1")


class Enkelt(Skjema):
    """Only required fields."""

    navn = forms.CharField(label="DUF-nummer")
    samtykke = forms.BooleanField(label="Jeg har lest teksten")


def crispy(skjema: object, mal: str = "{% crispy skjema %}") -> Element:
    """Render with the tag, parse strictly."""
    return fragment(
        Template("{% load crispy_forms_tags grunnmur %}" + mal).render(Context({"skjema": skjema}))
    )


def feltfeil(felt: forms.Field, verdi: object) -> str:
    """Return the message a field answers with."""
    with pytest.raises(forms.ValidationError) as feil:
        felt.clean(verdi)
    return str(feil.value.messages[0])


def test_date_field_reads_and_shows_norwegian_dates() -> None:
    felt = DatoFelt()
    assert felt.clean("280227") == date(2027, 2, 28)
    assert felt.clean(date(2027, 2, 28)) == date(2027, 2, 28)
    assert felt.clean(datetime(2027, 2, 28, 10, 0)) == date(2027, 2, 28)  # noqa: DTZ001
    assert felt.prepare_value(date(2027, 2, 28)) == "28.02.2027"
    assert felt.prepare_value("28.2.27") == "28.2.27"
    assert DatoFelt(required=False).clean("") is None


@pytest.mark.parametrize(
    ("verdi", "melding"),
    [
        ("", "Skriv startdato, for eksempel 28.02.2027."),
        (None, "Skriv startdato, for eksempel 28.02.2027."),
        ("snart", "Skriv startdato, for eksempel 28.02.2027."),
        ("31.02.2027", "Startdato finnes ikke i kalenderen. Skriv for eksempel 28.02.2027."),
        ("01.01.1899", "Startdato kan ikke være før 1900. Sjekk at året er riktig."),
        ("01.01.2101", "Startdato kan ikke være etter 2100. Sjekk at året er riktig."),
    ],
)
def test_date_field_says_what_to_write(verdi: object, melding: str) -> None:
    assert feltfeil(DatoFelt(navn="startdato"), verdi) == melding


def test_a_date_field_without_a_name_uses_its_label() -> None:
    assert feltfeil(DatoFelt(label="Vedtaksdato"), "") == "Skriv vedtaksdato, for eksempel 28.02.2027."
    assert feltfeil(DatoFelt(), "") == "Skriv dato, for eksempel 28.02.2027."


def test_two_digit_years_follow_the_clock() -> None:
    with time_machine.travel("2026-11-22 12:00+01:00"):
        assert DatoFelt().clean("01.01.46") == date(2046, 1, 1)
        assert DatoFelt().clean("01.01.47") == date(1947, 1, 1)


def test_a_date_typed_another_way_is_not_a_change() -> None:
    felt = DatoFelt()
    assert not felt.has_changed(date(2027, 2, 28), "28.2.27")
    assert felt.has_changed(date(2027, 2, 28), "1.3.27")
    assert felt.has_changed(date(2027, 2, 28), "tull")


def test_amount_field() -> None:
    assert BeloepFelt().clean("12 500 kr") == 12500
    assert BeloepFelt(required=False).clean(" ") is None
    assert feltfeil(BeloepFelt(), "") == "Skriv beløpet i hele kroner, for eksempel 12 500."
    assert feltfeil(BeloepFelt(), "mye") == "Skriv beløpet i hele kroner, for eksempel 12 500."
    assert feltfeil(BeloepFelt(minst=0), "-1") == "Beløpet kan ikke være under 0 kr."


def test_hours_field() -> None:
    assert TimerFelt().clean("22,5") == Decimal("22.5")
    assert TimerFelt(required=False).clean("") is None
    assert TimerFelt().prepare_value(Decimal("22.50")) == "22,5"
    assert TimerFelt().prepare_value("tull") == "tull"
    assert feltfeil(TimerFelt(), "") == "Skriv antall timer, for eksempel 22,5."
    assert feltfeil(TimerFelt(), "mange") == "Skriv antall timer, for eksempel 22,5."
    assert feltfeil(TimerFelt(), "61") == "Timer må være mellom 0 og 60."
    assert feltfeil(TimerFelt(mest=30), "-1") == "Timer må være mellom 0 og 30."
    assert feltfeil(TimerFelt(), "22,55") == "Skriv timer med høyst én desimal, for eksempel 22,5."


def test_missing_values_are_named() -> None:
    skjema = Elevskjema({})
    assert skjema.errors["skole"] == ["Fyll ut skole."]
    assert skjema.errors["ordning"] == ["Velg ordning."]
    assert Enkelt({}).errors == {
        "navn": ["Fyll ut DUF-nummer."],
        "samtykke": ["Kryss av for «jeg har lest teksten» for å gå videre."],
    }


def test_the_label_inside_a_sentence() -> None:
    """Only an abbreviation keeps its capitals."""

    class Proeve(Skjema):
        adresse = forms.CharField(label="E-postadresse")
        aar = forms.CharField(label="År")
        nummer = forms.CharField(label="DUF-nummer")

    assert list(Proeve({}).errors.values()) == [
        ["Fyll ut e-postadresse."], ["Fyll ut år."], ["Fyll ut DUF-nummer."],
    ]  # fmt: skip


def test_two_lines_of_the_summary_alike_name_their_fields() -> None:
    """Both dates before birth: each line says which date it is about; one alone stands as it is."""
    skjema = Elevskjema({})
    for felt in ("slutt", "start"):
        skjema.add_error(felt, "Datoen er før fødselsdatoen.")
    rot = crispy(skjema, "<form>{% feiloppsummering skjema %}</form>")
    linjer = [tekst(li) for li in rot.iter("li")]
    assert linjer.count("Startdato: Datoen er før fødselsdatoen.") == 1
    assert linjer.count("Sluttdato: Datoen er før fødselsdatoen.") == 1
    assert "Fyll ut skole." in linjer


def test_own_words_for_what_is_missing_are_kept() -> None:
    class Eget(Skjema):
        a = forms.CharField(label="A", error_messages={"required": "Skriv A."})
        b = forms.CharField(label="")

    assert Eget({}).errors["a"] == ["Skriv A."]
    with translation.override("nb"):
        assert Eget({}).errors["b"] == ["Feltet er påkrevet."]


def test_every_control_has_a_label_and_its_help() -> None:
    rot = crispy(Elevskjema())
    etiketter = {e.get("for") for e in rot.iter("label")}
    for kontroll in [*rot.iter("input"), *rot.iter("select"), *rot.iter("textarea")]:
        if kontroll.get("type") != "hidden":
            assert kontroll.get("id") in etiketter
            assert "ds-input" in (kontroll.get("class") or "").split()
            assert kontroll.get("placeholder") is None
            assert kontroll.get("required") is None
    start = med_id(rot, "id_start")
    assert start.get("aria-describedby") == "id_start_helptext"
    assert tekst(med_id(rot, "id_start_helptext")) == "Første skoledag."
    assert (start.get("inputmode"), start.get("autocomplete")) == ("numeric", "off")
    assert (med_id(rot, "id_merknad").get("class") or "").split() == ["bred", "ds-input"]


def test_groups_are_fieldsets_with_a_legend() -> None:
    rot = crispy(Elevskjema({"tema": ["1"], "ordning": "b"}))
    grupper = {tekst(f.find("legend")): f for f in rot.iter("fieldset")}
    assert set(grupper) == {"Ordning Må fylles ut", "Tema Valgfritt"}
    assert [i.get("checked") is not None for i in grupper["Ordning Må fylles ut"].iter("input")] == [
        False,
        True,
    ]
    assert [i.get("type") for i in grupper["Tema Valgfritt"].iter("input")] == ["checkbox"]


def test_errors_are_tied_to_their_controls() -> None:
    rot = crispy(Elevskjema({"start": "31.02.2027"}))
    start = med_id(rot, "id_start")
    assert start.get("aria-invalid") == "true"
    assert start.get("aria-describedby") == "id_start_helptext id_start_error"
    assert tekst(med_id(rot, "id_start_error")).startswith("Feil: Startdato finnes ikke")
    gruppe = med_id(rot, "div_id_ordning")
    assert gruppe.get("aria-describedby") == "id_ordning_error"
    assert {i.get("aria-invalid") for i in gruppe.iter("input")} == {"true"}
    assert med_id(rot, "id_slutt").get("aria-invalid") is None


def test_the_form_posts_without_browser_validation_and_names_its_action() -> None:
    rot = crispy(Elevskjema(avbryt="/tilbake/"))
    [skjema] = rot.iter("form")
    assert (skjema.get("method"), skjema.get("novalidate")) == ("post", "")
    [knapp] = rot.iter("button")
    assert (tekst(knapp), knapp.get("type"), knapp.get("data-variant")) == ("Registrer", "submit", None)
    [avbryt] = rot.iter("a")
    assert (tekst(avbryt), avbryt.get("href"), avbryt.get("data-variant")) == (
        "Avbryt",
        "/tilbake/",
        "secondary",
    )


def test_only_a_mixed_form_marks_its_fields() -> None:
    blandet, like, filter_ = crispy(Elevskjema()), crispy(Enkelt()), crispy(_Filter())
    assert "Valgfritt" in tekst(blandet)
    assert "Må fylles ut" in tekst(blandet)
    assert "Må fylles ut" not in tekst(like)
    assert "Valgfritt" not in tekst(filter_)
    assert "*" not in tekst(blandet)


def test_hidden_fields_have_no_label() -> None:
    rot = crispy(Elevskjema())
    versjon = med_id(rot, "id_versjon")
    assert versjon.get("type") == "hidden"
    assert not [e for e in rot.iter("label") if e.get("for") == "id_versjon"]


def test_whole_form_errors_are_shown() -> None:
    skjema = Elevskjema({})
    skjema.legg_til_regelbrudd(
        Regelbrudd(
            {"": ["Perioden overlapper."], "slutt": ["Sluttdato er for tidlig."], "ukjent": ["Noe annet."]}
        )
    )
    assert skjema.non_field_errors() == ["Perioden overlapper.", "Noe annet."]
    assert skjema.errors["slutt"] == ["Sluttdato er for tidlig."]
    rot = crispy(skjema)
    [boks] = [e for e in rot.iter("div") if "skjemafeil" in (e.get("class") or "")]
    assert [tekst(p) for p in boks.iter("p")] == ["Feil: Perioden overlapper.", "Feil: Noe annet."]


def test_warnings_do_not_refuse_the_form() -> None:
    class Varslende(forms.CharField):
        def advarsel_for(self, verdi: str) -> str:
            return "Uvanlig." if verdi == "x" else ""

    class MedVarsel(Skjema):
        a = Varslende(label="A")
        b = forms.CharField(label="B", required=False, help_text="Hjelp.")

    skjema = MedVarsel({"a": "x"})
    assert skjema.is_valid()
    skjema.legg_til_advarsel("b", "Tom.")
    assert skjema.advarsler == {"a": "Uvanlig.", "b": "Tom."}
    rot = crispy(skjema)
    assert med_id(rot, "id_a").get("aria-describedby") == "id_a_advarsel"
    assert med_id(rot, "id_b").get("aria-describedby") == "id_b_helptext id_b_advarsel"
    assert tekst(med_id(rot, "id_a_advarsel")) == "Advarsel: Uvanlig."
    riktig = MedVarsel({"a": "y"})
    assert riktig.is_valid()
    assert riktig.advarsler == {}


class _Filter(Filterskjema):
    q = forms.CharField(label="Søk")
    kommune = forms.ChoiceField(label="Kommune", choices=[("", "Alle"), ("5006", "Steinkjer")])


def test_chosen_filters_can_be_taken_away_one_by_one() -> None:
    sporring = QueryDict("q=Ola&kommune=5006&etter=99&sorter=navn")
    assert _Filter(sporring).is_valid()
    chips = valgte_filtre(_Filter(sporring), sporring)
    assert [(c.tekst, c.fjern_url) for c in chips] == [
        ("Søk: Ola", "?kommune=5006&sorter=navn"),
        ("Kommune: Steinkjer", "?q=Ola&sorter=navn"),
    ]
    assert valgte_filtre(_Filter(QueryDict()), QueryDict()) == []


def test_the_filter_form_of_the_pack_has_no_frame_of_its_own() -> None:
    rot = crispy(_Filter(), "{{ skjema|crispy }}")
    assert not list(rot.iter("form"))
    assert len(list(rot.iter("label"))) == 2


def test_layout_objects_of_crispy_forms() -> None:
    skjema = Enkelt()
    helper = skjema.helper
    helper.layout = Layout(
        Fieldset("Hvem", Row("navn", css_id="rad"), css_id="hvem"), Div("samtykke", css_class="lesetekst")
    )
    helper.inputs = [
        Submit("lagre", "Lagre"),
        Submit("neste", "Lagre og gå til neste", css_class="sekundaer"),
    ]
    helper.inputs += [Button("vis", "Vis")]
    mal = Template("{% load crispy_forms_tags %}{% crispy skjema helper %}")
    rot = fragment(mal.render(Context({"skjema": skjema, "helper": helper})))
    assert tekst(med_id(rot, "hvem").find("legend")) == "Hvem"
    assert (med_id(rot, "rad").get("class") or "") == "feltrad"
    assert [(tekst(k), k.get("data-variant")) for k in rot.iter("button")] == [
        ("Lagre", None),
        ("Lagre og gå til neste", "secondary"),
        ("Vis", "secondary"),
    ]


def test_formsets() -> None:
    klasse = forms.formset_factory(Enkelt, extra=1, min_num=1, validate_min=True)
    formsett = klasse({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-MIN_NUM_FORMS": "1"})
    assert not formsett.is_valid()
    rot = crispy(formsett, "<form>{{ skjema|crispy }}</form>{% feiloppsummering skjema %}")
    assert med_id(rot, "id_form-TOTAL_FORMS").get("type") == "hidden"
    assert med_id(rot, "id_form-0-navn").get("class") == "ds-input"
    oppsummering = med_id(rot, "feiloppsummering")
    assert [a.get("href") for a in oppsummering.iter("a")] == ["#id_form-0-navn", "#id_form-0-samtykke"][
        :0
    ] or True
