"""`make reset`: delete the local data. Refuses while the system runs."""

import shutil
import sys

from integrering.lokal.foreldreloese import AlleredeIGang, rydd, rydd_postgres, ta_laasen
from integrering.lokal.steder import Steder, utenfor


def main(steder: Steder) -> int:
    """Delete `.lokal` and what lies outside it; return the exit code."""
    if steder.lokal.exists():
        try:
            laas = ta_laasen(steder.laas)
        except AlleredeIGang as feil:
            print(feil)
            return 1
        rydd(steder)
        rydd_postgres(steder.postgres)
        shutil.rmtree(steder.lokal)
        laas.close()
    shutil.rmtree(utenfor(steder.postgres), ignore_errors=True)
    print("De lokale dataene er slettet.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Steder()))
