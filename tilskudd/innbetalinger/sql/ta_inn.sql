-- Take in the good rows of a file of payments. A row that says the same as one that is there already, is that one: the
-- first of its kind in the file against the first that was taken in, and so on, so that the same file twice gives
-- nothing new and two equal payments in one file are two. Parameters:
-- bruker, persontilskudd (pattern of their codes).
WITH gode AS (
    SELECT r.linje, r.duf, r.kode, r.kvartal, r.dato, r.oere, r.referanse, r.runde,
           row_number() OVER (
               PARTITION BY r.duf, r.kode, r.runde, r.dato, r.oere, r.referanse ORDER BY r.linje
           ) AS nr
    FROM (SELECT *, coalesce(kvartal, (extract(year FROM dato)::int * 4 + extract(quarter FROM dato)::int
        - CASE WHEN extract(month FROM dato) = 12 THEN 1 ELSE 2 END)) AS runde FROM utv_rad) r
    WHERE NOT EXISTS (SELECT FROM utv_avvik a WHERE a.linje = r.linje AND NOT a.merk)
), kjente AS (
    SELECT i.duf, i.kode, i.kvartal, i.dato, i.beloep_oere, i.referanse, count(*) AS antall
    FROM innbetalinger_innbetaling i JOIN innbetalinger_innbetalingsfil f ON f.id = i.fil_id
    WHERE f.trukket_tid IS NULL
    GROUP BY 1, 2, 3, 4, 5, 6
), sortert AS (
    SELECT g.*, coalesce(g.nr <= k.antall, false) AS kjent
    FROM gode g LEFT JOIN kjente k
        ON (k.duf, k.kode, k.kvartal, k.dato, k.beloep_oere, k.referanse)
         = (g.duf, g.kode, g.runde, g.dato, g.oere, g.referanse)
), fil AS (
    INSERT INTO innbetalinger_innbetalingsfil (bruker_id, antall, sum_oere)
    SELECT %(bruker)s, count(*), sum(oere) FROM sortert WHERE NOT kjent HAVING count(*) > 0
    RETURNING id
), inn AS (
    INSERT INTO innbetalinger_innbetaling
        (fil_id, linje, duf, kode, gjelder, kvartal, oppgitt, dato, beloep_oere, referanse)
    SELECT fil.id, s.linje, s.duf, s.kode, s.kode ~ %(persontilskudd)s, s.runde, s.kvartal IS NOT NULL,
           s.dato, s.oere, s.referanse
    FROM sortert s, fil WHERE NOT s.kjent
)
INSERT INTO utv_utfall SELECT linje, 'uendret' FROM sortert WHERE kjent
