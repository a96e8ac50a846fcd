-- Whose number it is, among those whoever uploaded the list sees.
UPDATE registerlister_registerrad r SET person_id = p.id
FROM nir_person p
WHERE r.liste_id = %(liste)s AND r.linje IS NOT NULL AND r.duf <> '' AND p.duf = r.duf
  AND r.person_id IS DISTINCT FROM p.id
