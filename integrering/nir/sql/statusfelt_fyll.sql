-- Gives every person what the triggers keep from now on.
UPDATE nir_person p
SET tillatelse = coalesce(o.tillatelse, ''), tillatelse_dato = o.tillatelse_dato,
    foerste_bosted = b.foerste, foerste_vedtak = v.foerste, har_periode = g.person_id IS NOT NULL
FROM nir_person hvem
LEFT JOIN nir_personopplysning o ON o.person_id = hvem.id AND o.erstattet IS NULL AND NOT o.annullert
LEFT JOIN (
    SELECT person_id, min(fra) AS foerste FROM nir_bosted
    WHERE erstattet IS NULL AND NOT annullert GROUP BY person_id
) b ON b.person_id = hvem.id
LEFT JOIN (
    SELECT person_id, min(startdato) AS foerste FROM nir_vedtak
    WHERE erstattet IS NULL AND NOT annullert AND ordning = 'norsk' GROUP BY person_id
) v ON v.person_id = hvem.id
LEFT JOIN (
    SELECT DISTINCT person_id FROM nir_fulltidvgo WHERE erstattet IS NULL AND NOT annullert
) g ON g.person_id = hvem.id
WHERE p.id = hvem.id
  AND (p.tillatelse, p.tillatelse_dato, p.foerste_bosted, p.foerste_vedtak, p.har_periode)
      IS DISTINCT FROM (coalesce(o.tillatelse, ''), o.tillatelse_dato, b.foerste, v.foerste, g.person_id IS NOT NULL);
