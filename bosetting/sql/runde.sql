-- A round goes its way one step at a time, and nothing in it changes once it is approved. The one who sent it
-- to approval does not approve it (a constraint); here: each signs in their own name.
CREATE FUNCTION bosetting_nekt(hvorfor text) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'bosetting: %', hvorfor USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION bosetting_vokt_runde() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    fritt text[] := ARRAY['tilstand', 'versjon', 'endret', 'endret_av_id'];
    bruker int := NULLIF(current_setting('app.bruker', true), '')::int;
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        PERFORM bosetting_nekt('en runde slettes ikke');
    END IF;
    IF NEW.aar <> OLD.aar OR NEW.utgave <> OLD.utgave THEN
        PERFORM bosetting_nekt('året og utgaven står fast');
    END IF;
    IF OLD.tilstand = 'godkjenning' THEN
        fritt := fritt || ARRAY['foreslaatt', 'foreslaatt_av_id', 'godkjent', 'godkjent_av_id'];
    END IF;
    IF OLD.tilstand NOT IN ('utkast', 'dialog') AND to_jsonb(NEW) - fritt <> to_jsonb(OLD) - fritt THEN
        PERFORM bosetting_nekt('runden er låst; en retting er en ny utgave');
    END IF;
    IF NEW.tilstand <> OLD.tilstand AND (OLD.tilstand, NEW.tilstand) NOT IN (
        ('utkast', 'dialog'), ('dialog', 'utkast'), ('dialog', 'godkjenning'), ('godkjenning', 'dialog'),
        ('godkjenning', 'anbefalt'), ('anbefalt', 'sendt'), ('sendt', 'anmodning'), ('anmodning', 'vedtak')
    ) THEN
        PERFORM bosetting_nekt('runden kan ikke gå dit nå');
    END IF;
    IF NEW.foreslaatt_av_id IS DISTINCT FROM OLD.foreslaatt_av_id AND NEW.foreslaatt_av_id <> bruker
        OR NEW.godkjent_av_id IS DISTINCT FROM OLD.godkjent_av_id AND NEW.godkjent_av_id <> bruker
    THEN
        PERFORM bosetting_nekt('en signerer i eget navn');
    END IF;
    -- the one who sent it stays the one who sent it, until it is sent back
    IF OLD.tilstand = 'godkjenning' AND NEW.tilstand <> 'dialog'
        AND NEW.foreslaatt_av_id IS DISTINCT FROM OLD.foreslaatt_av_id
    THEN
        PERFORM bosetting_nekt('den som sendte runden til godkjenning, står fast');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE UPDATE OR DELETE ON bosetting_runde
    FOR EACH ROW EXECUTE FUNCTION bosetting_vokt_runde();

-- What belongs to a round is written while the county works with it.
CREATE FUNCTION bosetting_vokt_del() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT FROM bosetting_runde WHERE id = OLD.runde_id AND tilstand NOT IN ('utkast', 'dialog')
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT FROM bosetting_runde WHERE id = NEW.runde_id AND tilstand NOT IN ('utkast', 'dialog')
    ) THEN
        PERFORM bosetting_nekt('runden er låst; en retting er en ny utgave');
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON bosetting_kriterium
    FOR EACH ROW EXECUTE FUNCTION bosetting_vokt_del();
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON bosetting_rundekommune
    FOR EACH ROW EXECUTE FUNCTION bosetting_vokt_del();
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON bosetting_grunnlagstall
    FOR EACH ROW EXECUTE FUNCTION bosetting_vokt_del();

CREATE FUNCTION bosetting_toemmes_ikke() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM bosetting_nekt('tabellen tømmes ikke');
    RETURN NULL;
END $$;
CREATE TRIGGER b_toemmes_ikke BEFORE TRUNCATE ON bosetting_runde
    FOR EACH STATEMENT EXECUTE FUNCTION bosetting_toemmes_ikke();
