#!/bin/sh
# Roles and passwords of the database. The image runs it when the data folder is new; safe to run again after an
# upgrade of roller.sql:  docker compose exec db sh /docker-entrypoint-initdb.d/10-roller.sh
set -eu
kjoer() {
    psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-integrering}" "$@"
}
kjoer --single-transaction --file "${ROLLER_SQL:-/oppsett/roller.sql}"
# the passwords come through the environment, not the argument list
kjoer <<'SQL'
\getenv eier EIER_PASSORD
\getenv app APP_PASSORD
ALTER ROLE eier PASSWORD :'eier';
ALTER ROLE app PASSWORD :'app';
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
SQL
