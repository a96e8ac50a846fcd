-- Work of some years for measuring, beside persons and tasks: 5 000 messages, 1 000 meetings with a point each, 5 000
-- letters, 10 000 users, 1 000 000 look-ups. A third of what concerns municipalities concerns Trondheim.
-- Parameters: bruker, fylke. Runs as the schema's owner with the user triggers asleep.
CREATE TABLE bench_k AS
SELECT array_agg(id ORDER BY nummer) AS nr FROM tilgang_virksomhet WHERE type = 'kommune' AND nummer LIKE '50%%';
CREATE TABLE bench_i AS
SELECT i, k.nr[CASE WHEN i %% 3 = 0 THEN 1 ELSE 1 + i %% cardinality(k.nr) END] AS kommune,
       p.id AS person, now() - i * interval '2 hours' AS tid
FROM generate_series(1, 5000) i CROSS JOIN bench_k k
JOIN (SELECT id, row_number() OVER (ORDER BY duf) AS rad FROM nir_person) p ON p.rad = i;

INSERT INTO meldinger_samtale (noekkel, saksnummer, emne, tittel, person_id, referanse, opprettet, opprettet_av_id, virksomhet_id)
SELECT gen_random_uuid(), 'M-' || i, 'registrering', '', person, '', tid, %(bruker)s,
       CASE WHEN i %% 2 = 0 THEN %(fylke)s ELSE kommune END FROM bench_i;
CREATE TABLE bench_m AS
SELECT b.*, s.id AS samtale, s.virksomhet_id AS fra, CASE WHEN i %% 2 = 0 THEN kommune ELSE %(fylke)s END AS til
FROM bench_i b JOIN meldinger_samtale s ON s.saksnummer = 'M-' || i;
INSERT INTO meldinger_deltaker (samtale_id, virksomhet_id)
SELECT samtale, fra FROM bench_m UNION ALL SELECT samtale, til FROM bench_m;
INSERT INTO meldinger_melding (noekkel, tekst, sendt, idempotens, krever_kvittering, kvitteringsfrist, avsender_id,
    virksomhet_id, samtale_id)
SELECT gen_random_uuid(), 'Måling', tid, gen_random_uuid(), i %% 3 = 0,
       CASE WHEN i %% 3 = 0 THEN (tid + interval '7 days')::date END, %(bruker)s, fra, samtale FROM bench_m;
INSERT INTO meldinger_mottak (sendt, melding_id, virksomhet_id, samtale_id, aapnet, aapnet_av_id)
SELECT m.sendt, m.id, b.til, b.samtale, CASE WHEN b.i %% 4 > 0 THEN m.sendt END,
       CASE WHEN b.i %% 4 > 0 THEN %(bruker)s END
FROM bench_m b JOIN meldinger_melding m ON m.samtale_id = b.samtale;

INSERT INTO moeter_moete (versjon, endret, noekkel, innsending, type, tittel, start, slutt, sted, videolenke, dagsorden,
    referat, tilstand, avlyst_grunn, sekvens, opprettet, eier_id, opprettet_av_id)
SELECT 0, now(), gen_random_uuid(), gen_random_uuid(), 'team', 'Møte ' || i, tid, tid + interval '1 hour', 'Teams', '',
       '', '', 'planlagt', '', 0, now(), CASE WHEN i %% 2 = 0 THEN %(fylke)s ELSE kommune END, %(bruker)s
FROM (SELECT i, kommune, now() + (i - 500) * interval '6 hours' AS tid FROM bench_i WHERE i <= 1000) x;
CREATE TABLE bench_t AS
SELECT m.id AS moete, m.eier_id AS eier, b.kommune, b.i,
       CASE WHEN m.eier_id = %(fylke)s THEN b.kommune ELSE %(fylke)s END AS annen
