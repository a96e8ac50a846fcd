"""What a file may look like, and what is said when it cannot be used at all."""

import gc

import pytest

from integrering.grunnmur.feil import Regelbrudd
from integrering.utveksling.importering.les import Fil, les_fil, uten_opprydding

KJENTE = ("duf", "navn", "fra")


def les(innhold: str | bytes) -> Fil:
    return les_fil(
        innhold.encode() if isinstance(innhold, str) else innhold, kjente=KJENTE, paakrevde=("duf", "navn")
    )


@pytest.mark.parametrize(
    "innhold",
    [
        "duf;navn\n1;Åse\n".encode(),
        b"\xef\xbb\xbf" + "duf;navn\n1;Åse\n".encode(),
        "duf;navn\n1;Åse\n".encode("iso-8859-1"),
        "duf\tnavn\r\n1\tÅse\r\n".encode(),
        "duf;navn\r1;Åse\r".encode(),
        'duf;navn\n"1";"Åse"\n'.encode(),
        "\n\nduf;navn\n\n1;Åse\n;\n".encode(),
        "DUF ; Navn\n1;Åse;;\n".encode(),
    ],
    ids=["utf-8", "bom", "latin-1", "tab", "cr", "anførsel", "tomme linjer", "tomme celler bakerst"],
)
def test_samme_fil_paa_mange_maater(innhold: bytes) -> None:
    rader = les(innhold).rader
    assert [(r.celler, r.feil) for r in rader] == [(["1", "Åse"], "")]


def test_linjenummeret_er_filens() -> None:
    fil = les('duf;navn\n\n1;Åse\n2;"Per\nKari"\n3;Ola\n')
    assert [(r.linje, r.feil) for r in fil.rader] == [(3, ""), (4, "navn: cellen har linjeskift"), (6, "")]


@pytest.mark.parametrize(
    ("innhold", "melding"),
    [
        (b"", "Filen er tom."),
        (b"\n \n", "Filen er tom."),
        ("duf;navn\n", "Filen har ingen rader under overskriften."),
        ("duf;fra\n1;2\n", "Overskriften mangler kolonnen navn."),
        ("a;b\n1;2\n", "Overskriften mangler kolonnene duf, navn."),
        ("duf;navn;Navn\n1;2;3\n", "Overskriften har flere kolonner med samme navn: navn."),
        ("duf,navn\n1,2\n", "Filen er delt med komma."),
        (b"duf;navn\n1;A\x00se\n", "Linje 2 inneholder nulltegn."),
        (b"duf;navn\n1;\xc3\x85se\n2;K\xe5re\n", "Linje 3 har tegn som ikke er gyldig UTF-8."),
        (b"\xef\xbb\xbfduf;navn\n1;\xe5\n", "Linje 2 har tegn som ikke er gyldig UTF-8."),
        ("duf;navn\n1;Åse\n".encode("utf-16"), "Filen er lagret som UTF-16."),
        (b"PK\x03\x04resten", "Regnearket er ødelagt"),
        ('duf;navn\n1;A\n2;"Åse\n3;Ola\n', "Linje 3: et anførselstegn"),
        ('duf;navn\n1;A\n2;"Åse"x\n', "Linje 3: et anførselstegn"),
        (f"duf;navn\n1;{'A' * 131_073}\n", "Linje 2: en celle har mer enn 131072 tegn"),
    ],
)
def test_filen_avvises(innhold: str | bytes, melding: str) -> None:
    with pytest.raises(Regelbrudd) as feil:
        les(innhold)
    assert str(feil.value).startswith(melding)


@pytest.mark.parametrize(
    ("rad", "melding"),
    [
        ("1", "raden har 1 celle, men overskriften har 2"),
        ("1;2;3", "raden har 3 celler, men overskriften har 2"),
        ("1;A\x07se", "navn: cellen har tegn som ikke kan leses; lagre filen som «CSV UTF-8»"),
    ],
)
def test_raden_avvises(rad: str, melding: str) -> None:
    assert les(f"duf;navn\n{rad}\n2;B\n").rader[0].feil == melding


def test_ukjente_kolonner_nevnes_og_svarkolonner_er_kjent() -> None:
    assert les("duf;navn;Farge;status;feil\n1;A;gul;ny;\n").ukjente == ["Farge"]


@pytest.mark.parametrize(
    ("tekst", "luft"),
    [
        ("duf;navn\n1;A B\n", False),
        ("duf;navn\n1; A\n", True),
        ("duf;navn\n1;A \n", True),
        ("duf;navn\n1;A\u00a0", True),
    ],
)
def test_luft_rundt_cellene(tekst: str, luft: bool) -> None:
    assert les(tekst).har_luft is luft


def test_opprydningen_er_som_foer_etterpaa() -> None:
    assert gc.isenabled()
    with uten_opprydding(), uten_opprydding():
        assert not gc.isenabled()
    assert gc.isenabled()
