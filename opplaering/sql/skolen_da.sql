-- The pupil a row is about: known to the one who asks (a school is told the same whether the number exists or not) …
SELECT linje, 'duf',
       CASE WHEN EXISTS (SELECT FROM tilgang_virksomhet v WHERE v.id = %(virksomhet)s AND v.type = 'skole')
            THEN 'ukjent_elev' ELSE 'ukjent_duf' END, duf, '', false
FROM utv_rad WHERE person_id IS NULL AND duf ~ '^[0-9]{{12}}$'
UNION ALL
SELECT linje, {naar}, 'foer_foedsel', {raa}, '', false FROM utv_rad WHERE {dag} < foedt
UNION ALL
SELECT linje, {naar}, 'i_framtiden', {raa}, '', false FROM utv_rad WHERE {dag} > %(i_dag)s
UNION ALL
-- … and at the school then. Where the file names no school, the one that was found is where the person went.
SELECT r.linje, 'duf', CASE WHEN r.raa_skole = '' AND gikk.skoler > 1 THEN 'flere_skoler' ELSE 'ikke_paa_skolen_da' END,
       r.duf, '', false
FROM utv_rad r
CROSS JOIN LATERAL (
    SELECT count(DISTINCT s.skole_id) AS skoler, bool_or(s.skole_id = r.skole_id) AS der
    FROM opplaering_skolegang s
    WHERE s.person_id = r.person_id AND s.erstattet IS NULL AND NOT s.annullert
      AND s.fra <= {til} AND (s.til IS NULL OR s.til >= {fra})
) gikk
WHERE r.person_id IS NOT NULL AND r.{dag} IS NOT NULL AND (r.raa_skole = '') = (r.skole_id IS NULL)
  AND gikk.der IS NOT TRUE
