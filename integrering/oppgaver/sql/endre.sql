-- What the rule says now. Who has the task and what it waits for are people's, and stand.
UPDATE oppgaver_oppgave o
SET person_id = f.person_id, frist = f.frist, snart_fra = f.snart_fra, verdier = f.verdier, url = f.url,
    tekst = f.tekst, emneliste = f.emneliste, emnekode = f.emnekode
FROM (SELECT * FROM {forslag}) f
WHERE o.kilde = {kilde} AND {omfang}
  AND f.regel = o.regel AND f.virksomhet_id = o.virksomhet_id AND f.emne_id = o.emne_id AND f.nr = o.nr
  AND (o.person_id, o.frist, o.snart_fra, o.verdier, o.url, o.tekst, o.emneliste, o.emnekode)
      IS DISTINCT FROM (f.person_id, f.frist, f.snart_fra, f.verdier, f.url, f.tekst, f.emneliste, f.emnekode)
