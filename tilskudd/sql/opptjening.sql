-- What every recipient has earned up to the end of a quarter, less what is posted: the whole county in one pass.
-- Composed with a tail that inserts or shows (see `motor.py`). Parameters: kjoering (whose pinned rates are used),
-- t (the cut-off instant), dag_etter (first day after the quarter). The readable twin is `tilskudd/rules`.
--
-- Shape: signed pieces. A municipality's days are its residence days, minus those a county's period takes; both are
-- pieces of one grant year, so the sum over quarters is a plain aggregate and posted amounts join it with a minus.
WITH sats AS MATERIALIZED (
    SELECT ordning, aar_nr, landgruppe, budsjettaar, beloep
    FROM tilskudd_kjoeringssats WHERE kjoering_id = %(kjoering)s
),
-- § 3: permit and age decide the scheme
person AS (
    SELECT person_id, id AS personopplysning_id, tillatelse_dato,
           CASE tillatelse WHEN '9e' THEN 'P37D' ELSE 'P-AR' END AS ordning,
           CASE tillatelse WHEN '9e' THEN '' ELSE landgruppe END AS landgruppe,
           CASE tillatelse WHEN '9e' THEN 1 ELSE 3 END AS antall_aar,
           (foedselsdato + interval '67 years')::date AS fyller_67
    FROM nir_personopplysning
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
      AND tillatelse IN ('9a', '9b', '9c', '9d', '9e', '9f', '9g', '27')
      AND tillatelse_dato >= foedselsdato + interval '18 years'
      AND tillatelse_dato < foedselsdato + interval '67 years'
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
-- § 4: the triggered grant years that have begun
aar AS MATERIALIZED (
    SELECT p.person_id, p.ordning, p.landgruppe, n.aar_nr::smallint AS aar_nr, n.fra, n.slutt,
           CASE p.ordning WHEN 'P37D' THEN 'P37D-AR1' ELSE 'P-AR' || n.aar_nr || '-' || p.landgruppe END AS kode,
           n.slutt - n.fra AS d, extract(year FROM n.fra)::smallint AS budsjettaar, r.beloep AS sats,
           least(n.slutt, p.fyller_67, s.stanset, %(dag_etter)s) AS stopp,
           p.personopplysning_id, v.vedtak_id, i.innreise_id, s.stans_id, s.stanset
    FROM person p
    JOIN vedtak v USING (person_id)
    JOIN innreise i USING (person_id)
    LEFT JOIN stans s USING (person_id)
    CROSS JOIN LATERAL (
        SELECT CASE p.ordning WHEN 'P37D' THEN v.startdato ELSE greatest(p.tillatelse_dato, i.innreise) END AS start
    ) b
    CROSS JOIN LATERAL (
        SELECT nr AS aar_nr, (b.start + (nr - 1) * interval '1 year')::date AS fra,
               (b.start + nr * interval '1 year')::date AS slutt
        FROM generate_series(1, p.antall_aar) nr
    ) n
    LEFT JOIN sats r ON r.ordning = p.ordning AND r.aar_nr = n.aar_nr AND r.landgruppe = p.landgruppe
                    AND r.budsjettaar = extract(year FROM n.fra)
    WHERE v.startdato < n.slutt AND n.fra < least(p.fyller_67, s.stanset, %(dag_etter)s)
),
-- § 5: days with a folkeregistrert kommune, as day numbers [a, b) of the grant year
bosatt AS MATERIALIZED (
    SELECT y.*, b.bosted_id, b.kommune_id, greatest(b.fra, y.fra) - y.fra AS a, least(b.slutt, y.stopp) - y.fra AS b
    FROM aar y JOIN bosted b USING (person_id)
    WHERE b.fra < y.stopp AND y.fra < b.slutt
),
mangler AS MATERIALIZED (
    SELECT DISTINCT person_id, ordning, aar_nr FROM bosatt WHERE sats IS NULL
),
-- … and those of them that a county's period takes
fylkets AS MATERIALIZED (
    SELECT h.*, g.vgo_id, g.fylke_id, greatest(h.a, g.fra - h.fra) AS fylke_a, least(h.b, g.slutt - h.fra) AS fylke_b
    FROM bosatt h JOIN vgo g USING (person_id)
    WHERE h.sats IS NOT NULL AND g.fra < h.fra + h.b AND h.fra + h.a < g.slutt
),
bit AS MATERIALIZED (
    SELECT person_id, kode, aar_nr, kommune_id AS mottaker_id, fra, d, sats, a, b, 1 AS fortegn, bosted_id,
           NULL::bigint AS vgo_id
    FROM bosatt WHERE sats IS NOT NULL
    UNION ALL
    SELECT person_id, kode, aar_nr, kommune_id, fra, d, sats, fylke_a, fylke_b, -1, bosted_id, vgo_id FROM fylkets
    UNION ALL
    SELECT person_id, kode, aar_nr, fylke_id, fra, d, sats, fylke_a, fylke_b, 1, bosted_id, vgo_id FROM fylkets
),
-- quarters by their index (year · 4 + number − 1), with first day and first day after
kvartal AS MATERIALIZED (
    SELECT i AS kvartal, make_date(i / 4, i %% 4 * 3 + 1, 1) AS fra,
           make_date((i + 1) / 4, (i + 1) %% 4 * 3 + 1, 1) AS slutt
    FROM generate_series(1900 * 4, 2101 * 4) i
),
del AS (
    SELECT s.person_id, s.kode, s.aar_nr, s.mottaker_id, s.kvartal, s.fortegn, s.d, s.sats,
           greatest(s.a, k.fra - s.fra) AS a, least(s.b, k.slutt - s.fra) AS b
    FROM (
        SELECT bit.*, generate_series(
                   (extract(year FROM fra + a) * 4 + extract(quarter FROM fra + a) - 1)::int,
                   (extract(year FROM fra + b - 1) * 4 + extract(quarter FROM fra + b - 1) - 1)::int
               ) AS kvartal
        FROM bit
    ) s JOIN kvartal k USING (kvartal)
),
bokfoert AS (
    SELECT l.person_id, l.ordning, l.aar_nr, l.mottaker_id, l.kvartal, l.beloep, l.dager
    FROM tilskudd_linje l
    JOIN tilskudd_kjoering k ON k.id = l.kjoering_id AND k.tilstand IN ('godkjent', 'utbetalt')
    WHERE NOT EXISTS (
        SELECT FROM mangler m
        WHERE m.person_id = l.person_id AND m.aar_nr = l.aar_nr AND m.ordning = left(l.ordning, 4)
    )
),
-- § 6: amount now − amount posted; zero gives no line
endret AS MATERIALIZED (
    SELECT person_id, kode, aar_nr, mottaker_id, kvartal,
           sum(dager)::int AS dager_etter, sum(beloep)::int AS beloep_etter,
           sum(dager_foer)::int AS dager_foer, sum(beloep_foer)::int AS beloep_foer
    FROM (
        SELECT person_id, kode, aar_nr, mottaker_id, kvartal, fortegn * (b - a) AS dager,
               fortegn * (((2::bigint * sats * b + d) / (2 * d)) - ((2::bigint * sats * a + d) / (2 * d)))::int
                   AS beloep,
               0 AS dager_foer, 0 AS beloep_foer
        FROM del
        UNION ALL
        SELECT person_id, ordning, aar_nr, mottaker_id, kvartal, 0, 0, dager, beloep FROM bokfoert
    ) alt
    GROUP BY person_id, kode, aar_nr, mottaker_id, kvartal
    HAVING sum(beloep) <> sum(beloep_foer)
),
-- the stretches and facts behind the lines that changed, and only those
grunnlag AS (
    SELECT e.person_id, e.kode, e.mottaker_id, e.kvartal,
           range_agg(int4range(greatest(s.a, k.fra - s.fra), least(s.b, k.slutt - s.fra))) FILTER (WHERE s.fortegn = 1)
             - coalesce(range_agg(int4range(greatest(s.a, k.fra - s.fra), least(s.b, k.slutt - s.fra)))
                        FILTER (WHERE s.fortegn = -1), '{}') AS strekk,
           array_agg(DISTINCT s.bosted_id) AS bosted_ider,
           coalesce(array_agg(DISTINCT s.vgo_id) FILTER (WHERE s.vgo_id IS NOT NULL), '{}') AS vgo_ider
    FROM endret e
    JOIN kvartal k USING (kvartal)
    JOIN bit s ON s.person_id = e.person_id AND s.kode = e.kode AND s.mottaker_id = e.mottaker_id
             AND s.fra + s.a < k.slutt AND k.fra < s.fra + s.b
    WHERE e.dager_etter > 0
    GROUP BY e.person_id, e.kode, e.mottaker_id, e.kvartal
),
linje AS (
    SELECT e.person_id, e.kode AS ordning, e.aar_nr, e.mottaker_id, e.kvartal,
           CASE WHEN e.beloep_etter < e.beloep_foer THEN 'trekk'
                WHEN e.kvartal = %(kvartal)s THEN 'ordinaer' ELSE 'etterbetaling' END AS type,
           e.dager_etter - e.dager_foer AS dager, e.dager_foer, e.dager_etter,
           e.beloep_etter - e.beloep_foer AS beloep, e.beloep_foer, e.beloep_etter,
           y.sats, y.fra AS aar_fra, y.d AS dager_i_aaret, g.strekk,
           y.personopplysning_id, y.vedtak_id,
           CASE WHEN y.ordning = 'P37D' OR y.innreise_id = ANY (g.bosted_ider) THEN g.bosted_ider
                ELSE y.innreise_id || g.bosted_ider END AS bosted_ider,
           g.vgo_ider,
           CASE WHEN y.stanset < least(k.slutt, y.slutt) THEN y.stans_id END AS stans_id
    FROM endret e
    JOIN grunnlag g USING (person_id, kode, mottaker_id, kvartal)
    JOIN aar y USING (person_id, kode)
    JOIN kvartal k ON k.kvartal = e.kvartal
    UNION ALL
    -- a deduction to zero days keeps the rate and the facts of the lines it reverses
    SELECT e.person_id, e.kode, e.aar_nr, e.mottaker_id, e.kvartal,
           CASE WHEN e.beloep_foer > 0 THEN 'trekk'
                WHEN e.kvartal = %(kvartal)s THEN 'ordinaer' ELSE 'etterbetaling' END,
           -e.dager_foer, e.dager_foer, 0, -e.beloep_foer, e.beloep_foer, 0,
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
