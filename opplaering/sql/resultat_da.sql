-- The person a result is about. The county may register one who was at no school; a school only its own pupils.
SELECT linje, 'duf',
       CASE WHEN EXISTS (SELECT FROM tilgang_virksomhet v WHERE v.id = %(virksomhet)s AND v.type = 'skole')
            THEN 'ukjent_elev' ELSE 'ukjent_duf' END, duf, '', false
FROM utv_rad WHERE person_id IS NULL AND duf ~ '^[0-9]{{12}}$'
UNION ALL
SELECT linje, 'dato', 'foer_foedsel', raa_dato, '', false FROM utv_rad WHERE dato < foedt
UNION ALL
SELECT linje, 'dato', 'i_framtiden', raa_dato, '', false FROM utv_rad WHERE dato > %(i_dag)s
UNION ALL
SELECT r.linje, 'duf', 'ikke_paa_skolen_da', r.duf, '', false
FROM utv_rad r
WHERE r.person_id IS NOT NULL AND r.dato IS NOT NULL AND r.skole_id IS DISTINCT FROM %(virksomhet)s::int
  AND EXISTS (SELECT FROM tilgang_virksomhet v WHERE v.id = %(virksomhet)s AND v.type = 'skole')
