-- Netting: per recipient all lines of the round and the balance carried from the round before. A negative total pays
-- nothing and is carried on; a recipient with a balance is listed also without lines.
INSERT INTO tilskudd_mottakersum (kjoering_id, mottaker_id, linjer_sum, overfoert_inn, utbetales, overfoert_ut)
SELECT %(kjoering)s, mottaker_id, linjer, inn, greatest(linjer + inn, 0), least(linjer + inn, 0)
FROM (
    SELECT mottaker_id, sum(linjer)::bigint AS linjer, sum(inn)::bigint AS inn
    FROM (
        SELECT mottaker_id, sum(beloep) AS linjer, 0 AS inn
        FROM tilskudd_linje WHERE kjoering_id = %(kjoering)s GROUP BY mottaker_id
        UNION ALL
        SELECT mottaker_id, 0, overfoert_ut
        FROM tilskudd_mottakersum WHERE kjoering_id = %(forrige)s AND overfoert_ut <> 0
    ) alt
    GROUP BY mottaker_id
) per
