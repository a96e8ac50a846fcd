INSERT INTO {tabell} (
    person_id, {verdier}, registrering_id, registrert, erstattet, annullert, aarsak, registrert_av_id, virksomhet_id,
    noekkel
)
SELECT {person}, {a_verdier}, l.registrering_id, l.naar, l.slutt, false,
       CASE l.utfall WHEN 'ny' THEN '' ELSE %(aarsak)s END, %(bruker)s, %(virksomhet)s, a.noekkel
FROM utv_loep l
JOIN utv_kandidat a ON a.linje = l.linje
{person_join}
WHERE l.utfall IN ('ny', 'ny versjon')
ORDER BY l.linje
