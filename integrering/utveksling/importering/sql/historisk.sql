-- History may be written after the cut-off of the last approved run (what it saw never changes), up to now.
SELECT linje, 'registrert', 'i_framtiden', raa_registrert, '', false FROM utv_rad WHERE naar > %(naa)s
UNION ALL
SELECT linje, 'registrert', 'foer_grensen', raa_registrert,
       to_char(%(grense)s::timestamptz AT TIME ZONE 'Europe/Oslo', 'DD.MM.YYYY HH24.MI'), false
FROM utv_rad WHERE naar <= %(grense)s::timestamptz
