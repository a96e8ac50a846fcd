"""Components and base template: strict markup, and rules every template keeps."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.skjema import Chip, DatoFelt, Skjema
from tests.grunnmur.html import fragment, med_id, side, tekst

MALER = sorted(Path(settings.BASE_DIR / "templates").rglob("*.html"))
IDAG = date(2026, 11, 22)

FORBUDT = {
    "style=": re.compile(r"\sstyle\s*=", re.I),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.I),
    "on*=": re.compile(r"\son[a-z]+\s*=", re.I),
    "javascript:": re.compile(r"javascript:", re.I),
    "tabindex > 0": re.compile(r"tabindex\s*=\s*[\"']?[1-9]", re.I),
    "disabled": re.compile(r"\sdisabled(?=[\s>=])", re.I),
    "klikk her": re.compile(r"klikk her", re.I),
    "|safe": re.compile(r"\|\s*safe\b"),
    "autoescape off": re.compile(r"autoescape\s+off"),
    "placeholder": re.compile(r"\splaceholder\s*=", re.I),
    "address of others": re.compile(r"(src|href)\s*=\s*[\"']?(https?:)?//", re.I),
}
# Digdir's words for buttons: «Slett» not «Fjern», «Endre» not «Rediger» [D6].
ORD = re.compile(r">\s*(?:\{% translate \")?(Fjern|Rediger|Submit|OK|Vennligst)\b", re.I)


def vis(mal: str, **kontekst: Any) -> str:
    """Render a template source."""
    return Template("{% load grunnmur %}" + mal).render(Context(kontekst))


@pytest.mark.parametrize("fil", MALER, ids=lambda f: str(f.relative_to(settings.BASE_DIR)))
def test_template_keeps_the_house_rules(fil: Path) -> None:
    kilde = fil.read_text(encoding="utf-8")
    brudd = [navn for navn, moenster in FORBUDT.items() if moenster.search(kilde)]
    assert brudd == []
    # Branches of an {% if %} may each have their own.
    assert all(len(re.findall(r"<h1\b", gren)) <= 1 for gren in re.split(r"\{% el(?:se|if)", kilde))
    assert not ORD.search(kilde)
    for bilde in re.findall(r"<img\b[^>]*>", kilde):
        assert " alt=" in bilde


@pytest.mark.parametrize("fil", MALER, ids=lambda f: str(f.relative_to(settings.BASE_DIR)))
def test_every_table_has_a_caption_and_scoped_heads(fil: Path) -> None:
    kilde = fil.read_text(encoding="utf-8")
    assert kilde.count("<table") == kilde.count("<caption")
    assert all(" scope=" in th for th in re.findall(r"<th\b[^>]*>", kilde))


@pytest.mark.parametrize("fil", MALER, ids=lambda f: str(f.relative_to(settings.BASE_DIR)))
def test_template_compiles(fil: Path) -> None:
    Template(fil.read_text(encoding="utf-8"))


def grunnside(**kontekst: Any) -> Any:
    """Render the base template and parse the page."""
    return side(render_to_string("base.html", kontekst))


INNLOGGET = {
    "aktoer": SimpleNamespace(
        navn="Kari Demo", virksomhet_navn="Steinkjer kommune", rollenavn="Flyktningtjeneste", kan_bytte=True
    ),
    "user": SimpleNamespace(is_authenticated=True),
    "meny": [
        SimpleNamespace(url="/", tekst="Personer", aktiv=True),
        SimpleNamespace(url="/t/", tekst="Tilskudd", aktiv=False),
    ],
    "versjon": "1.2.3",
    "tilgjengelighet_url": "/erklaering/",
}


@pytest.mark.urls("tests.grunnmur.adresser")
@pytest.mark.parametrize("spraak", ["nb", "nn"])
def test_the_page_says_who_you_are_and_for_whom(spraak: str) -> None:
    with translation.override(spraak):
        rot = grunnside(**INNLOGGET, demo=True, request=RequestFactory().get("/t/?q=1"))
    assert rot.get("lang") == spraak
    topp = tekst(next(rot.iter("header")))
    assert "Kari Demo" in topp
    assert "representerer Steinkjer kommune" in topp
    assert {f.get("action") for f in rot.iter("form")} == {"/spraak/", "/logg-ut/", "/soek/"}
    assert [i.get("value") for i in rot.iter("input") if i.get("name") == "next"] == ["/t/?q=1"]
    [naa] = [a for a in rot.iter("a") if a.get("aria-current") == "true"]
    assert tekst(naa) == "Personer"
    assert "1.2.3" in tekst(next(rot.iter("footer")))
    assert "/erklaering/" in {a.get("href") for a in rot.iter("a")}


@pytest.mark.urls("tests.grunnmur.adresser")
def test_the_page_has_one_main_a_skip_link_and_named_landmarks() -> None:
    rot = grunnside(**INNLOGGET)
    [hoved] = rot.iter("main")
    assert hoved.get("id") == "innhold"
    assert next(rot.iter("a")).get("href") == "#innhold"
    navn = [n.get("aria-label") for n in rot.iter("nav")]
    assert all(navn)
    assert len(navn) == len(set(navn))
    assert not list(rot.iter("style"))
    assert all(s.get("src") for s in rot.iter("script"))


@pytest.mark.urls("tests.grunnmur.adresser")
def test_a_visitor_sees_no_menu_and_no_way_out() -> None:
    rot = grunnside()
    assert [n.get("aria-label") for n in rot.iter("nav")] == ["Du er her"]
    assert "Logg ut" not in tekst(rot)
    assert "Demo:" not in tekst(rot)


@pytest.mark.urls("tests.grunnmur.adresser")
@pytest.mark.parametrize("nivaa", ["success", "warning", "error", "info"])
def test_messages_are_announced_politely(nivaa: str) -> None:
    class Melding(str):
        level_tag = nivaa

    rot = grunnside(messages=[Melding("Periode registrert for Test Person.")])
    omraade = med_id(rot, "meldinger")
    assert omraade.get("aria-live") == "polite"
    assert "Periode registrert" in tekst(omraade)
    farge = {"error": "danger"}.get(nivaa, nivaa)
    assert [d.get("data-color") for d in omraade.iter("div") if d.get("data-color")] == [farge]


class Skjemaet(Skjema):
    start = DatoFelt(label="Startdato", navn="startdato")
    ordning = forms.ChoiceField(label="Ordning", choices=[("a", "A")], widget=forms.RadioSelect)
    versjon = forms.CharField(widget=forms.HiddenInput, error_messages={"required": "Siden er for gammel."})


@pytest.mark.urls("tests.grunnmur.adresser")
def test_errors_come_first_in_main_and_in_the_title() -> None:
    skjema = Skjemaet({})
    skjema.add_error(None, "Perioden overlapper.")
    rot = grunnside(skjema=skjema)
    assert tekst(next(rot.iter("title"))).startswith("Feil: ")
    oppsummering = next(iter(next(rot.iter("main"))))
    assert oppsummering.get("id") == "feiloppsummering"
    assert oppsummering.get("tabindex") == "-1"
    assert tekst(next(oppsummering.iter("h2"))) == "For å gå videre må du rette opp følgende feil"
    assert [tekst(li) for li in oppsummering.iter("li")] == [
        "Perioden overlapper.",
        "Skriv startdato, for eksempel 28.02.2027.",
        "Velg ordning.",
        "Siden er for gammel.",
    ]
    assert [a.get("href") for a in oppsummering.iter("a")] == ["#id_start", "#id_ordning_0"]


@pytest.mark.urls("tests.grunnmur.adresser")
def test_no_errors_no_summary() -> None:
    for rot in (grunnside(skjema=Skjemaet()), grunnside()):
        assert not [e for e in rot.iter() if e.get("id") == "feiloppsummering"]
        assert not tekst(next(rot.iter("title"))).startswith("Feil")


@pytest.mark.urls("tests.grunnmur.adresser")
@pytest.mark.parametrize("mal", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
@pytest.mark.parametrize("spraak", ["nb", "nn"])
def test_error_pages(mal: str, spraak: str) -> None:
    with translation.override(spraak):
        rot = side(render_to_string(mal, {"feilkode": "A12"}))
    assert len(list(rot.iter("h1"))) == 1
    assert tekst(next(rot.iter("title"))).endswith("– Integrering")
    if mal == "500.html":
        assert "A12" in tekst(rot)


def test_table_frame_can_be_reached_and_is_named_by_its_caption() -> None:
    html = vis('{% tabell "Én & to" %}<tbody><tr><td>1</td></tr></tbody>{% endtabell %}' * 2)
    rammer = list(fragment(html))
    assert [r.get("tabindex") for r in rammer] == ["0", "0"]
    identer = [r.get("aria-labelledby") for r in rammer]
    assert len(set(identer)) == 2
    assert [c.get("id") for r in rammer for c in r.iter("caption")] == identer
    assert tekst(next(rammer[0].iter("caption"))) == "Én & to"


def test_table_options() -> None:
    rot = fragment(
        vis('{% tabell t id="x" tett=True skjult_tittel=True klasse="k" %}{% endtabell %}', t="Liste")
    )
    assert next(rot.iter("table")).get("class") == "ds-table tett k"
    assert med_id(rot, "x").get("class") == "ds-sr-only"
    with pytest.raises(TemplateSyntaxError):
        vis("{% tabell %}{% endtabell %}")


def test_a_stacked_table_says_what_its_parts_are() -> None:
    """Each cell has its column's heading, after a heading over several columns and a cell over several."""
    rot = fragment(
        vis(
            '{% tabell "T" stables=True %}<thead>'
            '<tr><td></td><th scope="col">Sted</th><th scope="colgroup" colspan="2">Norsk</th></tr>'
            '<tr><th scope="col">Navn</th><th scope="col"></th>{% sorter "Timer" "t" %}'
            '<th scope="col">F &amp; f</th></tr></thead><tbody><tr class="x"><th scope="row">A</th>'
            '<td>1</td><td>2</td><td class="tall">3</td></tr></tbody>'
            '<tfoot><tr><th scope="row" colspan="2">Sum</th><td>2</td><td></td></tr></tfoot>{% endtabell %}',
            request=RequestFactory().get("/"),
        )
    )
    assert next(rot.iter("table")).get("role") == "table"
    assert [e.get("role") for e in rot.iter("tr")] == ["row"] * 4
    assert [e.get("role") for e in rot.iter() if e.tag in ("thead", "tbody", "tfoot")] == ["rowgroup"] * 3
    assert [e.get("role") for e in rot.iter("th")] == ["columnheader"] * 6 + ["rowheader"] * 2
    ledetekster = [e.get("data-ledetekst") for e in rot.iter("td") if e.get("data-ledetekst")]
    assert ledetekster == ["Sted", "Norsk: Timer", "Norsk: F & f", "Norsk: Timer", "Norsk: F & f"]


