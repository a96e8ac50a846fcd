-- Keep what the matching found. A difference that was explained or closed, and is another one now, is opened again and
-- says so; every other status stands. What is not there any more goes away, unless someone has worked with it.
WITH aapnet AS (
    SELECT p.id, p.status
    FROM innbetalinger_post p
    LEFT JOIN innbetalinger_ny n ON n.kvartal = p.kvartal AND n.kode = p.kode AND n.duf = p.duf
        AND n.person_id IS NOT DISTINCT FROM p.person_id
    WHERE p.status IN ('forklart', 'avsluttet') AND n.utfall <> 'stemmer'
      AND (n.utfall, n.mottatt - n.forventet) IS DISTINCT FROM (p.utfall, p.mottatt_oere - p.forventet_oere)
)
INSERT INTO innbetalinger_posthendelse (post_id, fra, til, notat)
SELECT id, status, 'ny', '' FROM aapnet;

UPDATE innbetalinger_post p SET status = 'ny', status_tid = now(), status_av_id = NULL
FROM innbetalinger_ny n
WHERE n.kvartal = p.kvartal AND n.kode = p.kode AND n.duf = p.duf AND n.person_id IS NOT DISTINCT FROM p.person_id
  AND p.status IN ('forklart', 'avsluttet') AND n.utfall <> 'stemmer'
  AND (n.utfall, n.mottatt - n.forventet) IS DISTINCT FROM (p.utfall, p.mottatt_oere - p.forventet_oere);

INSERT INTO innbetalinger_post AS p
    (kvartal, kode, person_id, duf, forventet_oere, mottatt_oere, utfall, status, funnet, endret)
SELECT kvartal, kode, person_id, duf, forventet, mottatt, utfall, 'ny', now(), now() FROM innbetalinger_ny
ON CONFLICT (kvartal, kode, person_id, duf) DO UPDATE
    SET forventet_oere = excluded.forventet_oere, mottatt_oere = excluded.mottatt_oere, utfall = excluded.utfall,
        endret = now(), funnet = CASE WHEN p.utfall = 'stemmer' THEN now() ELSE p.funnet END
    WHERE (p.forventet_oere, p.mottatt_oere, p.utfall)
        IS DISTINCT FROM (excluded.forventet_oere, excluded.mottatt_oere, excluded.utfall);

CREATE TEMPORARY TABLE innbetalinger_borte ON COMMIT DROP AS
SELECT p.id, EXISTS (SELECT FROM innbetalinger_posthendelse h WHERE h.post_id = p.id)
    OR EXISTS (SELECT FROM innbetalinger_kravlinje k WHERE k.post_id = p.id) AS roert
FROM innbetalinger_post p
WHERE NOT EXISTS (
    SELECT FROM innbetalinger_ny n WHERE n.kvartal = p.kvartal AND n.kode = p.kode AND n.duf = p.duf
        AND n.person_id IS NOT DISTINCT FROM p.person_id
);

DELETE FROM innbetalinger_post WHERE id IN (SELECT id FROM innbetalinger_borte WHERE NOT roert);

UPDATE innbetalinger_post SET forventet_oere = 0, mottatt_oere = 0, utfall = 'stemmer', endret = now()
WHERE id IN (SELECT id FROM innbetalinger_borte WHERE roert) AND (forventet_oere, mottatt_oere) <> (0, 0);

DROP TABLE innbetalinger_borte;

DELETE FROM innbetalinger_avstemmingssum;

INSERT INTO innbetalinger_avstemmingssum (kvartal, kode, forventet_oere, mottatt_oere, poster, avvik)
SELECT kvartal, kode, sum(forventet_oere), sum(mottatt_oere), count(*), count(*) FILTER (WHERE utfall <> 'stemmer')
FROM innbetalinger_post GROUP BY 1, 2;

DROP TABLE innbetalinger_ny
