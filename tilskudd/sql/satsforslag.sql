-- Rates are adopted by two persons. A proposal is decided by somebody else than the one who entered it, in their own
-- name; the adopted rate is written here and nowhere else. The owner (migrations) and a job without a user load what
-- has a source; nobody else makes, changes or removes an adopted rate.
CREATE FUNCTION tilskudd_vokt_satsforslag() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
DECLARE
    bruker bigint := NULLIF(current_setting('app.bruker', true), '')::bigint;
    uendret tilskudd_satsforslag;
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM tilskudd_nekt('et satsforslag slettes aldri');
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.tilstand <> 'venter' OR NEW.lagt_inn_av_id IS DISTINCT FROM bruker THEN
            PERFORM tilskudd_nekt('et satsforslag legges inn i eget navn, og venter på en til');
        END IF;
        RETURN NEW;
    END IF;
    uendret := NEW;
    uendret.tilstand := OLD.tilstand;
    uendret.avgjort_av_id := OLD.avgjort_av_id;
    uendret.avgjort_tid := OLD.avgjort_tid;
    uendret.grunn := OLD.grunn;
    IF uendret IS DISTINCT FROM OLD OR OLD.tilstand <> 'venter' OR NEW.tilstand = 'venter' THEN
        PERFORM tilskudd_nekt('et satsforslag endres aldri: det vedtas, avvises eller trekkes');
    END IF;
    IF NEW.avgjort_av_id IS DISTINCT FROM bruker THEN
        PERFORM tilskudd_nekt('et satsforslag avgjøres i eget navn');
    END IF;
    IF (NEW.tilstand = 'trukket') <> (NEW.avgjort_av_id = OLD.lagt_inn_av_id) THEN
        PERFORM tilskudd_nekt('den som vedtar en sats er en annen enn den som la den inn');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON tilskudd_satsforslag
    FOR EACH ROW EXECUTE FUNCTION tilskudd_vokt_satsforslag();
CREATE TRIGGER c_aldri_toemt BEFORE TRUNCATE ON tilskudd_satsforslag
    FOR EACH STATEMENT EXECUTE FUNCTION toklokker_aldri_slettet();

-- What is adopted becomes the rate.
CREATE FUNCTION tilskudd_vedta_sats() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE tilskudd_sats SET beloep = NEW.beloep, status = NEW.status, kilde = NEW.kilde
    WHERE (ordning, aar_nr, landgruppe, budsjettaar) = (NEW.ordning, NEW.aar_nr, NEW.landgruppe, NEW.budsjettaar)
      AND status <> 'eksempel';
    IF NOT FOUND THEN
        INSERT INTO tilskudd_sats (ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde)
        VALUES (NEW.ordning, NEW.aar_nr, NEW.landgruppe, NEW.budsjettaar, NEW.beloep, NEW.status, NEW.kilde);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER b_vedta AFTER UPDATE ON tilskudd_satsforslag
    FOR EACH ROW WHEN (NEW.tilstand = 'vedtatt') EXECUTE FUNCTION tilskudd_vedta_sats();

CREATE FUNCTION tilskudd_vokt_sats() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    -- the owner: the function above, and migrations; a job without a user: what is loaded for a demonstration
    IF current_user = (SELECT tableowner FROM pg_tables WHERE schemaname = 'public' AND tablename = 'tilskudd_sats')
        OR (current_user = 'app_motor' AND COALESCE(current_setting('app.bruker', true), '') = '') THEN
        NULL;
    ELSIF (TG_OP <> 'INSERT' AND OLD.status = 'vedtatt') OR (TG_OP <> 'DELETE' AND NEW.status = 'vedtatt') THEN
        PERFORM tilskudd_nekt('en sats vedtas, endres og fjernes av to: legg inn et forslag');
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON tilskudd_sats
    FOR EACH ROW EXECUTE FUNCTION tilskudd_vokt_sats();
REVOKE ALL ON FUNCTION tilskudd_vokt_satsforslag(), tilskudd_vedta_sats(), tilskudd_vokt_sats() FROM PUBLIC;
