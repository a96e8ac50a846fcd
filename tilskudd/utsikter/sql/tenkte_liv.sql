-- Facts for `opptjening.sql`, of lives that are and lives that could be: a person's number stands for what is
-- registered now, the negative number for what it would be if the municipality had registered what the school knows.
-- The readable twin: `rules/tenkt.py`. Parameters: personer (NULL: all), alle (also those nothing is missing for),
-- fylke (our county), i_dag, dag_etter (the first day that is not counted), demo, anslag (a rate that is missing for
-- a year is the latest before it). A rate that is not known is 0: its days are counted, and earn nothing.
WITH avvik AS MATERIALIZED (
    SELECT person_id, fra, coalesce(til, CASE WHEN registrert_til >= %(i_dag)s THEN registrert_til END,
                                    %(dag_etter)s - 1) AS slutt,
           daterange(fra, til, '[]') AS dager, avvik, mangler_siden
    FROM opplaering_avstemming
    WHERE tilstand NOT IN ('stemmer', 'ikke_hos_oss')
      AND (%(personer)s::bigint[] IS NULL OR person_id = ANY (%(personer)s::bigint[]))
),
ventende AS MATERIALIZED (
    SELECT person_id, min(fra) FILTER (WHERE 'vedtak' = ANY (avvik)) AS vedtak_fra, min(mangler_siden) AS siden
    FROM avvik GROUP BY person_id
),
liv AS MATERIALIZED (
    SELECT person_id, person_id AS liv FROM ventende
    UNION ALL
    SELECT person_id, -person_id FROM ventende
    UNION ALL
    SELECT id, id FROM nir_person WHERE %(alle)s AND id NOT IN (SELECT person_id FROM ventende)
),
brukbar AS MATERIALIZED (
    SELECT ordning, aar_nr, landgruppe, budsjettaar, beloep FROM tilskudd_brukbare_satser(%(demo)s)
),
sats AS MATERIALIZED (
    SELECT n.ordning, n.aar_nr, n.landgruppe, aaret AS budsjettaar, coalesce(b.beloep, 0) AS beloep,
           b.budsjettaar IS NOT NULL AND b.budsjettaar < aaret AS anslag
    FROM (
        SELECT 'P-AR' AS ordning, nr AS aar_nr, gruppe AS landgruppe
        FROM generate_series(1, 3) nr, unnest('{H,L,""}'::text[]) gruppe
        UNION ALL SELECT 'P37D', 1, ''
    ) n
    CROSS JOIN generate_series(1990, date_part('year', %(dag_etter)s::date)::int) aaret
    LEFT JOIN LATERAL (
        SELECT r.beloep, r.budsjettaar FROM brukbar r
        WHERE r.ordning = n.ordning AND r.aar_nr = n.aar_nr AND r.landgruppe = n.landgruppe
          AND (r.budsjettaar = aaret OR (%(anslag)s AND r.budsjettaar < aaret))
        ORDER BY r.budsjettaar DESC LIMIT 1
    ) b ON true
),
kjent_person AS (
    SELECT l.liv AS person_id, p.id, p.foedselsdato, p.tillatelse, p.tillatelse_dato, p.landgruppe
    FROM liv l JOIN nir_personopplysning p USING (person_id)
    WHERE p.erstattet IS NULL AND NOT p.annullert
),
kjent_bosted AS (
    SELECT l.liv AS person_id, b.id, b.kommune_id, b.fra, b.til
    FROM liv l JOIN nir_bosted b USING (person_id)
    WHERE b.erstattet IS NULL AND NOT b.annullert
),
kjent_vedtak AS (
    SELECT l.liv AS person_id, v.id, v.startdato
    FROM liv l JOIN nir_vedtak v USING (person_id)
    WHERE v.erstattet IS NULL AND NOT v.annullert AND v.ordning = 'norsk' AND v.vedtakstype = 'innvilget'
    UNION ALL
    SELECT -person_id, 0, vedtak_fra FROM ventende WHERE vedtak_fra IS NOT NULL
),
kjent_stans AS (
    SELECT l.liv AS person_id, s.id, s.fra
    FROM liv l JOIN nir_stans s USING (person_id)
    WHERE s.erstattet IS NULL AND NOT s.annullert AND s.ordning = 'norsk' AND s.varighet = 'permanent'
),
kjent_vgo AS (
    SELECT l.liv AS person_id, g.id, g.fylke_id, g.fra, g.til
    FROM liv l JOIN nir_fulltidvgo g USING (person_id)
    WHERE g.erstattet IS NULL AND NOT g.annullert
      AND g.til IS NOT NULL AND (g.timer_per_uke >= 30 OR (g.kombinasjonsklasse AND g.hovedansvar_fylke))
      AND (l.liv > 0 OR NOT EXISTS (
          SELECT FROM avvik a
          WHERE a.person_id = g.person_id AND a.avvik <> ARRAY['vedtak']
            AND a.dager && daterange(g.fra, g.til, '[]')
      ))
    UNION ALL
    SELECT -person_id, 0, %(fylke)s, fra, slutt FROM avvik
    WHERE avvik <> ARRAY['vedtak'] AND avvik <> ARRAY['fulltid'] AND fra <= slutt
)
