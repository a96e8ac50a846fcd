-- What was expected beside what came, per payment round, code and person; the outcome as in `rules/utfall.py`.
-- Rounds with a payment only: what IMDi has not paid yet, is not missing. What was posted as already paid (opening
-- runs) is not expected. Where IMDi gave a sum without persons, those it did not name are held against it together.
-- Parameters: fylket (recipient), avrunding (øre).
CREATE TEMPORARY TABLE innbetalinger_ny ON COMMIT DROP AS
WITH betalt AS (
    SELECT i.kvartal, i.kode, i.person_id, CASE WHEN i.person_id IS NULL THEN i.duf ELSE '' END AS duf,
           sum(i.beloep_oere)::bigint AS oere
    FROM innbetalinger_innbetaling i JOIN innbetalinger_innbetalingsfil f ON f.id = i.fil_id
    WHERE i.gjelder AND f.trukket_tid IS NULL
    GROUP BY 1, 2, 3, 4
), ventet AS (
    SELECT k.kvartal, l.ordning AS kode, l.person_id, sum(l.beloep)::bigint * 100 AS oere
    FROM tilskudd_kjoering k JOIN tilskudd_linje l ON l.kjoering_id = k.id AND l.mottaker_id = %(fylket)s
    WHERE k.tilstand IN ('godkjent', 'utbetalt') AND k.slag = 'ordinaer'
      AND k.kvartal IN (SELECT kvartal FROM betalt)
    GROUP BY 1, 2, 3
), summert AS (
    SELECT DISTINCT kvartal, kode FROM betalt WHERE person_id IS NULL AND duf = ''
), rad AS (
    SELECT kvartal, kode, person_id, duf, 0::bigint AS forventet, oere AS mottatt FROM betalt
    UNION ALL
    SELECT v.kvartal, v.kode,
           CASE WHEN s.kode IS NULL OR b.kode IS NOT NULL THEN v.person_id END, '', v.oere, 0
    FROM ventet v
    LEFT JOIN summert s USING (kvartal, kode)
    LEFT JOIN betalt b ON (b.kvartal, b.kode, b.person_id) = (v.kvartal, v.kode, v.person_id)
), gruppe AS (
    SELECT kvartal, kode, person_id, duf, sum(forventet)::bigint AS forventet, sum(mottatt)::bigint AS mottatt
    FROM rad GROUP BY 1, 2, 3, 4
), ensidig AS (
    SELECT *, CASE WHEN forventet = 0 THEN mottatt ELSE -forventet END AS oere
    FROM gruppe WHERE person_id IS NOT NULL AND (forventet = 0) <> (mottatt = 0)
), byttet AS (
    SELECT DISTINCT a.kvartal, a.kode, a.person_id
    FROM ensidig a JOIN ensidig b ON b.person_id = a.person_id AND (a.forventet = 0) <> (b.forventet = 0)
        AND sign(a.oere) = -sign(b.oere)
        AND (a.kvartal = b.kvartal AND a.kode <> b.kode
             OR a.kvartal <> b.kvartal AND a.kode = b.kode AND abs(a.oere + b.oere) <= %(avrunding)s)
)
SELECT g.*,
       CASE
           WHEN g.duf <> '' THEN 'ukjent_person'
           WHEN g.forventet = g.mottatt
               OR g.forventet <> 0 AND g.mottatt <> 0 AND abs(g.forventet - g.mottatt) <= %(avrunding)s
               THEN 'stemmer'
           WHEN b.kode IS NOT NULL THEN 'annen_kode'
           WHEN g.forventet < 0 OR g.mottatt < 0 THEN 'trekk'
           WHEN g.forventet <> 0 AND g.mottatt <> 0 THEN 'annet_beloep'
           WHEN g.mottatt <> 0 THEN 'mer'
           ELSE 'mangler'
       END AS utfall
FROM gruppe g LEFT JOIN byttet b USING (kvartal, kode, person_id)
WHERE g.forventet <> 0 OR g.mottatt <> 0
