-- What every recipient has earned up to the end of a quarter, less what is posted: the whole county in one pass.
-- Composed with a tail that inserts or shows (see `motor.py`). Parameters: kjoering (whose pinned rates are used),
-- t (the cut-off instant), kvartal (its index), dag_etter (first day after it). The readable twin: `tilskudd/rules`.
--
-- Shape: signed pieces. A municipality's days are its residence days, minus those a county's period takes; both are
-- pieces of one grant year, so the sum over quarters is a plain aggregate, and posted amounts join it with a minus.
WITH sats AS MATERIALIZED (
    SELECT ordning, aar_nr, landgruppe, budsjettaar, beloep
    FROM tilskudd_kjoeringssats WHERE kjoering_id = %(kjoering)s
),
-- § 3: permit and age decide the scheme. Exact birthdays are worked out only for ages near the limits: 18 years are
-- at most 6575 days, 67 years at least 24471.
person AS (
    SELECT person_id, id AS personopplysning_id, tillatelse_dato,
           CASE tillatelse WHEN '9e' THEN 'P37D' ELSE 'P-AR' END AS ordning,
           CASE tillatelse WHEN '9e' THEN '' ELSE landgruppe END AS landgruppe,
           CASE WHEN %(dag_etter)s - foedselsdato >= 24471
                THEN (foedselsdato + interval '67 years')::date END AS fyller_67
    FROM nir_personopplysning
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
      AND tillatelse IN ('9a', '9b', '9c', '9d', '9e', '9f', '9g', '27')
      AND CASE WHEN tillatelse_dato - foedselsdato BETWEEN 6575 AND 24470 THEN true
               ELSE tillatelse_dato >= foedselsdato + interval '18 years'
                    AND tillatelse_dato < foedselsdato + interval '67 years' END
),
vedtak AS (
    SELECT DISTINCT ON (person_id) person_id, id AS vedtak_id, startdato
    FROM nir_vedtak
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
      AND ordning = 'norsk' AND vedtakstype = 'innvilget'
    ORDER BY person_id, startdato, id
),
bosted AS MATERIALIZED (
    SELECT person_id, id AS bosted_id, kommune_id, fra, coalesce(til + 1, 'infinity') AS slutt
    FROM nir_bosted
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
),
innreise AS (
    SELECT DISTINCT ON (person_id) person_id, bosted_id AS innreise_id, fra AS innreise
    FROM bosted ORDER BY person_id, fra, bosted_id
),
stans AS (
    SELECT DISTINCT ON (person_id) person_id, id AS stans_id, fra AS stanset
    FROM nir_stans
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
      AND ordning = 'norsk' AND varighet = 'permanent'
    ORDER BY person_id, fra, id
),
vgo AS (
    SELECT person_id, id AS vgo_id, fylke_id, fra, til + 1 AS slutt
    FROM nir_fulltidvgo
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
      AND til IS NOT NULL AND (timer_per_uke >= 30 OR (kombinasjonsklasse AND hovedansvar_fylke))
),
start AS (
    SELECT person_id, ordning, landgruppe, personopplysning_id, vedtak_id, startdato, innreise_id, stans_id, stanset,
           least(fyller_67, stanset, %(dag_etter)s) AS stopp, inn AS aar_1, (inn + interval '1 year')::date AS aar_2,
           (inn + interval '2 years')::date AS aar_3, (inn + interval '3 years')::date AS aar_4
    FROM person JOIN vedtak USING (person_id) JOIN innreise USING (person_id) LEFT JOIN stans USING (person_id)
    CROSS JOIN LATERAL (
        SELECT CASE ordning WHEN 'P37D' THEN startdato ELSE greatest(tillatelse_dato, innreise) END AS inn
    ) i
),
-- § 4: the grant years that have begun and that a decision triggers, by anniversaries; 29 February becomes the 28th
aar AS MATERIALIZED (
    SELECT n.*, n.slutt - n.fra AS d, date_part('year', n.fra)::int AS budsjettaar, r.beloep AS sats,
           CASE n.ordning WHEN 'P37D' THEN 'P37D-AR1' ELSE 'P-AR' || n.aar_nr || '-' || n.landgruppe END AS kode
    FROM (
        SELECT start.*, 1 AS aar_nr, aar_1 AS fra, aar_2 AS slutt FROM start WHERE aar_1 < stopp
        UNION ALL
        SELECT start.*, 2, aar_2, aar_3 FROM start WHERE aar_2 < stopp AND ordning = 'P-AR'
        UNION ALL
        SELECT start.*, 3, aar_3, aar_4 FROM start WHERE aar_3 < stopp AND ordning = 'P-AR'
    ) n
    LEFT JOIN sats r ON r.ordning = n.ordning AND r.aar_nr = n.aar_nr AND r.landgruppe = n.landgruppe
                    AND r.budsjettaar = date_part('year', n.fra)::int
    WHERE n.startdato < n.slutt
),
-- § 5: days with a folkeregistrert kommune, as day numbers [a, b) of the grant year
bosatt AS MATERIALIZED (
    SELECT y.person_id, y.kode, y.ordning, y.aar_nr, y.landgruppe, y.budsjettaar, y.fra, y.d, y.sats,
           b.bosted_id, b.kommune_id, greatest(b.fra, y.fra) - y.fra AS a, least(b.slutt, y.slutt, y.stopp) - y.fra AS b
    FROM aar y JOIN bosted b USING (person_id)
    WHERE b.fra < least(y.slutt, y.stopp) AND y.fra < b.slutt
),
mangler AS MATERIALIZED (
    SELECT DISTINCT person_id, ordning, aar_nr FROM bosatt WHERE sats IS NULL
),
-- … and those of them that a county's period takes
fylkets AS MATERIALIZED (
    SELECT h.person_id, h.kode, h.fra, h.d, h.sats, h.bosted_id, h.kommune_id, g.vgo_id, g.fylke_id,
           greatest(h.a, g.fra - h.fra) AS a, least(h.b, g.slutt - h.fra) AS b
    FROM bosatt h JOIN vgo g USING (person_id)
    WHERE h.sats IS NOT NULL AND g.fra < h.fra + h.b AND h.fra + h.a < g.slutt
),
bit AS MATERIALIZED (
    SELECT person_id, kode, kommune_id AS mottaker_id, fra, d, sats, a, b, 1 AS fortegn, bosted_id,
           NULL::bigint AS vgo_id
    FROM bosatt WHERE sats IS NOT NULL
    UNION ALL
    SELECT person_id, kode, kommune_id, fra, d, sats, a, b, -1, bosted_id, vgo_id FROM fylkets
    UNION ALL
    SELECT person_id, kode, fylke_id, fra, d, sats, a, b, 1, bosted_id, vgo_id FROM fylkets
),
-- quarters by their index (year · 4 + number − 1), with first day and first day after
kvartal AS MATERIALIZED (
    SELECT i AS kvartal, make_date(i / 4, i %% 4 * 3 + 1, 1) AS fra,
           make_date((i + 1) / 4, (i + 1) %% 4 * 3 + 1, 1) AS slutt
    FROM generate_series(1900 * 4, 2101 * 4) i
),
del AS (
    SELECT s.person_id, s.kode, s.mottaker_id, s.kvartal, s.fortegn, s.d, s.sats, s.bosted_id, s.vgo_id,
           greatest(s.a, k.fra - s.fra) AS a, least(s.b, k.slutt - s.fra) AS b
    FROM (
        SELECT bit.*, generate_series(
                   date_part('year', fra + a)::int * 4 + date_part('quarter', fra + a)::int - 1,
                   date_part('year', fra + b - 1)::int * 4 + date_part('quarter', fra + b - 1)::int - 1
               ) AS kvartal
        FROM bit
    ) s JOIN kvartal k USING (kvartal)
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
