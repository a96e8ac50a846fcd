"""Refresh the third-party front-end files kept in the repository.

``python scripts/vendor.py`` fetches each package with ``npm pack`` (the registry is whatever npm is
configured with), checks npm's own sha512, copies only the files we serve and rewrites
``static/vendor/vendor.lock.json``. ``--sjekk`` only re-hashes what lies in the tree.
The lock holds name, version, integrity and sha256 per file, and no addresses.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROT = Path(__file__).resolve().parent.parent
LAAS = ROT / "static" / "vendor" / "vendor.lock.json"


@dataclass(frozen=True)
class Pakke:
    """One npm package at an exact version and the files we take: path in the package → path here."""

    navn: str
    versjon: str
    lisens: str
    filer: dict[str, str]


PAKKER = (
    Pakke(
        "@digdir/designsystemet-css",
        "1.22.0",
        "MIT",
        {
            "dist/src/index.css": "static/vendor/designsystemet/designsystemet.css",
            "dist/theme/designsystemet.css": "static/vendor/designsystemet/tema.css",
            "LICENSE": "static/vendor/designsystemet/LICENSE",
        },
    ),
    Pakke(
        "@digdir/designsystemet-web",
        "1.22.0",
        "MIT",
        {
            "dist/umd/index.js": "static/vendor/designsystemet-web/designsystemet-web.js",
            "LICENSE": "static/vendor/designsystemet-web/LICENSE",
        },
    ),
    Pakke(
        "htmx.org",
        "2.0.11",
        "0BSD",
        {
            "dist/htmx.min.js": "static/vendor/htmx/htmx.min.js",
            "LICENSE": "static/vendor/htmx/LICENSE",
        },
    ),
    Pakke(
        "@fontsource-variable/inter",
        "5.3.0",
        "OFL-1.1",
        {
            "files/inter-latin-wght-normal.woff2": "static/vendor/inter/inter-latin.woff2",
            "files/inter-latin-ext-wght-normal.woff2": "static/vendor/inter/inter-latin-ext.woff2",
            "LICENSE": "static/vendor/inter/LICENSE",
        },
    ),
    # Only the browser tests use axe; it is never served.
    Pakke(
        "axe-core",
        "4.14.1",
        "MPL-2.0",
        {
            "axe.min.js": "tests/e2e/vendor/axe-core/axe.min.js",
            "LICENSE": "tests/e2e/vendor/axe-core/LICENSE",
        },
    ),
)


def sha256(innhold: bytes) -> str:
    """Hex digest of a file's content."""
    return hashlib.sha256(innhold).hexdigest()


def integritet(innhold: bytes) -> str:
    """npm's ``integrity`` string of a package archive."""
    return "sha512-" + base64.b64encode(hashlib.sha512(innhold).digest()).decode()


def uten_kildekart(sti: str, innhold: bytes) -> bytes:
    """Drop the pointer to a source map we do not serve: static file hashing would look for it."""
    if not sti.endswith(".js"):
        return innhold
    linjer = innhold.splitlines(keepends=True)
    if linjer and linjer[-1].startswith(b"//# sourceMappingURL="):
        linjer.pop()
    return b"".join(linjer)


def hent(pakke: Pakke, mappe: Path) -> bytes:
    """Fetch a package archive with npm and verify it against the digest npm reports."""
    svar = subprocess.run(
        ["npm", "pack", "--json", "--silent", f"{pakke.navn}@{pakke.versjon}"],
        cwd=mappe,
        check=True,
        capture_output=True,
        text=True,
    )
    beskrivelse = json.loads(svar.stdout)[0]
    innhold = (mappe / Path(beskrivelse["filename"]).name).read_bytes()
    if integritet(innhold) != beskrivelse["integrity"]:
        raise SystemExit(f"{pakke.navn}: the archive does not match its integrity")
    return innhold


def legg_inn(pakke: Pakke, arkiv: bytes, mappe: Path) -> dict[str, object]:
    """Write the chosen files into the tree and return the package's entry for the lock."""
    fil = mappe / "arkiv.tgz"
    fil.write_bytes(arkiv)
    summer: dict[str, str] = {}
    with tarfile.open(fil) as tar:
        for kilde, maal in pakke.filer.items():
            medlem = tar.extractfile(f"package/{kilde}")
            if medlem is None:
                raise SystemExit(f"{pakke.navn}: {kilde} is missing")
            innhold = uten_kildekart(maal, medlem.read())
            sti = ROT / maal
            sti.parent.mkdir(parents=True, exist_ok=True)
            sti.write_bytes(innhold)
            summer[maal] = sha256(innhold)
    return {
        "navn": pakke.navn,
        "versjon": pakke.versjon,
        "lisens": pakke.lisens,
        "integritet": integritet(arkiv),
        "filer": summer,
    }


def avvik(laas: Path = LAAS, rot: Path = ROT) -> list[str]:
    """Files that are missing, changed, or lie in the vendor folders without being in the lock."""
    oppgitt: dict[str, str] = {}
    for pakke in json.loads(laas.read_text(encoding="utf-8"))["pakker"]:
        oppgitt |= pakke["filer"]
    feil = []
    for sti, sum_ in oppgitt.items():
        fil = rot / sti
        if not fil.is_file():
            feil.append(f"mangler: {sti}")
        elif sha256(fil.read_bytes()) != sum_:
            feil.append(f"endret: {sti}")
    for mappe in ("static/vendor", "tests/e2e/vendor"):
        for fil in sorted((rot / mappe).rglob("*")):
            sti = fil.relative_to(rot).as_posix()
            if fil.is_file() and fil != laas and sti not in oppgitt:
                feil.append(f"ukjent: {sti}")
    return feil


def main(argv: list[str] | None = None) -> int:
    """Command line: refresh, or with ``--sjekk`` only verify."""
    valg = argparse.ArgumentParser(description=__doc__)
    valg.add_argument("--sjekk", action="store_true", help="verify only")
    if valg.parse_args(argv).sjekk:
        feil = avvik()
        print("\n".join(feil) or "ok")
        return 1 if feil else 0
    oppfoering = []
    with tempfile.TemporaryDirectory() as navn:
        for pakke in PAKKER:
            oppfoering.append(legg_inn(pakke, hent(pakke, Path(navn)), Path(navn)))
            print(f"{pakke.navn} {pakke.versjon}")
    LAAS.write_text(json.dumps({"pakker": oppfoering}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
