-- Those who were settled by the day of the list, and do not stand in it.
INSERT INTO registerlister_registerrad (liste_id, virksomhet_id, bruker_id, person_id, gjelder, duf, raa, feil)
SELECT %(liste)s, %(virksomhet)s, %(bruker)s, p.id, p.id, p.duf, '{}', ''
FROM nir_person p
WHERE (%(kommune)s::int IS NULL OR p.kommune_id = %(kommune)s) AND p.kommune_id IS NOT NULL
  AND p.foerste_bosted <= %(dato)s
  AND NOT EXISTS (
      SELECT FROM registerlister_registerrad r WHERE r.liste_id = %(liste)s AND r.person_id = p.id
  )
ON CONFLICT DO NOTHING
