-- As the jobs' role: whose number it is, also when whoever uploaded the list cannot see the person.
-- Only the restrictive policies read it.
UPDATE registerlister_registerrad r SET gjelder = p.id
FROM nir_person p
WHERE r.liste_id = %(liste)s AND r.duf <> '' AND p.duf = r.duf AND r.gjelder IS DISTINCT FROM p.id
