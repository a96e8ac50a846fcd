-- What keeps `nir_person` true, and the few doors through the wall between municipalities.
-- SECURITY DEFINER: they run as the schema's owner, whose policy sees all rows, and return no more than named here.
-- pg_temp stands last in their search_path (unnamed it would come first, and a temporary table could pose as ours),
-- and none may be called by PUBLIC: a trigger function too could be put on someone's own table.

-- Persons with a protected address, for the restrictive policies.
CREATE FUNCTION nir_skjermede() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT id FROM nir_person WHERE skjermet $$;
REVOKE ALL ON FUNCTION nir_skjermede() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION nir_skjermede() TO app_fylke, app_enhet, app_skole, app_frivillig;

-- Current kommune: where the person lives today; else where they last lived; else where they will live.
-- The named persons are looked up one by one, in the index: with «ANY (personer)» a large import compared each
-- bosted with each person. NULL takes all persons in one pass.
CREATE FUNCTION nir_sett_kommune(personer bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    dag date := (now() AT TIME ZONE 'Europe/Oslo')::date;
    antall integer;
BEGIN
    IF personer IS NULL THEN
        UPDATE nir_person p SET kommune_id = naa.kommune_id
        FROM (
            SELECT DISTINCT ON (person_id) person_id, kommune_id
            FROM nir_bosted
            WHERE erstattet IS NULL AND NOT annullert
            ORDER BY person_id, (fra <= dag) DESC, abs(fra - dag)
        ) naa
        WHERE p.id = naa.person_id AND p.kommune_id IS DISTINCT FROM naa.kommune_id;
    ELSE
        UPDATE nir_person p SET kommune_id = naa.kommune_id
        FROM unnest(personer) AS hvem (person_id)
        CROSS JOIN LATERAL (
            SELECT kommune_id
            FROM nir_bosted b
            WHERE b.person_id = hvem.person_id AND erstattet IS NULL AND NOT annullert
            ORDER BY (fra <= dag) DESC, abs(fra - dag)
            LIMIT 1
        ) naa
        WHERE p.id = hvem.person_id AND p.kommune_id IS DISTINCT FROM naa.kommune_id;
    END IF;
    GET DIAGNOSTICS antall = ROW_COUNT;
    RETURN antall;
END $$;

CREATE FUNCTION nir_bosted_endret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM nir_sett_kommune((SELECT array_agg(DISTINCT person_id) FROM nye));
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION nir_bosted_endret() FROM PUBLIC;
CREATE TRIGGER e_kommune AFTER INSERT ON nir_bosted REFERENCING NEW TABLE AS nye
    FOR EACH STATEMENT EXECUTE FUNCTION nir_bosted_endret();

-- The nightly pass (moves that take effect today) needs no more than this.
REVOKE ALL ON FUNCTION nir_sett_kommune(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION nir_sett_kommune(bigint[]) TO app_motor;

CREATE FUNCTION nir_personopplysning_endret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE nir_person p
    SET fornavn = n.fornavn, etternavn = n.etternavn, foedselsdato = n.foedselsdato,
        skjermet = n.adressebeskyttelse <> ''
    FROM nye n
    WHERE p.id = n.person_id AND n.erstattet IS NULL AND NOT n.annullert;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION nir_personopplysning_endret() FROM PUBLIC;
CREATE TRIGGER e_person AFTER INSERT ON nir_personopplysning REFERENCING NEW TABLE AS nye
    FOR EACH STATEMENT EXECUTE FUNCTION nir_personopplysning_endret();

-- «This DUF number now lives with us»: opens a case for the county. Says only whether the number is in use by
-- a person the municipality does not have, which the one who asks already claims to know.
CREATE FUNCTION nir_meld_flytting(nummer text, dag date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvem bigint;
    til int := NULLIF(current_setting('app.virksomhet', true), '')::int;
    bruker int := NULLIF(current_setting('app.bruker', true), '')::int;
BEGIN
    IF til IS NULL OR bruker IS NULL THEN
        RAISE EXCEPTION 'mangler kontekst' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT id INTO hvem FROM nir_person WHERE duf = nummer AND kommune_id IS DISTINCT FROM til;
    IF hvem IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO nir_flyttesak (person_id, til_kommune_id, fra, meldt, meldt_av_id, tilstand, grunn)
    VALUES (hvem, til, dag, now(), bruker, 'aapen', '')
    ON CONFLICT DO NOTHING;
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION nir_meld_flytting(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION nir_meld_flytting(text, date) TO app_enhet;

-- A municipality keeps what it registered for a person who moved: who it was, as last known by then.
CREATE VIEW nir_tidligere_person WITH (security_barrier) AS
SELECT p.id, p.noekkel, p.duf, o.fornavn, o.etternavn, egne.sist
FROM (
    SELECT person_id, max(registrert) AS sist
    FROM (
        SELECT person_id, registrert, virksomhet_id FROM nir_personopplysning
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_bosted
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_vedtak
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_fulltidvgo
        UNION ALL SELECT person_id, registrert, virksomhet_id FROM nir_stans
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
REVOKE ALL ON nir_tidligere_person FROM app_felles;
GRANT SELECT ON nir_tidligere_person TO app_enhet;
