-- How many persons of each municipality lack something that counts from the day or earlier (or from no known day).
-- Those with a protected address are left out: the number is read by all at the desk.
SELECT p.kommune_id, count(*)
FROM nir_registreringsstatus s
JOIN nir_person p ON p.id = s.person_id
WHERE p.kommune_id IS NOT NULL AND NOT p.skjermet AND EXISTS (
    SELECT FROM jsonb_each(s.celler) c
    WHERE c.value ->> 't' IN ('mangler', 'delvis') AND coalesce(c.value ->> 's', '') <= %(til)s
)
GROUP BY 1
