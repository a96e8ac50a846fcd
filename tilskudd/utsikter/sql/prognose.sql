-- Tail of `opptjening.sql` on `tenkte_liv.sql` with all persons: what each group of recipients earns in the quarters
-- from `fra_kvartal` on, by what is registered now, and if what is missing were registered. Parameters: fra_kvartal, naa.
, deler AS (
    SELECT v.kvartal, v.liv, v.dager, v.kroner, v.sats, coalesce(s.anslag, false) AS anslag,
           CASE WHEN v.mottaker_id = %(fylke)s THEN 'fylket' WHEN m.type = 'kommune' THEN 'kommunene' ELSE 'andre' END
               AS gruppe
    FROM (
        SELECT d.kvartal, d.mottaker_id, d.sats, y.ordning, y.aar_nr, y.landgruppe, y.budsjettaar,
               CASE WHEN d.person_id < 0 THEN 'tenkt' WHEN w.person_id IS NULL THEN 'begge' ELSE 'naa' END AS liv,
               sum(d.fortegn * (d.b - d.a)) AS dager,
               sum(d.fortegn * ((2::bigint * d.sats * d.b + d.d) / (2 * d.d)
                                - (2::bigint * d.sats * d.a + d.d) / (2 * d.d))) AS kroner
        FROM del d
        JOIN aar y USING (person_id, kode)
        LEFT JOIN ventende w ON w.person_id = d.person_id
        WHERE d.kvartal >= %(fra_kvartal)s
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    ) v
    JOIN tilgang_virksomhet m ON m.id = v.mottaker_id
    LEFT JOIN sats s USING (ordning, aar_nr, landgruppe, budsjettaar)
)
INSERT INTO utsikter_prognose (kvartal, gruppe, registrert, alt, anslag, dager_uten_sats, beregnet)
SELECT kvartal, gruppe,
       coalesce(sum(kroner) FILTER (WHERE liv <> 'tenkt'), 0),
       coalesce(sum(kroner) FILTER (WHERE liv <> 'naa'), 0),
       coalesce(sum(kroner) FILTER (WHERE liv <> 'naa' AND anslag), 0),
       coalesce(sum(dager) FILTER (WHERE liv <> 'naa' AND sats = 0), 0),
       %(naa)s
FROM deler GROUP BY kvartal, gruppe
