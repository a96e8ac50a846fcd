-- What the policies and walls of messages need. SECURITY DEFINER: see nir/sql/funksjoner.sql.

-- Threads that the asker's organisation takes part in. A policy on the participants cannot read the participants.
CREATE FUNCTION meldinger_synlige() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT samtale_id FROM meldinger_deltaker
    WHERE virksomhet_id = NULLIF(current_setting('app.virksomhet', true), '')::int
$$;
REVOKE ALL ON FUNCTION meldinger_synlige() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meldinger_synlige() TO app_fylke, app_enhet, app_skole, app_frivillig;

-- Requests that are about a protected person: hidden whole, for the text may tell where the person is.
CREATE FUNCTION meldinger_skjermede_forespoersler() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT fp.forespoersel_id FROM meldinger_forespoerselperson fp
    JOIN nir_person p ON p.id = fp.person_id
    WHERE p.skjermet
$$;
REVOKE ALL ON FUNCTION meldinger_skjermede_forespoersler() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meldinger_skjermede_forespoersler() TO app_fylke, app_enhet;

-- Nobody comes into a thread later, and a thread about a person is open only to the county and to the
-- municipality that has the person; to nobody when the person is protected.
CREATE FUNCTION meldinger_vokt_deltaker() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvem nir_person%ROWTYPE;
BEGIN
    IF EXISTS (SELECT FROM meldinger_melding WHERE samtale_id = NEW.samtale_id) THEN
        RAISE EXCEPTION 'deltakerne er satt' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT p.* INTO hvem FROM meldinger_samtale s JOIN nir_person p ON p.id = s.person_id
    WHERE s.id = NEW.samtale_id;
    IF FOUND AND (hvem.skjermet OR NOT EXISTS (
        SELECT FROM tilgang_virksomhet v WHERE v.id = NEW.virksomhet_id
          AND (v.type = 'fylkeskommune' OR v.id = hvem.kommune_id))) THEN
        RAISE EXCEPTION 'ikke mottaker om personen' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION meldinger_vokt_deltaker() FROM PUBLIC;
CREATE TRIGGER a_vokt BEFORE INSERT ON meldinger_deltaker
    FOR EACH ROW EXECUTE FUNCTION meldinger_vokt_deltaker();

-- Nothing more is sent in a thread about a person who is protected, or whom a participant no longer has.
CREATE FUNCTION meldinger_vokt_melding() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvem nir_person%ROWTYPE;
BEGIN
    SELECT p.* INTO hvem FROM meldinger_samtale s JOIN nir_person p ON p.id = s.person_id
    WHERE s.id = NEW.samtale_id;
    IF FOUND AND (hvem.skjermet OR EXISTS (
        SELECT FROM meldinger_deltaker d JOIN tilgang_virksomhet v ON v.id = d.virksomhet_id
        WHERE d.samtale_id = NEW.samtale_id AND v.type <> 'fylkeskommune'
          AND v.id IS DISTINCT FROM hvem.kommune_id)) THEN
        RAISE EXCEPTION 'ikke mottaker om personen' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION meldinger_vokt_melding() FROM PUBLIC;
CREATE TRIGGER a_vokt BEFORE INSERT ON meldinger_melding
    FOR EACH ROW EXECUTE FUNCTION meldinger_vokt_melding();

-- Opened and acknowledged are said once.
CREATE FUNCTION meldinger_vokt_mottak() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (OLD.aapnet IS NOT NULL AND (NEW.aapnet, NEW.aapnet_av_id) IS DISTINCT FROM (OLD.aapnet, OLD.aapnet_av_id))
        OR (OLD.kvittert IS NOT NULL
            AND (NEW.kvittert, NEW.kvittert_av_id) IS DISTINCT FROM (OLD.kvittert, OLD.kvittert_av_id)) THEN
        RAISE EXCEPTION 'alt kvittert' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION meldinger_vokt_mottak() FROM PUBLIC;
CREATE TRIGGER a_vokt BEFORE UPDATE ON meldinger_mottak
    FOR EACH ROW EXECUTE FUNCTION meldinger_vokt_mottak();
