-- Invented persons for measuring: 1 VGO period, 1.3 bosted periods and 1.2 vedtak each, the same every time.
-- Parameters: antall, bruker. Runs as the schema's owner with the user triggers asleep.
CREATE TABLE bench_ny AS
SELECT i, 1 + abs(hashint4(i)) %% 1000 AS t,
       '2021-06-01'::date + abs(hashint4(i + 7)) %% 457 AS innvilget,
       k.nr[1 + abs(hashint4(i + 13)) %% cardinality(k.nr)] AS kommune,
       k.nr[1 + abs(hashint4(i + 17)) %% cardinality(k.nr)] AS annen
FROM generate_series(1, %(antall)s) i,
     (SELECT array_agg(id ORDER BY nummer) AS nr FROM tilgang_virksomhet WHERE type = 'kommune' AND nummer LIKE '50%%') k;

INSERT INTO nir_person (noekkel, duf, fornavn, etternavn, skjermet, opprettet)
SELECT gen_random_uuid(), lpad((209900000000 + i)::text, 12, '0'), '', '', false, now() FROM bench_ny;
CREATE TABLE bench_p AS
SELECT ny.*, id AS person, ny.innvilget + 30 AS bosatt FROM bench_ny ny JOIN nir_person ON duf = lpad((209900000000 + i)::text, 12, '0');
ANALYZE bench_p;

INSERT INTO nir_personopplysning (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id, virksomhet_id,
    person_id, fornavn, etternavn, foedselsdato, kjoenn, statsborgerskap, tillatelse, tillatelse_dato, landgruppe,
    adressebeskyttelse)
SELECT gen_random_uuid(), innvilget, false, '', '', %(bruker)s, kommune, person, 'Prøve', 'Person ' || i,
       '1960-01-01'::date + abs(hashint4(i + 3)) %% 14000, 'U', 'SYR',
       (ARRAY['9a', '9b', '9e', '9e', '9f'])[1 + t %% 5], innvilget, (ARRAY['H', 'L'])[1 + t %% 2], ''
FROM bench_p p;

INSERT INTO nir_bosted (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id, virksomhet_id,
    person_id, kommune_id, fra, til)
SELECT gen_random_uuid(), bosatt, false, '', '', %(bruker)s, kommune, person, kommune, bosatt,
       CASE WHEN t %% 10 < 3 THEN bosatt + 59 END FROM bench_p p
UNION ALL
SELECT gen_random_uuid(), bosatt + 59, false, '', '', %(bruker)s, annen, person, annen, bosatt + 60, NULL
FROM bench_p p WHERE t %% 10 < 3;

INSERT INTO nir_vedtak (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id, virksomhet_id,
    person_id, ordning, vedtakstype, vedtaksdato, startdato)
SELECT gen_random_uuid(), bosatt + 10, false, '', '', %(bruker)s, kommune, person, 'norsk', 'innvilget',
       bosatt + 5, bosatt + 9 FROM bench_p p
UNION ALL
SELECT gen_random_uuid(), bosatt + 60, false, '', '', %(bruker)s, kommune, person, 'norsk', 'innvilget',
       bosatt + 50, bosatt + 55 FROM bench_p p WHERE t %% 10 < 2;

INSERT INTO nir_fulltidvgo (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id, virksomhet_id,
    person_id, fylke_id, skole, fra, til, timer_per_uke, kombinasjonsklasse, hovedansvar_fylke)
SELECT gen_random_uuid(), bosatt + 20 + t %% 200, false, '', '', %(bruker)s, kommune, person,
       (SELECT id FROM tilgang_virksomhet WHERE type = 'fylkeskommune' AND nummer = '50'), 'Prøve vgs',
       bosatt + 10 + t %% 150, bosatt + 300 + t %% 400, 30 - (t %% 20 = 0)::int, false, false FROM bench_p p;

DROP TABLE bench_ny, bench_p;