@pytest.mark.parametrize(
    ("naa", "neste", "aria"),
    [("navn", "-navn", "ascending"), ("-navn", "navn", "descending"), ("", "navn", None)],
)
def test_sorting_is_a_link_that_keeps_the_filter(naa: str, neste: str, aria: str | None) -> None:
    foresp = RequestFactory().get("/?q=a&etter=9")
    html = vis(
        '{% tabell "T" %}<thead><tr>{% sorter "Navn" "navn" naa %}</tr></thead>{% endtabell %}',
        request=foresp,
        naa=naa,
    )
    hode = next(fragment(html).iter("th"))
    assert hode.get("aria-sort") == aria
    assert next(hode.iter("a")).get("href") == f"?q=a&sorter={neste}"


def test_status_and_conditions_speak_in_words() -> None:
    assert tekst(fragment(vis('{% status "Mangler" "danger" %}'))) == "Mangler"
    rot = fragment(
        vis('<ul>{% vilkaar True "Vedtak" %}{% vilkaar False "Start" "Kommunen må registrere." %}</ul>')
    )
    assert [tekst(li) for li in rot.iter("li")] == [
        "✓ Oppfylt: Vedtak",
        "✗ Ikke oppfylt: Start Kommunen må registrere.",
    ]


@pytest.mark.parametrize(
    ("dag", "ventet", "farge"),
    [
        (date(2026, 11, 14), "8 dager over frist", "danger"),
        (date(2026, 11, 21), "1 dag over frist", "danger"),
        (date(2026, 11, 22), "Frist i dag", "warning"),
        (date(2026, 11, 23), "Om 1 dag", "warning"),
        (date(2026, 11, 28), "Om 6 dager", "warning"),
        (date(2027, 1, 31), "Frist 31.01.2027", "neutral"),
    ],
)
def test_deadlines_in_words(dag: date, ventet: str, farge: str) -> None:
    assert visning.frist(dag, IDAG) == visning.Frist(ventet, farge, dag)
    assert ventet in tekst(fragment(vis("{% frist dag idag %}", dag=dag, idag=IDAG)))


