-- How many persons, per municipality, who lack something and who lack nothing of what applies to them.
SELECT k.nummer,
    EXISTS (
        SELECT FROM jsonb_each(s.celler) c
        WHERE c.value ->> 't' IN ('mangler', 'delvis')
          AND (%(til)s::date IS NULL OR c.value ->> 's' IS NULL OR (c.value ->> 's')::date <= %(til)s::date)
    ),
    count(*)
FROM nir_registreringsstatus s
JOIN nir_person p ON p.id = s.person_id AND NOT p.skjermet
JOIN tilgang_virksomhet k ON k.id = p.kommune_id
GROUP BY 1, 2
