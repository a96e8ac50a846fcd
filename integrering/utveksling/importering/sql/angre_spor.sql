-- What says again what an earlier import said, is that import's as well: so that it can be undone in its turn.
INSERT INTO utveksling_importspor (kvittering_id, tabell, ider)
SELECT s.kvittering_id, s.tabell, range_agg(int8range(n.id, n.id, '[]'))
FROM utv_angret n
JOIN utveksling_importspor s ON s.tabell = {tabellnavn} AND s.ider @> n.forrige
GROUP BY s.kvittering_id, s.tabell
