#!/usr/bin/env python
"""Django's command line for Integrering."""

import os
import sys


def main() -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "integrering.settings")
    from django.core.management import execute_from_command_line

    from integrering.lokal.miljoefil import ta_i_bruk

    ta_i_bruk()  # while `make run` goes, commands use its services

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
