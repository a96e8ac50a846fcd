"""The files of others are those the lock says, byte for byte."""

import json
import re
from pathlib import Path

from scripts import vendor


def test_every_vendored_file_has_the_sum_in_the_lock() -> None:
    assert vendor.avvik() == []


def test_the_lock_names_exact_versions_and_no_addresses() -> None:
    tekst = vendor.LAAS.read_text(encoding="utf-8")
    assert not re.search(r"https?:|www\.|registry", tekst)
    for pakke in json.loads(tekst)["pakker"]:
        assert re.fullmatch(r"\d+\.\d+\.\d+", pakke["versjon"])
        assert pakke["integritet"].startswith("sha512-")
        assert any(sti.endswith("LICENSE") for sti in pakke["filer"])


def test_the_lock_and_the_list_of_packages_agree() -> None:
    laast = {p["navn"]: p for p in json.loads(vendor.LAAS.read_text(encoding="utf-8"))["pakker"]}
    assert set(laast) == {p.navn for p in vendor.PAKKER}
    for pakke in vendor.PAKKER:
        assert laast[pakke.navn]["versjon"] == pakke.versjon
        assert set(laast[pakke.navn]["filer"]) == set(pakke.filer.values())


def test_a_changed_missing_or_unknown_file_is_found(tmp_path: Path) -> None:
    mappe = tmp_path / "static" / "vendor" / "x"
    mappe.mkdir(parents=True)
    (mappe / "endret.js").write_text("1")
    (mappe / "ukjent.js").write_text("2")
    laas = tmp_path / "static" / "vendor" / "vendor.lock.json"
    filer = {"static/vendor/x/endret.js": "0" * 64, "static/vendor/x/borte.js": "0" * 64}
    laas.write_text(json.dumps({"pakker": [{"filer": filer}]}))
    assert vendor.avvik(laas, tmp_path) == [
        "endret: static/vendor/x/endret.js",
        "mangler: static/vendor/x/borte.js",
        "ukjent: static/vendor/x/ukjent.js",
    ]


def test_the_pointer_to_a_source_map_is_dropped() -> None:
    assert vendor.uten_kildekart("a.js", b"kode\n//# sourceMappingURL=a.js.map") == b"kode\n"
    assert vendor.uten_kildekart("a.css", b"x\n//# sourceMappingURL=a") == b"x\n//# sourceMappingURL=a"
    assert vendor.uten_kildekart("a.js", b"") == b""
