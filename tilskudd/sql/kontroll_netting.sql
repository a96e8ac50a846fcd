-- Recipients whose round does not add up: the lines, the balance from the run before, what is paid and carried.
WITH kjeden AS (
    SELECT id, kvartal, slag, lag(id) OVER (ORDER BY kvartal) AS forrige
    FROM tilskudd_kjoering WHERE tilstand IN ('godkjent', 'utbetalt')
), fasit AS (
    SELECT k.id, k.kvartal, k.slag, alt.mottaker_id, sum(alt.linjer)::bigint AS linjer, sum(alt.inn)::bigint AS inn
    FROM kjeden k CROSS JOIN LATERAL (
        SELECT mottaker_id, sum(beloep) AS linjer, 0 AS inn
        FROM tilskudd_linje WHERE kjoering_id = k.id GROUP BY mottaker_id
        UNION ALL
        SELECT mottaker_id, 0, overfoert_ut FROM tilskudd_mottakersum
        WHERE kjoering_id = k.forrige AND overfoert_ut <> 0
    ) alt
    GROUP BY k.id, k.kvartal, k.slag, alt.mottaker_id
)
SELECT 'kvartal ' || coalesce(f.kvartal, k.kvartal) / 4 || 'K' || coalesce(f.kvartal, k.kvartal) % 4 + 1
       || ', mottaker ' || coalesce(f.mottaker_id, m.mottaker_id)
FROM fasit f
FULL JOIN (SELECT * FROM tilskudd_mottakersum WHERE kjoering_id IN (SELECT id FROM kjeden)) m
    ON m.kjoering_id = f.id AND m.mottaker_id = f.mottaker_id
LEFT JOIN kjeden k ON k.id = m.kjoering_id
-- an opening run carries balances of its own
WHERE k.slag IS DISTINCT FROM 'aapning'
  AND (f.linjer, f.inn, greatest(f.linjer + f.inn, 0), least(f.linjer + f.inn, 0))
      IS DISTINCT FROM (m.linjer_sum, m.overfoert_inn, m.utbetales, m.overfoert_ut)
