-- Tail of `opptjening.sql` on `tenkte_liv.sql`: what our county would be given, minus what it is given now, per person
-- and quarter; written to the two tables. Parameter: naa.
, del_verdi AS (
    SELECT abs(person_id) AS person_id, kvartal, sats, fortegn * sign(-person_id) AS fortegn, b - a AS dager,
           (2::bigint * sats * b + d) / (2 * d) - (2::bigint * sats * a + d) / (2 * d) AS kroner
    FROM del WHERE mottaker_id = %(fylke)s
),
forskjell AS MATERIALIZED (
    SELECT person_id, kvartal, sum(fortegn * kroner)::int AS kroner, sum(fortegn * dager)::int AS dager,
           coalesce(sum(fortegn * dager) FILTER (WHERE sats = 0), 0)::int AS dager_uten_sats
    FROM del_verdi GROUP BY person_id, kvartal
    HAVING sum(fortegn * kroner) <> 0 OR sum(fortegn * dager) <> 0
        OR coalesce(sum(fortegn * dager) FILTER (WHERE sats = 0), 0) <> 0
),
per_person AS (
    INSERT INTO utsikter_paavent (person_id, kommune_id, kroner, dager, dager_uten_sats, grunner, siden, beregnet)
    SELECT f.person_id, p.kommune_id, f.kroner, f.dager, f.dager_uten_sats, g.grunner, v.siden, %(naa)s
    FROM (
        SELECT person_id, sum(kroner) AS kroner, sum(dager) AS dager, sum(dager_uten_sats) AS dager_uten_sats
        FROM forskjell GROUP BY person_id
    ) f
    JOIN ventende v USING (person_id)
    JOIN (
        SELECT person_id, array_agg(DISTINCT grunn) AS grunner FROM avvik, unnest(avvik) grunn GROUP BY person_id
    ) g USING (person_id)
    JOIN nir_person p ON p.id = f.person_id
)
INSERT INTO utsikter_paaventkvartal (person_id, kommune_id, kvartal, kroner, dager, dager_uten_sats)
SELECT f.person_id, p.kommune_id, f.kvartal, f.kroner, f.dager, f.dager_uten_sats
FROM forskjell f JOIN nir_person p ON p.id = f.person_id
