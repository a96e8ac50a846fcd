-- A municipality keeps what it registered for a person who moved: who it was, as last known by then.
CREATE OR REPLACE VIEW nir_tidligere_person WITH (security_barrier) AS
SELECT p.id, p.noekkel, p.duf, o.fornavn, o.etternavn, egne.sist
FROM (
    SELECT person_id, max(registrert) AS sist
    FROM (
        SELECT person_id, registrert, virksomhet_id FROM nir_personopplysning
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_bosted
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_vedtak
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_fulltidvgo
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_stans
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_bosetting
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_krav
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_tilbud
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_avslag
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_sluttmaal
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_tiltak
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_forlengelse
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_integreringsplan
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_norskplan
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_integreringskontrakt
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_fravaer
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_permisjon
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_foreldreveiledning
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_livsmestring
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_klage
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_avslutning
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_gjenaapning
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_kompetansekartlegging
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_karriereveiledning
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_kompetanse
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_spraakferdighet
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_utdanningsbakgrunn
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_norskmaal
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_opplaeringstimer
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_fritak
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_proeve
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_opplaeringsspraak
    ) alt
    WHERE virksomhet_id = (SELECT NULLIF(current_setting('app.virksomhet', true), '')::int)
    GROUP BY person_id
) egne
JOIN nir_person p ON p.id = egne.person_id
JOIN nir_personopplysning o
    ON o.person_id = p.id AND o.registrert <= egne.sist AND (o.erstattet IS NULL OR egne.sist < o.erstattet)
WHERE current_setting('role') = 'app_enhet'
  AND NOT p.skjermet
  AND p.kommune_id IS DISTINCT FROM (SELECT NULLIF(current_setting('app.virksomhet', true), '')::int);
