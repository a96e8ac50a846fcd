-- Tail of `endring.sql`: write the run's lines (into its own table, see `lager.sql`), the grant years without a
-- rate, and which rates were used.
, uten_sats AS (
    INSERT INTO tilskudd_manglersats
        (kjoering_id, person_id, ordning, aar_nr, landgruppe, budsjettaar, grunn, dager, anslag)
    SELECT %(kjoering)s, h.person_id, h.ordning, h.aar_nr, h.landgruppe, h.budsjettaar,
           CASE WHEN h.ordning = 'P-AR' AND h.landgruppe = '' THEN 'ukjent_landgruppe'
                WHEN s.id IS NULL THEN 'ingen_sats' ELSE 'ikke_vedtatt' END,
           sum(h.b - h.a),
           sum((2::bigint * s.beloep * h.b + h.d) / (2 * h.d) - (2::bigint * s.beloep * h.a + h.d) / (2 * h.d))
    FROM bosatt h
    LEFT JOIN tilskudd_sats s ON s.ordning = h.ordning AND s.aar_nr = h.aar_nr AND s.landgruppe = h.landgruppe
                             AND s.budsjettaar = h.budsjettaar AND s.status IN ('forslag', 'ubekreftet')
    WHERE h.sats IS NULL
    GROUP BY h.person_id, h.ordning, h.aar_nr, h.landgruppe, h.budsjettaar, s.id
), brukte_satser AS (
    UPDATE tilskudd_kjoeringssats k SET brukt = true
    FROM (SELECT DISTINCT ordning, aar_nr, landgruppe, budsjettaar FROM bosatt WHERE sats IS NOT NULL) u
    WHERE k.kjoering_id = %(kjoering)s AND k.ordning = u.ordning AND k.aar_nr = u.aar_nr
      AND k.landgruppe = u.landgruppe AND k.budsjettaar = u.budsjettaar
)
INSERT INTO tilskudd_linje_ny (
    kjoering_id, person_id, mottaker_id, ordning, aar_nr, kvartal, type, dager, dager_foer, dager_etter,
    beloep, beloep_foer, beloep_etter, sats, aar_fra, dager_i_aaret, strekk,
    personopplysning_id, vedtak_id, bosted_ider, vgo_ider, stans_id
)
SELECT %(kjoering)s, person_id, mottaker_id, ordning, aar_nr, kvartal,
       CASE WHEN beloep_etter < beloep_foer THEN 'trekk'
            WHEN kvartal = %(kvartal)s THEN 'ordinaer' ELSE 'etterbetaling' END,
       dager_etter - dager_foer, dager_foer, dager_etter, beloep_etter - beloep_foer, beloep_foer, beloep_etter,
       sats, aar_fra, dager_i_aaret, strekk, personopplysning_id, vedtak_id, bosted_ider, vgo_ider, stans_id
FROM linje
ORDER BY mottaker_id, person_id, ordning, kvartal
