-- What is earned (`opptjening.sql`), less what is posted: a line for every difference.
,
mangler AS MATERIALIZED (
    SELECT DISTINCT person_id, ordning, aar_nr FROM bosatt WHERE sats IS NULL
),
bokfoert AS (
    SELECT l.person_id, l.ordning AS kode, l.mottaker_id, l.kvartal, l.beloep, l.dager
    FROM tilskudd_linje l
    JOIN tilskudd_kjoering k ON k.id = l.kjoering_id AND k.tilstand IN ('godkjent', 'utbetalt')
    WHERE NOT EXISTS (
        SELECT FROM mangler m
        WHERE m.person_id = l.person_id AND m.aar_nr = l.aar_nr AND m.ordning = left(l.ordning, 4)
    )
),
-- § 6: amount now − amount posted; zero gives no line. Day i is worth R(i + 1) − R(i); R(n) is S·n/D, half rounded up
endret AS MATERIALIZED (
    SELECT person_id, kode, mottaker_id, kvartal, coalesce(sum(dager), 0)::int AS dager_etter,
           coalesce(sum(beloep), 0)::int AS beloep_etter, coalesce(sum(dager_foer), 0)::int AS dager_foer,
           coalesce(sum(beloep_foer), 0)::int AS beloep_foer,
           count(a) AS biter, min(a) AS a, min(b) AS b, min(bosted_id) AS bosted_id, min(vgo_id) AS vgo_id
    FROM (
        SELECT person_id, kode, mottaker_id, kvartal, fortegn * (b - a) AS dager,
               fortegn * ((2::bigint * sats * b + d) / (2 * d) - (2::bigint * sats * a + d) / (2 * d))::int AS beloep,
               NULL::int AS dager_foer, NULL::int AS beloep_foer, a, b, bosted_id, vgo_id
        FROM del
        UNION ALL
        SELECT person_id, kode, mottaker_id, kvartal, NULL, NULL, dager, beloep, NULL, NULL, NULL, NULL FROM bokfoert
    ) alt
    GROUP BY person_id, kode, mottaker_id, kvartal
    HAVING coalesce(sum(beloep), 0) <> coalesce(sum(beloep_foer), 0)
),
-- the stretches and facts behind the lines that changed, and only those: most have one piece …
grunnlag AS (
    SELECT person_id, kode, mottaker_id, kvartal, dager_foer, dager_etter, beloep_foer, beloep_etter,
           int4multirange(int4range(a, b)) AS strekk, ARRAY[bosted_id] AS bosted_ider,
           array_remove(ARRAY[vgo_id], NULL) AS vgo_ider
    FROM endret WHERE biter = 1 AND dager_etter > 0
    UNION ALL
    -- … those with several are taken apart once more
    SELECT person_id, kode, mottaker_id, kvartal, dager_foer, dager_etter, beloep_foer, beloep_etter,
           range_agg(int4range(a, b)) FILTER (WHERE fortegn = 1)
             - coalesce(range_agg(int4range(a, b)) FILTER (WHERE fortegn = -1), '{}'),
           array_agg(DISTINCT bosted_id),
           coalesce(array_agg(DISTINCT vgo_id) FILTER (WHERE vgo_id IS NOT NULL), '{}')
    FROM (
        SELECT e.person_id, e.kode, e.mottaker_id, e.kvartal, e.dager_foer, e.dager_etter, e.beloep_foer,
               e.beloep_etter, s.fortegn, s.bosted_id, s.vgo_id,
               greatest(s.a, k.fra - s.fra) AS a, least(s.b, k.slutt - s.fra) AS b
        FROM endret e JOIN kvartal k USING (kvartal) JOIN bit s USING (person_id, kode, mottaker_id)
        WHERE e.biter > 1 AND e.dager_etter > 0 AND s.fra + s.a < k.slutt AND k.fra < s.fra + s.b
    ) flere
    GROUP BY person_id, kode, mottaker_id, kvartal, dager_foer, dager_etter, beloep_foer, beloep_etter
),
linje AS (
    SELECT g.person_id, g.kode AS ordning, y.aar_nr, g.mottaker_id, g.kvartal, g.dager_foer, g.dager_etter,
           g.beloep_foer, g.beloep_etter, y.sats, y.fra AS aar_fra, y.d AS dager_i_aaret, g.strekk,
           y.personopplysning_id, y.vedtak_id,
           CASE WHEN y.ordning = 'P37D' OR y.innreise_id = ANY (g.bosted_ider) THEN g.bosted_ider
                ELSE y.innreise_id || g.bosted_ider END AS bosted_ider,
           g.vgo_ider,
           CASE WHEN y.stanset < least(y.slutt, make_date((g.kvartal + 1) / 4, (g.kvartal + 1) %% 4 * 3 + 1, 1))
                THEN y.stans_id END AS stans_id
    FROM grunnlag g JOIN aar y USING (person_id, kode)
    UNION ALL
    -- a deduction to zero days keeps the rate and the facts of the lines it reverses
    SELECT e.person_id, e.kode, f.aar_nr, e.mottaker_id, e.kvartal, e.dager_foer, 0, e.beloep_foer, 0,
           f.sats, f.aar_fra, f.dager_i_aaret, '{}'::int4multirange,
           f.personopplysning_id, f.vedtak_id, f.bosted_ider, f.vgo_ider, f.stans_id
    FROM endret e
    CROSS JOIN LATERAL (
        SELECT l.* FROM tilskudd_linje l
        JOIN tilskudd_kjoering k ON k.id = l.kjoering_id AND k.tilstand IN ('godkjent', 'utbetalt')
        WHERE l.person_id = e.person_id AND l.ordning = e.kode AND l.mottaker_id = e.mottaker_id
          AND l.kvartal = e.kvartal
        ORDER BY k.kvartal DESC LIMIT 1
    ) f
    WHERE e.dager_etter = 0
)
