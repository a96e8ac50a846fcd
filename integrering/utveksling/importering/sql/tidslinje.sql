-- Each registration's versions in the order they were known: those of the file, and those the table has.
-- A row equal to the version before it changes nothing; after one that is annulled it always says something. A row before all known versions is one more, that ends where
-- the first of them starts. `slutt` is when the next one takes over.
WITH froe AS (
    -- ids of new registrations: one random seed and the line, as a random number for each line is much slower
    SELECT gen_random_uuid()::text AS id
), gode AS (
    SELECT k.*
    FROM utv_kandidat k
    WHERE NOT EXISTS (SELECT FROM utv_avvik a WHERE a.linje = k.linje AND NOT a.merk)
), flere AS (
    -- registrations with more to say than one new row: few, and only they need the windows below
    SELECT gruppe FROM gode GROUP BY gruppe HAVING count(*) > 1 OR count(registrering_id) > 0
), ledd AS (
    SELECT k.linje, k.gruppe, k.naar, ROW(k.duf, {k_verdier})::text AS verdi, k.registrering_id, false AS kjent,
           false AS annullert_naa
    FROM gode k WHERE k.gruppe IN (SELECT gruppe FROM flere)
    UNION ALL
    SELECT NULL, k.gruppe, d.registrert, CASE WHEN d.annullert THEN '' ELSE ROW(k.duf, {d_verdier})::text END,
           k.registrering_id, true, d.annullert AND d.erstattet IS NULL
    FROM (SELECT DISTINCT gruppe, registrering_id, duf FROM gode WHERE registrering_id IS NOT NULL) k
    JOIN {tabell} d ON d.registrering_id = k.registrering_id AND ({historisk} OR d.erstattet IS NULL)
), rekke AS (
    SELECT *,
           left(gruppe, 1) = 'n' AS med_noekkel,
           verdi = lag(verdi) OVER forrige AS lik_forrige,
           naar = lag(naar) OVER forrige AND lag(kjent) OVER forrige AS samtidig_med_kjent,
           min(verdi) FILTER (WHERE NOT kjent) OVER samtidig <> max(verdi) FILTER (WHERE NOT kjent) OVER samtidig
               AS ulike_samtidig,
           min(verdi) OVER alle <> max(verdi) OVER alle AS ulike,
           min(verdi) FILTER (WHERE NOT kjent) OVER alle <> max(verdi) FILTER (WHERE NOT kjent) OVER alle AS ulike_nye,
           -- nobody says it any more: the row is taken as if it were new
           registrering_id IS NULL OR bool_or(annullert_naa) OVER alle AS fri,
           count(*) FILTER (WHERE kjent) OVER forrige > 0 AS etter_kjent,
           min(naar) FILTER (WHERE kjent) OVER resten AS neste_kjente
    FROM ledd
    WINDOW forrige AS (PARTITION BY gruppe ORDER BY naar, kjent DESC, verdi, linje ROWS UNBOUNDED PRECEDING),
           resten AS (PARTITION BY gruppe ORDER BY naar, kjent DESC, verdi, linje
                      ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING),
           alle AS (PARTITION BY gruppe ORDER BY naar, kjent DESC, verdi, linje
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
           samtidig AS (PARTITION BY gruppe, naar)
), vurdert AS (
    SELECT *,
           CASE
               WHEN med_noekkel AND ulike_samtidig OR NOT med_noekkel AND fri AND ulike_nye
                   THEN 'ulike_i_filen'
               WHEN lik_forrige THEN 'uendret'
               WHEN NOT med_noekkel AND NOT fri AND (etter_kjent OR neste_kjente IS NOT NULL AND ulike) THEN 'uendret'
               WHEN samtidig_med_kjent THEN 'samme_oeyeblikk'
               WHEN etter_kjent AND neste_kjente IS NOT NULL THEN 'alt_erstattet'
               WHEN registrering_id IS NOT NULL
                   OR row_number() OVER (PARTITION BY gruppe ORDER BY naar, verdi, linje) > 1 THEN 'ny versjon'
               ELSE 'ny'
           END AS utfall,
           coalesce(registrering_id, first_value(md5(froe.id || linje)::uuid) OVER (
               PARTITION BY gruppe ORDER BY naar, verdi, linje)) AS registrering
    FROM rekke, froe WHERE NOT kjent
)
SELECT linje, gruppe, naar, registrering AS registrering_id,
       -- «gjentatt» says what another row of the file says of that instant: it stands and falls with that row,
       -- so that it means nothing which of them came first
       CASE WHEN utfall = 'uendret' AND bool_or(utfall IN ('ny', 'ny versjon')) OVER (PARTITION BY gruppe, naar)
           THEN 'gjentatt' ELSE utfall END AS utfall,
       etter_kjent,
       least(neste_kjente, min(naar) FILTER (WHERE utfall IN ('ny', 'ny versjon')) OVER (
           PARTITION BY gruppe ORDER BY naar, verdi, linje ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)) AS slutt
FROM vurdert
UNION ALL
SELECT linje, gruppe, naar, md5(froe.id || linje)::uuid, 'ny', false, NULL
FROM gode, froe WHERE gruppe NOT IN (SELECT gruppe FROM flere)
