-- The person a fact is about: known to the one who asks, and born before the fact.
SELECT linje, 'duf', CASE WHEN %(kommune)s::int IS NULL THEN 'ukjent_duf' ELSE 'ukjent_hos_dere' END, duf, '', false
FROM utv_rad WHERE person_id IS NULL AND duf ~ '^[0-9]{{12}}$'
UNION ALL
SELECT linje, {start_felt}, 'foer_foedsel', {start_raa}, '', false FROM utv_rad WHERE {start} < foedt