def test_summary_rows() -> None:
    rader = (
        '{% punkt "Vedtaksdato" "03.09.2026" "/e/" "vedtaksdato for Test" %}{% punkt "Timer" 0 %}'
        '{% punkt "Startdato" "" "/s/" "" "Legg inn startdato" %}{% punkt "Sluttdato" %}'
    )
    rot = fragment(f"<dl>{vis(rader)}</dl>")
    assert [tekst(d) for d in rot.iter("dd")] == [
        "03.09.2026",
        "Endre vedtaksdato for Test",
        "0",
        "Legg inn startdato",
        "Ikke oppgitt",
    ]


def test_breadcrumb_marks_the_page_itself() -> None:
    rot = fragment("<ol>" + vis('{% smule "Personer" "/p/" %} {% smule navn %}', navn="Test <b>") + "</ol>")
    assert [e.get("aria-current") for e in rot.iter("span")] == ["page"]
    assert tekst(rot) == "Personer Test <b>"


INNHOLD: list[tuple[str, dict[str, Any], str]] = [
    ("historikk", {"hendelser": []}, "Ingen hendelser er registrert."),
    (
        "historikk",
        {
            "hendelser": [
                {
                    "tittel": "Vedtak rettet",
                    "tidspunkt": datetime(2026, 11, 22, 9, 32, tzinfo=UTC),
                    "hvem": "Kari Demo",
                    "aarsak": "Feil dato",
                    "beskrivelse": "Ny dato",
                    "status": "Gjeldende",
                }
            ]
        },
        "22.11.2026 kl. 10.32 · Kari Demo",
    ),
    (
        "personlinje",
        {
            "navn": "Test Person",
            "duf": "209900000103",
            "foedselsdato": IDAG,
            "kommune": "Oppdal",
            "skjermet": True,
            "statuser": [{"tekst": "Kap. 6A", "farge": "info"}],
        },
        "2099 000001 03",
    ),
    ("personlinje", {"navn": "Test Person"}, "Test Person"),
    (
        "tomt",
        {"tekst": "Ingen oppgaver.", "lenke": "/x/", "lenketekst": "Se alle"},
        "Ingen oppgaver. Se alle",
    ),
    ("sider", {"neste": "?etter=1", "antall": "50 av 213"}, "Neste 50 av 213"),
    ("sider", {"forrige": "?foer=1"}, "Forrige"),
    ("sider", {}, ""),
    (
        "faner",
        {"navn": "Oppgaver", "faner": [{"url": "?a", "tekst": "Over frist", "antall": 0, "aktiv": True}]},
        "Over frist (0)",
    ),
    (
        "framdrift",
        {"tittel": "Beregner", "prosent": 40, "melding": "Steg 2", "url": "/jobber/1/"},
        "Beregner Steg 2 40 %",
    ),
    ("framdrift", {"tittel": "Beregner", "prosent": 100, "ferdig": True, "melding": "Ferdig"}, "Ferdig"),
    (
        "filter",
        {"filterskjema": Skjemaet(), "chips": [Chip("Søk: Ola", "?")], "nullstill": "/p/"},
        "Ta bort filteret Søk: Ola",
    ),
]


