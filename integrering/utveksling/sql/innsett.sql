INSERT INTO {tabell} (
    person_id, {verdier}, registrering_id, registrert, erstattet, annullert, aarsak, registrert_av_id, virksomhet_id,
    noekkel
)
SELECT {person}, {a_verdier},
       coalesce(a.registrering_id, g.registrering_id, gen_random_uuid()), l.naar, l.slutt, false,
       CASE l.utfall WHEN 'ny' THEN '' ELSE %(aarsak)s END, %(bruker)s, %(virksomhet)s, a.noekkel
FROM utv_loep l
JOIN utv_kandidat a ON a.linje = l.linje
{person_join}
-- new registrations that come with several versions share an id
LEFT JOIN (
    SELECT gruppe, gen_random_uuid() AS registrering_id FROM utv_loep
    WHERE registrering_id IS NULL GROUP BY gruppe HAVING count(*) > 1
) g ON g.gruppe = l.gruppe
WHERE l.utfall IN ('ny', 'ny versjon')
ORDER BY l.linje
