#!/bin/sh
# Runs its arguments with the first Python that is new enough; says clearly when there is none.
for kandidat in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14 python; do
    [ -n "$kandidat" ] || continue
    if "$kandidat" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$kandidat" "$@"
    fi
done
fant=$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null || echo ingen)
echo "Integrering trenger Python 3.11 eller nyere (fant: $fant). Debian/Ubuntu: apt-get install python3 python3-venv; eller sett PYTHON=/sti/til/python3.11. (Python 3.11 or later is needed.)" >&2
exit 1