@pytest.mark.parametrize(("navn", "kontekst", "ventet"), INNHOLD)
def test_components(navn: str, kontekst: dict[str, Any], ventet: str) -> None:
    assert ventet in tekst(fragment(render_to_string(f"komponenter/{navn}.html", kontekst)))


def test_progress_polls_until_done_and_works_without_javascript() -> None:
    venter = render_to_string("komponenter/framdrift.html", {"tittel": "B", "url": "/j/"})
    ferdig = render_to_string("komponenter/framdrift.html", {"tittel": "B", "url": "/j/", "ferdig": True})
    assert 'hx-get="/j/"' in venter
    assert "<noscript>" in venter
    assert "hx-get" not in ferdig
    assert 'http-equiv="refresh"' in render_to_string("komponenter/oppfrisk.html", {})
    assert "refresh" not in render_to_string("komponenter/oppfrisk.html", {"ferdig": True})


@pytest.mark.urls("tests.grunnmur.adresser")
def test_check_answers_page() -> None:
    rot = side(render_to_string("komponenter/kontroller.html", {"avbryt": "/p/", "knapp": "Lås kvartalet"}))
    assert tekst(next(rot.iter("h1"))) == "Kontroller svarene"
    assert "Lås kvartalet" in [tekst(k) for k in rot.iter("button")]


