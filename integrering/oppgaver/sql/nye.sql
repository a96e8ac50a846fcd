-- What was never found before.
INSERT INTO oppgaver_oppgave (
    noekkel, kilde, regel, emne_id, nr, virksomhet_id, person_id, frist, snart_fra, verdier, url, tekst, emneliste,
    emnekode, opprettet, ansvarlig_id, vent_grunn, vent_merknad, versjon, endret)
SELECT gen_random_uuid(), {kilde}, f.regel, f.emne_id, f.nr, f.virksomhet_id, f.person_id, f.frist, f.snart_fra,
       f.verdier, f.url, f.tekst, f.emneliste, f.emnekode, now(), f.ansvarlig_id, '', '', 1, now()
FROM (SELECT * FROM {forslag}) f
WHERE NOT EXISTS (
    SELECT FROM oppgaver_oppgave o
    WHERE o.kilde = {kilde} AND {omfang}
      AND o.regel = f.regel AND o.virksomhet_id = f.virksomhet_id AND o.emne_id = f.emne_id AND o.nr = f.nr)
