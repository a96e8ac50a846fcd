-- Words of the register that nobody has settled the meaning of: into the queue, once each.
INSERT INTO registerlister_kodekobling
    (noekkel, virksomhet_id, felt, verdi, lest, avklart, tom, koder, kilde, laget, versjon, endret)
SELECT gen_random_uuid(), %(virksomhet)s, f.felt, min(f.register), f.lest, false, false, '{}', '', now(), 1, now()
FROM registerlister_feltsammenligning f
WHERE f.liste_id = %(liste)s AND f.felt = ANY (%(koder)s) AND f.lest <> ''
  AND NOT EXISTS (
      SELECT FROM registerlister_kodekobling k
      WHERE k.felt = f.felt AND k.lest = f.lest AND (k.virksomhet_id IS NULL OR k.virksomhet_id = %(virksomhet)s)
  )
GROUP BY f.felt, f.lest
ON CONFLICT DO NOTHING
