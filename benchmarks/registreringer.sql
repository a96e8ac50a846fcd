-- What a municipality registers about each invented person beside vedtak and school: settlement, programme, goals, hours.
-- Parameter: bruker. Runs as the schema's owner with the user triggers asleep.
CREATE TABLE bench_r AS
SELECT p.id AS person, p.kommune_id AS kommune, p.id %% 100 AS t, o.tillatelse_dato + 30 AS bosatt
FROM nir_person p JOIN nir_personopplysning o ON o.person_id = p.id AND o.erstattet IS NULL;

INSERT INTO nir_bosetting (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id, virksomhet_id,
    person_id, bosatt, etter_avtale, ankomst, i_arbeid)
SELECT gen_random_uuid(), bosatt, false, '', '', %(bruker)s, kommune, person, bosatt, true, bosatt, false FROM bench_r;

INSERT INTO nir_vedtak (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id, virksomhet_id,
    person_id, ordning, vedtakstype, vedtaksdato, startdato)
SELECT gen_random_uuid(), bosatt + 60, false, '', '', %(bruker)s, kommune, person, 'intro', 'innvilget', bosatt + 50,
       bosatt + 60 FROM bench_r WHERE t < 80;

INSERT INTO nir_sluttmaal (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id, virksomhet_id,
    person_id, maal, fra)
SELECT gen_random_uuid(), bosatt + 60, false, '', '', %(bruker)s, kommune, person, 'vgo', bosatt + 60
FROM bench_r WHERE t < 70;

INSERT INTO nir_utdanningsbakgrunn (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id,
    virksomhet_id, person_id, nivaa, vgs_nivaa, dato)
SELECT gen_random_uuid(), bosatt, false, '', '', %(bruker)s, kommune, person, 'grunnskole', false, bosatt
FROM bench_r WHERE t < 75;

INSERT INTO nir_tiltak (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id, virksomhet_id,
    person_id, tiltak, fra, til, timer_per_uke)
SELECT gen_random_uuid(), bosatt + 60, false, '', '', %(bruker)s, kommune, person, tiltak, bosatt + 60, NULL, 10
FROM bench_r, unnest(ARRAY['norsk', 'praksis']) AS tiltak WHERE t < 60;

INSERT INTO nir_opplaeringstimer (registrering_id, registrert, annullert, aarsak, noekkel, registrert_av_id,
    virksomhet_id, person_id, modul, maaned, timer, gyldig_fravaer, ugyldig_fravaer)
SELECT gen_random_uuid(), bosatt + 60, false, '', '', %(bruker)s, kommune, person, 'norsk',
       (date_trunc('month', bosatt) + nr * interval '1 month')::date, 40, 0, 0
FROM bench_r, generate_series(0, 9) nr WHERE t < 60;

DROP TABLE bench_r;
