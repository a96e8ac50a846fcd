-- What can be wrong with a bosted as a whole: a municipality registers who lives there, and nobody else's.
SELECT linje, 'kommunenummer', 'annen_kommune', raa_kommunenummer, '', false
FROM utv_rad WHERE kommune_id <> %(kommune)s::int
