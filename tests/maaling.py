"""Measures which statements and choices of our own code the tests run: `pytest -p tests.maaling`.

A tracer slows down each line of Python, also the framework's. Here only our own files pay: when one is
imported, it gets a mark before each statement and where a choice falls through (an `if` without `else`, a
loop that ends). What a walk sets is taken back, so that the same line can be proven later by a test.

Loaded before anything of ours. Each process leaves its marks in `.dekning`, which `tests/dekning.py` judges.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import pytest

ROT = Path(__file__).resolve().parent.parent
TREFF = ROT / ".dekning"
IKKE_VAARE = {"tests", "benchmarks", "scripts"}
# Local services are proven by tests that start them, in other processes.
UTEN = re.compile(r"^integrering/lokal/|/migrations/")
# Lines that need no test, with all they introduce.
UNNTATT = re.compile(r"if TYPE_CHECKING:|raise NotImplementedError|\.\.\.$")
MERKE = "_maalt_"
N = TypeVar("N", bound=ast.AST)


def kilder(rot: Path = ROT) -> list[str]:
    """Return the packages that are measured: all that are ours, so that none can be forgotten."""
    return sorted({p.parent.name for p in rot.glob("*/__init__.py")} - IKKE_VAARE)


def filer(rot: Path = ROT) -> Iterator[str]:
    """Yield the files that are measured, seen from the root."""
    for pakke in kilder(rot):
        for fil in sorted((rot / pakke).rglob("*.py")):
            navn = fil.relative_to(rot).as_posix()
            if not UTEN.search(navn):
                yield navn


@dataclass
class Merking:
    """Puts the marks into a syntax tree, and remembers what each stands for: «12», or «12→» past a choice."""

    linjer: Sequence[str]
    punkter: list[str] = field(default_factory=list)

    def merk(self, tre: ast.Module) -> ast.Module:
        """Mark the whole module, in place."""
        tre.body = self._blokk(tre.body)
        return tre

    def _blokk(self, setninger: list[ast.stmt]) -> list[ast.stmt]:
        ut: list[ast.stmt] = []
        for setning in setninger:
            if self._unntatt(setning):
                # the other half of an `if` is not what the line introduces
                if isinstance(setning, ast.If):
                    setning.orelse = self._blokk(setning.orelse)
            else:
                if not _uten_kode(setning):
                    ut.append(self._merke(str(_foerste(setning)), setning))
                self._innmat(setning)
            ut.append(setning)
        return ut

    def _innmat(self, setning: ast.stmt) -> None:
        """Mark the blocks of a compound statement, and the way past it where there is a choice."""
        for del_ in (setning, *getattr(setning, "handlers", ()), *getattr(setning, "cases", ())):
            for navn in ("body", "orelse", "finalbody"):
                if blokk := getattr(del_, navn, None):
                    setattr(del_, navn, self._blokk(blokk))
        if _kan_gaa_forbi(setning) and not setning.orelse:  # type: ignore[attr-defined]
            setning.orelse = [self._merke(f"{setning.lineno}→", setning)]  # type: ignore[attr-defined]
        elif isinstance(setning, ast.Match) and not _tar_alt(setning.cases[-1]):
            ellers = [self._merke(f"{setning.lineno}→", setning)]
            setning.cases.append(ast.match_case(_sted(ast.MatchAs(), setning), None, ellers))

    def _merke(self, punkt: str, ved: ast.stmt) -> ast.stmt:
        """Return `_maalt_[number] = 1`."""
        self.punkter.append(punkt)
        plass = ast.Subscript(ast.Name(MERKE, ast.Load()), ast.Constant(len(self.punkter) - 1), ast.Store())
        return _sted(ast.Assign([plass], ast.Constant(1)), ved)

    def _unntatt(self, setning: ast.stmt) -> bool:
        """Tell whether the statement, or the head of it, is one that needs no test."""
        inni: list[ast.stmt] | None = getattr(setning, "body", None)
        slutt = max(inni[0].lineno - 1, setning.lineno) if inni else setning.end_lineno or setning.lineno
        return any(UNNTATT.search(linje) for linje in self.linjer[_foerste(setning) - 1 : slutt])


def _foerste(setning: ast.stmt) -> int:
    pynt: list[ast.expr] = getattr(setning, "decorator_list", [])
    return min([setning.lineno, *(d.lineno for d in pynt)])


def _uten_kode(setning: ast.stmt) -> bool:
    """Tell whether the compiler makes nothing of it, or it must stand first."""
    if isinstance(setning, ast.ImportFrom):
        return setning.module == "__future__"
    return isinstance(setning, ast.Global | ast.Nonlocal) or (
        isinstance(setning, ast.Expr) and isinstance(setning.value, ast.Constant)
    )


def _kan_gaa_forbi(setning: ast.stmt) -> bool:
    if isinstance(setning, ast.While):
        return not isinstance(setning.test, ast.Constant)  # `while True` ends by break alone
    return isinstance(setning, ast.If | ast.For | ast.AsyncFor)


def _tar_alt(tilfelle: ast.match_case) -> bool:
    moenster = tilfelle.pattern
    while isinstance(moenster, ast.MatchOr):
        moenster = moenster.patterns[-1]
    return tilfelle.guard is None and isinstance(moenster, ast.MatchAs) and moenster.pattern is None


def _sted(node: N, ved: ast.stmt) -> N:
    for del_ in ast.walk(node):
        ast.copy_location(del_, ved)
    return node


def merket(kilde: str) -> tuple[ast.Module, list[str]]:
    """Return the source as a tree with marks, and what each mark stands for."""
    merking = Merking(kilde.splitlines())
    return merking.merk(ast.parse(kilde)), merking.punkter


# --- While the tests run ---


class Maaler(MetaPathFinder):
    """Imports our files with marks; holds the marks of each."""

    def __init__(self, rot: Path = ROT) -> None:
        self.rot = rot
        self.treff: dict[str, list[int]] = {}
        self.ved_import: dict[str, list[int]] = {}
        self._kilder = set(kilder(rot))

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in self._kilder:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or type(spec.loader) is not SourceFileLoader:
            return spec
        fil = Path(spec.loader.path)
        navn = fil.relative_to(self.rot).as_posix() if fil.is_relative_to(self.rot) else ""
        if navn and not UTEN.search(navn):
            spec.loader = _Laster(fullname, spec.loader.path, self, navn)
        return spec

    @contextmanager
    def ikke(self) -> Iterator[None]:
        """What the block runs does not count; that a module was imported does, it happens only once."""
        foer = {navn: list(treff) for navn, treff in self.treff.items()}
        try:
            yield
        finally:
            for navn, treff in self.treff.items():
                treff[:] = foer.get(navn, self.ved_import.get(navn, treff))

    def lagre(self, fil: Path) -> None:
        """Write which marks are set."""
        satt = {navn: [nr for nr, ja in enumerate(treff) if ja] for navn, treff in self.treff.items()}
        fil.parent.mkdir(exist_ok=True)
        fil.write_text(json.dumps(satt))


class _Laster(SourceFileLoader):
    """Compiles with marks, each time: it takes less than a second for all the files."""

    def __init__(self, fullname: str, path: str, maaler: Maaler, navn: str) -> None:
        super().__init__(fullname, path)
        self.maaler, self.navn = maaler, navn

    def exec_module(self, module: ModuleType) -> None:
        tre, punkter = merket(Path(self.path).read_text(encoding="utf-8"))
        treff = self.maaler.treff.setdefault(self.navn, [0] * len(punkter))
        setattr(module, MERKE, treff)
        exec(compile(tre, self.path, "exec", dont_inherit=True), module.__dict__)  # noqa: S102
        self.maaler.ved_import[self.navn] = list(treff)


MAALER = Maaler()
sys.meta_path.insert(0, MAALER)


def pytest_configure(config: pytest.Config) -> None:
    """Forget the run before (the controller, or the only process)."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(TREFF, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Walks over all addresses, and tests of other processes, do not count: a page somebody passed is not
    a page somebody tested.
    """
    if {"e2e", "start", "vandring"}.isdisjoint(merke.name for merke in item.iter_markers()):
        return (yield)
    with MAALER.ikke():
        return (yield)


def pytest_sessionfinish() -> None:
    """Leave the marks of this process."""
    MAALER.lagre(TREFF / f"{os.environ.get('PYTEST_XDIST_WORKER', 'en')}.json")