FROM bench_i b JOIN moeter_moete m ON m.tittel = 'Møte ' || i;
INSERT INTO moeter_deltaker (navn, organisasjon, moete_id, virksomhet_id)
SELECT '', '', moete, eier FROM bench_t UNION ALL SELECT '', '', moete, annen FROM bench_t;
INSERT INTO moeter_moetekommune (moete_id, kommune_id) SELECT moete, kommune FROM bench_t;
INSERT INTO moeter_moetepunkt (versjon, endret, noekkel, innsending, tekst, tilstand, grunn, frist, eier_virksomhet_id,
    innkaller_id, moete_id)
SELECT 0, now(), gen_random_uuid(), gen_random_uuid(), 'Måling', 'aapen', '', current_date + i %% 60, annen, eier, moete
FROM bench_t;
INSERT INTO moeter_punktplass (moete_id, punkt_id) SELECT moete_id, id FROM moeter_moetepunkt;

INSERT INTO brev_brev (versjon, endret, noekkel, innsending, aar, nummer, mottakerslag, virksomhet_id, maalform,
    maalformkilde, maalformgrunn, dato, overskrift, adresse, verdier, fritekst, kontakt_navn, kontakt_epost,
    kontakt_telefon, tilstand, opprettet, ferdig, ferdig_av_id, sendt, sendt_av_id, sendt_dato, sendemaate, svar_notat,
    avsender_id, opprettet_av_id, malversjon_id)
SELECT 0, now(), gen_random_uuid(), gen_random_uuid(), extract(year FROM tid), 100000 + i, 'virksomhet', kommune, 'nb',
       'vedtak', '', tid::date, 'Brev ' || i, '', '{}', '', 'Måling', '', '', 'sendt', tid, tid, %(bruker)s, tid,
       %(bruker)s, tid::date, 'melding', '', %(fylke)s, %(bruker)s,
       (SELECT v.id FROM brev_brevmalversjon v JOIN brev_brevmal m ON m.id = v.mal_id
        WHERE m.mottakerslag = 'virksomhet' ORDER BY v.id LIMIT 1)
FROM bench_i;

INSERT INTO tilgang_bruker (password, is_superuser, username, first_name, last_name, email, is_staff, is_active,
    date_joined, maalform, sesjonsrunde)
SELECT '!', false, 'maalt-' || i, 'Prøve', 'Bruker ' || i, '', false, true, now(), 'nb', 0
FROM generate_series(1, 10000) i ON CONFLICT DO NOTHING;
INSERT INTO tilgang_rolletildeling (rolle, fra, kan_se_skjermede, bruker_id, virksomhet_id, endret, versjon)
SELECT 'kommune_flyktningtjeneste', '2020-01-01', false, b.id, k.nr[1 + b.id %% cardinality(k.nr)], now(), 0
FROM tilgang_bruker b CROSS JOIN bench_k k
WHERE b.username LIKE 'maalt-%%' AND NOT EXISTS (SELECT FROM tilgang_rolletildeling r WHERE r.bruker_id = b.id);

INSERT INTO tilgang_innsyn (tid, person_id, hvor, grunn, bruker_id, virksomhet_id)
SELECT now() - i * interval '30 seconds', p.ider[1 + abs(hashint4(i)) %% cardinality(p.ider)], 'person', '',
       b.ider[1 + abs(hashint4(i + 7)) %% 500], %(fylke)s
FROM generate_series(1, 1000000) i
CROSS JOIN (SELECT array_agg(id) AS ider FROM nir_person) p
CROSS JOIN (SELECT array_agg(id ORDER BY id) AS ider FROM tilgang_bruker WHERE username LIKE 'maalt-%%') b;

-- a tenth of the tasks are somebody's, a twentieth wait
UPDATE oppgaver_oppgave SET ansvarlig_id = %(bruker)s WHERE lukket IS NULL AND id %% 10 = 0;
UPDATE oppgaver_oppgave SET vent_til = current_date + 30, vent_grunn = 'annet', vent_merknad = 'Måling'
WHERE lukket IS NULL AND id %% 20 = 1;
DROP TABLE bench_k, bench_i, bench_m, bench_t;
