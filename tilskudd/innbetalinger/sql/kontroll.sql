-- What came in the files, by round and code, and what is matched; what is posted for the rounds IMDi has paid for, and
-- what is held against it; the files and their rows. Parameters: fylket.
WITH betalt AS (
    SELECT i.kvartal, i.kode, sum(i.beloep_oere) AS oere
    FROM innbetalinger_innbetaling i JOIN innbetalinger_innbetalingsfil f ON f.id = i.fil_id
    WHERE i.gjelder AND f.trukket_tid IS NULL
    GROUP BY 1, 2
), ventet AS (
    SELECT k.kvartal, l.ordning AS kode, sum(l.beloep) * 100 AS oere
    FROM tilskudd_kjoering k JOIN tilskudd_linje l ON l.kjoering_id = k.id AND l.mottaker_id = %(fylket)s
    WHERE k.tilstand IN ('godkjent', 'utbetalt') AND k.slag = 'ordinaer' AND k.kvartal IN (SELECT kvartal FROM betalt)
    GROUP BY 1, 2
), avstemt AS (
    SELECT kvartal, kode, sum(forventet_oere) AS forventet, sum(mottatt_oere) AS mottatt
    FROM innbetalinger_post GROUP BY 1, 2
), fil AS (
    SELECT f.id, f.sum_oere, f.antall, coalesce(sum(i.beloep_oere), 0) AS oere, count(i.id) AS rader
    FROM innbetalinger_innbetalingsfil f LEFT JOIN innbetalinger_innbetaling i ON i.fil_id = f.id
    GROUP BY 1, 2, 3
)
SELECT format('mottatt %%s, runde %%sK%%s: %%s øre i filene, %%s avstemt', kode, kvartal / 4, kvartal %% 4 + 1,
              coalesce(b.oere, 0), coalesce(a.mottatt, 0))
FROM betalt b FULL JOIN avstemt a USING (kvartal, kode) WHERE coalesce(b.oere, 0) <> coalesce(a.mottatt, 0)
UNION ALL
SELECT format('forventet %%s, runde %%sK%%s: %%s øre i linjene, %%s avstemt', kode, kvartal / 4, kvartal %% 4 + 1,
              coalesce(v.oere, 0), coalesce(a.forventet, 0))
FROM ventet v FULL JOIN avstemt a USING (kvartal, kode) WHERE coalesce(v.oere, 0) <> coalesce(a.forventet, 0)
UNION ALL
SELECT format('fil %%s: sum eller antall', id) FROM fil WHERE (sum_oere, antall) <> (oere, rader)
