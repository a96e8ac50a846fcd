-- What every recipient has earned up to a day: the whole county in one pass. Composed (see `motor.py`) behind the facts
-- it earns from (`kjent_…` and `sats`: those of a run in `kjente_fakta.sql`), and before what is made of it: all
-- reads `del`. Parameter: dag_etter (the first day that is not counted). The readable twin: `tilskudd/rules`.
--
-- Shape: signed pieces. A municipality's days are its residence days, minus those a county's period takes; both are
-- pieces of one grant year, so the sum over quarters is a plain aggregate, and posted amounts join it with a minus.
,
-- § 3: permit and age decide the scheme. Exact birthdays are worked out only for ages near the limits: 18 years are
-- at most 6575 days, 67 years at least 24471.
person AS (
    SELECT person_id, id AS personopplysning_id, tillatelse_dato,
           CASE tillatelse WHEN '9e' THEN 'P37D' ELSE 'P-AR' END AS ordning,
           CASE tillatelse WHEN '9e' THEN '' ELSE landgruppe END AS landgruppe,
           CASE WHEN %(dag_etter)s - foedselsdato >= 24471
                THEN (foedselsdato + interval '67 years')::date END AS fyller_67
    FROM kjent_person
    WHERE tillatelse IN ('9a', '9b', '9c', '9d', '9e', '9f', '9g', '27')
      AND CASE WHEN tillatelse_dato - foedselsdato BETWEEN 6575 AND 24470 THEN true
               ELSE tillatelse_dato >= foedselsdato + interval '18 years'
                    AND tillatelse_dato < foedselsdato + interval '67 years' END
),
vedtak AS (
    SELECT DISTINCT ON (person_id) person_id, id AS vedtak_id, startdato
    FROM kjent_vedtak
    ORDER BY person_id, startdato, id
),
bosted AS MATERIALIZED (
    SELECT person_id, id AS bosted_id, kommune_id, fra, coalesce(til + 1, 'infinity') AS slutt
    FROM kjent_bosted
),
innreise AS (
    SELECT DISTINCT ON (person_id) person_id, bosted_id AS innreise_id, fra AS innreise
    FROM bosted ORDER BY person_id, fra, bosted_id
),
stans AS (
    SELECT DISTINCT ON (person_id) person_id, id AS stans_id, fra AS stanset
    FROM kjent_stans
    ORDER BY person_id, fra, id
),
vgo AS (
    SELECT person_id, id AS vgo_id, fylke_id, fra, til + 1 AS slutt
    FROM kjent_vgo
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
)