@pytest.mark.parametrize(
    ("mal", "verdi", "ventet"),
    [
        ("{{ v|kroner }}", 61725, "61\u00a0725\u00a0kr"),
        ("{{ v|kroner }}", None, ""),
        ("{{ v|tall }}", -1234, "\u22121\u00a0234"),
        ("{{ v|tall }}", None, ""),
        ("{{ v|dato }}", date(2014, 6, 5), "05.06.2014"),
        ("{{ v|dato }}", datetime(2014, 6, 4, 22, 30, tzinfo=UTC), "05.06.2014"),
        ("{{ v|dato }}", datetime(2014, 6, 5, 1, 0), "05.06.2014"),  # noqa: DTZ001
        ("{{ v|dato }}", None, ""),
        ("{{ v|tidspunkt }}", datetime(2014, 6, 5, 8, 32, tzinfo=UTC), "05.06.2014 kl. 10.32"),
        ("{{ v|tidspunkt }}", datetime(2014, 6, 5, 8, 32), "05.06.2014 kl. 08.32"),  # noqa: DTZ001
        ("{{ v|tidspunkt }}", None, ""),
        ("{{ v|kvartal }}", Kvartal(2023, 4), "4. kvartal 2023"),
        ("{{ v|kvartal }}", "2023K4", "4. kvartal 2023"),
        ("{{ v|kvartal }}", None, ""),
        ("{{ v|duf }}", "209900000103", "2099 000001 03"),
        ("{{ v|duf }}", "123", "123"),
        ("{{ v|duf }}", None, ""),
        ("{% periode v v %}", date(2027, 1, 2), "02.01.2027–02.01.2027"),
        ("{% periode v None %}", date(2027, 1, 2), "fra 02.01.2027"),
        ("{% periode None v %}", date(2027, 1, 2), "til 02.01.2027"),
        ("{% periode None None %}", None, ""),
    ],
)
def test_how_values_are_written(mal: str, verdi: object, ventet: str) -> None:
    with translation.override("nb"):
        assert vis(mal, v=verdi) == ventet
