-- Full-time upper secondary as the county knows it, against what the municipality has registered: one row for
-- each of our full-time periods, and for each the municipality alone has. `rules/avstemming.py` gives the same
-- answer. Runs as the one who asks (security_invoker): the policies of the tables decide which rows.
CREATE OR REPLACE VIEW opplaering_avstemming WITH (security_invoker) AS
WITH dagen AS MATERIALIZED (
    SELECT (now() AT TIME ZONE 'Europe/Oslo')::date AS i_dag
), deler AS NOT MATERIALIZED (
    -- who is responsible by § 30 on the day of the period that is nearest today: as `rules/ansvar.py`
    SELECT s.*, p.kommune_id,
        (s.maalgruppe IN ('program', 'rett_plikt')
            AND p.foedselsdato + interval '18 years' <= coalesce(p.tillatelse_dato, n.dag)
            AND n.dag < p.foedselsdato + interval '67 years'
            AND CASE WHEN k.kombinasjonsklasse THEN coalesce(h.ansvar, '') <> 'kommune'
                ELSE coalesce(s.fulltid_overstyrt, s.timer_per_uke >= 30) END) IS TRUE AS fulltid
    FROM opplaering_skolegang s
    CROSS JOIN dagen d
    CROSS JOIN LATERAL (SELECT greatest(s.fra, least(d.i_dag, coalesce(s.til, d.i_dag))) AS dag) n
    JOIN nir_person p ON p.id = s.person_id
    LEFT JOIN opplaering_skoleklasse k ON k.id = s.klasse_id
    LEFT JOIN LATERAL (
        SELECT b.ansvar FROM opplaering_hovedansvar b
        WHERE b.klasse_id = s.klasse_id AND b.fra <= n.dag
        ORDER BY b.fra DESC, b.id DESC LIMIT 1
    ) h ON true
    WHERE s.erstattet IS NULL AND NOT s.annullert
), egne AS NOT MATERIALIZED (
    -- a new class splits a period, with the same hours on both sides: for the municipality it is one
    SELECT min(id) AS id, person_id, min(kommune_id) AS kommune_id, skole_id,
        (array_agg(registrering_id ORDER BY fra))[1] AS registrering_id, min(fra) AS fra,
        CASE WHEN NOT bool_or(til IS NULL) THEN max(til) END AS til, timer_per_uke, fulltid
    FROM (
        SELECT deler.*, count(*) FILTER (WHERE NOT videre) OVER (PARTITION BY person_id ORDER BY fra) AS loep
        FROM (
            SELECT deler.*, coalesce(lag(til) OVER w = fra - 1 AND lag(skole_id) OVER w = skole_id
                AND lag(timer_per_uke) OVER w = timer_per_uke AND lag(fulltid) OVER w = fulltid, false) AS videre
            FROM deler
            WINDOW w AS (PARTITION BY person_id ORDER BY fra)
        ) deler
    ) deler
    GROUP BY person_id, loep, skole_id, timer_per_uke, fulltid
), deres AS NOT MATERIALIZED (
    SELECT v.*, v.timer_per_uke >= 30 OR (v.kombinasjonsklasse AND v.hovedansvar_fylke) AS fulltid
    FROM nir_fulltidvgo v
    WHERE v.erstattet IS NULL AND NOT v.annullert
), vedtak AS NOT MATERIALIZED (
    -- joined, not asked for in the columns: each CASE that looks at it would read the decisions anew
    SELECT DISTINCT person_id FROM nir_vedtak
    WHERE erstattet IS NULL AND NOT annullert AND ordning = 'norsk' AND vedtakstype = 'innvilget'
), par AS (
    SELECT 's' || e.id AS noekkel, e.person_id, e.kommune_id, e.skole_id, e.registrering_id AS skolegang, e.fra, e.til,
        e.timer_per_uke, e.fulltid, r.registrering_id AS registrert, r.fra AS registrert_fra,
        r.til AS registrert_til, r.timer_per_uke AS registrert_timer, r.skole AS registrert_skole,
        w.person_id IS NOT NULL AS vedtak,
        d.i_dag,
        r.id IS NOT NULL AND CASE WHEN e.til IS NOT NULL THEN e.til IS DISTINCT FROM r.til ELSE r.til < d.i_dag END
            AND r.til IS NOT NULL AS annen_slutt
    FROM egne e
    CROSS JOIN dagen d
    LEFT JOIN LATERAL (
        SELECT v.* FROM deres v
        WHERE v.person_id = e.person_id
          AND daterange(v.fra, v.til, '[]') && daterange(e.fra, e.til, '[]')
        ORDER BY v.fra <> e.fra, v.fra LIMIT 1
    ) r ON true
    LEFT JOIN vedtak w ON w.person_id = e.person_id
    WHERE e.fulltid OR r.fulltid
), stand AS (
    SELECT par.*,
        CASE
            WHEN NOT fulltid THEN 'andre_timer'
            WHEN NOT vedtak THEN 'mangler_vedtak'
            WHEN registrert IS NULL THEN 'mangler_periode'
            WHEN til < i_dag AND (registrert_til IS NULL OR registrert_til >= i_dag) THEN 'avsluttet_her_ikke_der'
            WHEN registrert_til IS NULL THEN 'mangler_sluttdato'
            WHEN fra <> registrert_fra OR annen_slutt THEN 'andre_datoer'
            WHEN timer_per_uke <> registrert_timer THEN 'andre_timer'
            ELSE 'stemmer'
        END AS tilstand
    FROM par
)
SELECT noekkel, person_id, kommune_id, skole_id, skolegang, fra, til, timer_per_uke, registrert,
    registrert_fra, registrert_til, registrert_timer, registrert_skole, tilstand,
    CASE WHEN NOT fulltid THEN ARRAY['fulltid'] ELSE array_remove(ARRAY[
        CASE WHEN NOT vedtak THEN 'vedtak' END,
        CASE WHEN registrert IS NULL THEN 'periode' END,
        CASE WHEN registrert IS NOT NULL AND registrert_til IS NULL THEN 'sluttdato' END,
        CASE WHEN fra <> registrert_fra THEN 'fra' END,
        CASE WHEN annen_slutt THEN 'til' END,
        CASE WHEN timer_per_uke <> registrert_timer THEN 'timer' END
    ], NULL) END AS avvik,
    CASE
        WHEN tilstand = 'stemmer' THEN NULL
        WHEN tilstand = 'avsluttet_her_ikke_der' THEN til + 1
        WHEN tilstand <> 'andre_datoer' THEN fra
        WHEN fra <> registrert_fra THEN least(fra, registrert_fra)
        ELSE least(til, registrert_til) + 1
    END AS mangler_siden
FROM stand
UNION ALL
SELECT 'v' || v.id, v.person_id, p.kommune_id, NULL, NULL, NULL, NULL, NULL, v.registrering_id, v.fra, v.til,
    v.timer_per_uke, v.skole, 'ikke_hos_oss', ARRAY[]::text[], v.fra
FROM deres v JOIN nir_person p ON p.id = v.person_id
WHERE NOT EXISTS (
    SELECT FROM egne e
    WHERE e.person_id = v.person_id AND daterange(v.fra, v.til, '[]') && daterange(e.fra, e.til, '[]')
);
