"""Names that cannot be anyone's: given names of many origins, family names made of weather.

No list of real people lies behind them; the family names are chosen so that nobody is called that.
"""

from __future__ import annotations

from random import Random

# Given names by the letters of the citizenship: (women, men).
FORNAVN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "UKR": (
        ("Oksana", "Iryna", "Kateryna", "Natalija", "Olena", "Solomija", "Daryna", "Halyna"),
        ("Andrij", "Bohdan", "Dmytro", "Mykola", "Taras", "Jurij", "Ostap", "Vasyl"),
    ),
    "SYR": (
        ("Amal", "Rima", "Hanan", "Nour", "Salma", "Yara", "Lina", "Dima"),
        ("Anas", "Karim", "Omar", "Samir", "Tarek", "Yazan", "Ziad", "Bassam"),
    ),
    "AFG": (
        ("Parwana", "Laila", "Shabnam", "Zohra", "Mina", "Farida", "Nilofar"),
        ("Farhad", "Jawad", "Najib", "Rahim", "Sohrab", "Walid", "Zaman"),
    ),
    "ERI": (
        ("Selam", "Luwam", "Winta", "Rahel", "Senait", "Feven", "Azmera"),
        ("Filmon", "Kidane", "Merhawi", "Natnael", "Robel", "Yonas", "Tesfay"),
    ),
    "SOM": (
        ("Hodan", "Ifrah", "Sahra", "Ubah", "Fartun", "Idil", "Nimo"),
        ("Abdirahim", "Guled", "Liban", "Mahad", "Sharmarke", "Warsame", "Bile"),
    ),
    "COD": (
        ("Aimée", "Divine", "Furaha", "Grâce", "Neema", "Sifa", "Zawadi"),
        ("Baraka", "Espoir", "Héritier", "Innocent", "Patient", "Trésor", "Bahati"),
    ),
    "TUR": (
        ("Defne", "Elif", "Esra", "Nur", "Selin", "Zeynep"),
        ("Baran", "Emre", "Kerem", "Mert", "Serkan", "Yusuf"),
    ),
    "VEN": (
        ("Camila", "Gabriela", "Mariana", "Valentina", "Ximena", "Luz"),
        ("Andrés", "Diego", "Joaquín", "Mateo", "Santiago", "Rafael"),
    ),
    "THA": (
        ("Anong", "Busaba", "Kanya", "Malee", "Ploy", "Suda"),
        ("Anan", "Chai", "Kittisak", "Niran", "Somchai", "Tawan"),
    ),
    "USA": (
        ("Amber", "Harper", "Joyce", "Megan", "Riley"),
        ("Austin", "Dylan", "Logan", "Mason", "Wyatt"),
    ),
}
_FOERSTE = (
    "Måne", "Regnbue", "Tåke", "Nordlys", "Stjerne", "Snøkrystall", "Morgendugg", "Bølgeskum", "Lyngbris",
    "Bregne", "Kobberglans", "Eventyr", "Torden", "Solskinns", "Skumring", "Vårvind", "Høstløv", "Drømme",
    "Isblomst", "Havgule",
)  # fmt: skip
SISTE = (
    "skog", "kvist", "brønn", "sti", "glød", "lykt", "vinge", "tinde", "hage", "fjær", "klang", "trapp",
    "spire",
)  # fmt: skip


def fornavn(terning: Random, land: str, kvinne: bool) -> str:
    """Return a given name that people from the country may have."""
    kvinner, menn = FORNAVN[land]
    return terning.choice(kvinner if kvinne else menn)


def etternavn(terning: Random) -> str:
    """Return a family name nobody has, e.g. «Tåkelykt»."""
    return terning.choice(_FOERSTE) + terning.choice(SISTE)
