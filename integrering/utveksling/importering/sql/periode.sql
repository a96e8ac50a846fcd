-- A period ends on or after its first day.
SELECT linje, 'til', 'slutt_foer_start', raa_til, raa_fra, false FROM utv_rad WHERE til < fra
