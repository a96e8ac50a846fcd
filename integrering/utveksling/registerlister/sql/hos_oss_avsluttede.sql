-- Those whose introduction programme is ended here in the time of the list, and who do not stand in it.
INSERT INTO registerlister_registerrad (liste_id, virksomhet_id, bruker_id, person_id, gjelder, duf, raa, feil)
SELECT %(liste)s, %(virksomhet)s, %(bruker)s, p.id, p.id, p.duf, '{}', ''
FROM nir_person p
WHERE (%(kommune)s::int IS NULL OR p.kommune_id = %(kommune)s) AND p.kommune_id IS NOT NULL
  AND EXISTS (
      SELECT FROM nir_avslutning a
      WHERE a.person_id = p.id AND a.ordning = 'intro' AND a.erstattet IS NULL AND NOT a.annullert
        AND a.dato <= %(dato)s AND (%(fra)s::date IS NULL OR a.dato >= %(fra)s)
  )
  AND NOT EXISTS (
      SELECT FROM registerlister_registerrad r WHERE r.liste_id = %(liste)s AND r.person_id = p.id
  )
ON CONFLICT DO NOTHING
