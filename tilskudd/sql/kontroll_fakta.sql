-- Lines without facts, or on facts that the run could not see. What an opening run entered has none, nor what
-- reverses it; a deduction to zero stands on facts that held when what it reverses was posted.
WITH bokfoert AS (
    SELECT l.*, k.skjaeringstidspunkt AS t, k.slag
    FROM tilskudd_linje l JOIN tilskudd_kjoering k ON k.id = l.kjoering_id AND k.tilstand IN ('godkjent', 'utbetalt')
), fra_aapning AS (
    SELECT person_id, ordning, mottaker_id, kvartal FROM bokfoert WHERE slag = 'aapning'
), uten AS (
    SELECT b.id FROM bokfoert b
    WHERE b.slag = 'ordinaer'
      AND (b.personopplysning_id IS NULL OR b.vedtak_id IS NULL OR cardinality(b.bosted_ider) = 0)
      AND NOT EXISTS (
          SELECT FROM fra_aapning a
          WHERE (a.person_id, a.ordning, a.mottaker_id, a.kvartal) = (b.person_id, b.ordning, b.mottaker_id, b.kvartal)
            AND b.dager_etter = 0
      )
), brukt AS (
    SELECT id, t, person_id, 'p' AS slag, personopplysning_id AS fakta FROM bokfoert WHERE dager_etter > 0
    UNION ALL SELECT id, t, person_id, 'v', vedtak_id FROM bokfoert WHERE dager_etter > 0
    UNION ALL SELECT id, t, person_id, 's', stans_id FROM bokfoert WHERE dager_etter > 0
    UNION ALL SELECT id, t, person_id, 'b', unnest(bosted_ider) FROM bokfoert WHERE dager_etter > 0
    UNION ALL SELECT id, t, person_id, 'g', unnest(vgo_ider) FROM bokfoert WHERE dager_etter > 0
), kjent AS (
    SELECT 'p' AS slag, id, person_id, registrert, erstattet, annullert FROM nir_personopplysning
    UNION ALL SELECT 'v', id, person_id, registrert, erstattet, annullert FROM nir_vedtak
    UNION ALL SELECT 's', id, person_id, registrert, erstattet, annullert FROM nir_stans
    UNION ALL SELECT 'b', id, person_id, registrert, erstattet, annullert FROM nir_bosted
    UNION ALL SELECT 'g', id, person_id, registrert, erstattet, annullert FROM nir_fulltidvgo
)
SELECT 'linje ' || id FROM uten
UNION
SELECT 'linje ' || b.id FROM brukt b
LEFT JOIN kjent k ON k.slag = b.slag AND k.id = b.fakta
WHERE b.fakta IS NOT NULL
  AND (k.id IS NULL OR k.person_id <> b.person_id OR k.annullert OR k.registrert > b.t OR k.erstattet <= b.t)
