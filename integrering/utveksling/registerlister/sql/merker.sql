-- What was marked in an earlier list of the organisation, as this list sees it:
-- agreed now: confirmed; «stemmer likevel» and the same two answers: stands; else: opened again.
WITH denne AS (
    SELECT id, virksomhet_id, slag, dato, lastet_opp FROM registerlister_registerliste WHERE id = %(liste)s
),
merker AS (
    SELECT DISTINCT ON (r.duf, g.felt) r.duf, g.felt, g.register, g.vaar, l.slag,
        m.id, m.hvor, m.grunn, m.bruker_id, m.tid, m.bekreftet_i_id
    FROM denne d
    JOIN registerlister_registerliste l
        ON l.virksomhet_id = d.virksomhet_id AND (l.dato, l.lastet_opp) < (d.dato, d.lastet_opp)
    JOIN registerlister_rettelse m ON m.liste_id = l.id
    JOIN registerlister_feltsammenligning g ON g.id = m.sammenligning_id
    JOIN registerlister_registerrad r ON r.id = g.rad_id AND r.duf <> ''
    ORDER BY r.duf, g.felt, l.dato DESC, l.lastet_opp DESC, m.id DESC
),
par AS (
    SELECT n.id AS ny, n.utfall, m.*,
        m.hvor = 'stemmer' AND m.register = n.register AND m.vaar = n.vaar AS staar
    FROM merker m
    JOIN registerlister_registerrad r ON r.liste_id = %(liste)s AND r.duf = m.duf
    JOIN registerlister_feltsammenligning n ON n.rad_id = r.id AND n.felt = m.felt
    WHERE m.hvor <> 'aapen'
),
arver AS (
    INSERT INTO registerlister_rettelse (sammenligning_id, liste_id, virksomhet_id, bruker_id, tid, hvor, grunn, arvet)
    SELECT p.ny, d.id, d.virksomhet_id, p.bruker_id, p.tid, p.hvor, p.grunn, true
    FROM par p CROSS JOIN denne d
    WHERE p.staar AND p.utfall NOT IN ('likt', 'ikke_sammenlignet')
      AND NOT EXISTS (SELECT FROM registerlister_rettelse e WHERE e.sammenligning_id = p.ny)
),
bekreftes AS (
    UPDATE registerlister_rettelse m SET bekreftet_i_id = %(liste)s
    FROM (
        SELECT id FROM par WHERE utfall = 'likt' AND hvor <> 'stemmer'
        UNION
        SELECT m.id FROM merker m JOIN denne d ON d.slag = m.slag
        WHERE m.felt = 'person' AND m.hvor IN ('registeret', 'hos_oss') AND NOT EXISTS (
            SELECT FROM registerlister_registerrad r WHERE r.liste_id = %(liste)s AND r.duf = m.duf
        )
    ) b
    WHERE m.id = b.id AND m.bekreftet_i_id IS NULL
)
UPDATE registerlister_feltsammenligning n
SET gjenaapnet = NOT p.staar AND p.utfall NOT IN ('likt', 'ikke_sammenlignet')
FROM par p
WHERE n.id = p.ny
