-- How many persons, per municipality, registration and state. Only those who live in a municipality.
SELECT k.nummer, c.key, c.value ->> 't', count(*)
FROM nir_registreringsstatus s
JOIN nir_person p ON p.id = s.person_id AND NOT p.skjermet
JOIN tilgang_virksomhet k ON k.id = p.kommune_id
CROSS JOIN LATERAL jsonb_each(s.celler) c
WHERE c.value ->> 't' <> 'gjelder_ikke'
  AND (%(til)s::date IS NULL OR c.value ->> 's' IS NULL OR (c.value ->> 's')::date <= %(til)s::date)
GROUP BY 1, 2, 3
