"""Reads the SQL that deserves its own file."""

from functools import cache
from importlib.resources import files


@cache
def les_sql(pakke: str, navn: str) -> str:
    """Return the text of `sql/<navn>.sql` in the package, e.g. `les_sql("tilskudd", "linjer")`."""
    return files(pakke).joinpath("sql", f"{navn}.sql").read_text(encoding="utf-8")
