#!/bin/sh
# Starts Valkey with its password in a file, not in the argument list.
set -eu
umask 077
cat >/tmp/valkey.conf <<KONF
bind * -::*
requirepass $VALKEY_PASSORD
dir /data
save ""
appendonly yes
appendfsync everysec
maxmemory-policy noeviction
KONF
exec valkey-server /tmp/valkey.conf
