-- The meetings that the organisation which asks has called or is invited to. It runs as the owner, for the policies
-- of meetings and participants would otherwise ask each other for ever. It gives numbers only.
CREATE FUNCTION moeter_synlige() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT id FROM moeter_moete WHERE eier_id = NULLIF(current_setting('app.virksomhet', true), '')::int
    UNION
    SELECT moete_id FROM moeter_deltaker
    WHERE virksomhet_id = NULLIF(current_setting('app.virksomhet', true), '')::int
    $$;
REVOKE ALL ON FUNCTION moeter_synlige() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION moeter_synlige() TO app_fylke, app_enhet, app_skole, app_frivillig;

-- Approved minutes are locked: they change only together with a correction that says what stood, and why.
CREATE FUNCTION moeter_vokt_referat() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    IF OLD.referat_godkjent IS NULL THEN
        RETURN NEW;
    END IF;
    IF NEW.referat_godkjent IS DISTINCT FROM OLD.referat_godkjent OR NEW.tilstand <> OLD.tilstand THEN
        RAISE EXCEPTION 'moeter: et godkjent referat kan ikke åpnes igjen';
    END IF;
    IF NEW.referat <> OLD.referat AND NOT EXISTS (
        SELECT FROM moeter_referatrettelse r
        WHERE r.moete_id = NEW.id AND r.foer = OLD.referat AND r.etter = NEW.referat) THEN
        RAISE EXCEPTION 'moeter: et godkjent referat endres bare med en rettelse';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER moeter_vokt_referat BEFORE UPDATE ON moeter_moete
    FOR EACH ROW EXECUTE FUNCTION moeter_vokt_referat();

-- Whoever has a point to do says that it is done; what it says, whose it is and when it is due is for those who
-- called the meeting. No organisation is named in the context of jobs.
CREATE FUNCTION moeter_vokt_punkt() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
DECLARE
    hvem int := NULLIF(current_setting('app.virksomhet', true), '')::int;
BEGIN
    IF NEW.moete_id <> OLD.moete_id THEN
        RAISE EXCEPTION 'moeter: et punkt bytter ikke møte';
    END IF;
    IF hvem IS NOT NULL
        AND (NEW.tekst, NEW.eier_virksomhet_id, NEW.eier_bruker_id, NEW.frist)
            IS DISTINCT FROM (OLD.tekst, OLD.eier_virksomhet_id, OLD.eier_bruker_id, OLD.frist)
        AND NOT EXISTS (SELECT FROM moeter_moete m WHERE m.id = OLD.moete_id AND m.eier_id = hvem) THEN
        RAISE EXCEPTION 'moeter: bare den som kalte inn, endrer et punkt';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER moeter_vokt_punkt BEFORE UPDATE ON moeter_moetepunkt
    FOR EACH ROW EXECUTE FUNCTION moeter_vokt_punkt();
