-- Who stands behind a run. Nobody writes in another's name; what the system drafted has no one behind it until someone
-- sends it to approval, and then that one does not approve it (the constraint of the table holds the last).
CREATE FUNCTION tilskudd_vokt_hvem() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
DECLARE
    bruker bigint := NULLIF(current_setting('app.bruker', true), '')::bigint;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF bruker IS NOT NULL AND NEW.beregnet_av_id IS DISTINCT FROM bruker THEN
            PERFORM tilskudd_nekt('en kjøring beregnes i eget navn');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.beregnet_av_id IS DISTINCT FROM OLD.beregnet_av_id THEN
        PERFORM tilskudd_nekt('hvem som beregnet, endres aldri: beregn på nytt');
    END IF;
    IF OLD.tilstand = 'beregnet' AND NEW.tilstand = 'til_godkjenning' THEN
        IF bruker IS NOT NULL AND NEW.sendt_av_id IS DISTINCT FROM bruker THEN
            PERFORM tilskudd_nekt('en kjøring sendes i eget navn');
        END IF;
    ELSIF NEW.sendt_av_id IS DISTINCT FROM OLD.sendt_av_id THEN
        PERFORM tilskudd_nekt('hvem som sendte, endres aldri');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_vokt_hvem BEFORE INSERT OR UPDATE ON tilskudd_kjoering
    FOR EACH ROW EXECUTE FUNCTION tilskudd_vokt_hvem();
REVOKE ALL ON FUNCTION tilskudd_vokt_hvem() FROM PUBLIC;
