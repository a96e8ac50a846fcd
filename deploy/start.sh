#!/bin/sh
# What each container of the image does: web, worker, beat or migrate; anything else is a management command.
set -eu
case "$1" in
    web)
        # refuses to serve as a database role that owns tables or is a superuser
        python manage.py check --database default --fail-level ERROR
        exec python -m gunicorn integrering.wsgi:application --bind 0.0.0.0:8000 --worker-class gthread \
            --workers "${WEB_ARBEIDERE:-3}" --threads 4 --timeout 120 --graceful-timeout 30 \
            --max-requests 5000 --max-requests-jitter 500 --worker-tmp-dir /dev/shm --no-control-socket \
            --access-logfile - --logger-class integrering.grunnmur.tilgangslogg.UtenNoekler
        ;;
    worker)
        python manage.py check --database default --fail-level ERROR
        # here and not after migrate: until this container starts, the old one could take the job, with the old rules
        python manage.py regn_ut_status
        python manage.py regn_ut_oppgaver
        exec python -m celery -A integrering worker --loglevel INFO --concurrency "${WORKER_PROSESSER:-2}" \
            --hostname "celery@$HOSTNAME"
        ;;
    beat)
        exec python -m celery -A integrering beat --loglevel INFO --pidfile "" --schedule /tmp/beat-schedule
        ;;
    migrate)
        exec python manage.py migrate --database eier --no-input
        ;;
    *)
        exec python manage.py "$@"
        ;;
esac
