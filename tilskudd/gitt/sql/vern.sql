-- What the database holds about calls and applications, whoever writes: the way from draft to the end, who takes
-- each step, and that what was sent stays as it was sent.
CREATE FUNCTION gitt_nekt(grunn text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', grunn USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION gitt_er_soeker() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT current_setting('role') IN ('app_enhet', 'app_opplaering', 'app_skole', 'app_frivillig')
$$;

CREATE FUNCTION gitt_vokt_utlysning() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    uendret gitt_utlysning;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.tilstand <> 'utkast' THEN
            PERFORM gitt_nekt('en ny utlysning er et utkast');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.tilstand <> OLD.tilstand AND (OLD.tilstand, NEW.tilstand) NOT IN (
        ('utkast', 'utlyst'), ('utlyst', 'lukket'), ('lukket', 'utlyst'), ('lukket', 'fordelt'), ('fordelt', 'avsluttet')
    ) THEN
        PERFORM gitt_nekt(format('en utlysning går ikke fra %s til %s', OLD.tilstand, NEW.tilstand));
    END IF;
    IF OLD.tilstand <> 'utkast' THEN
        -- the deadline may be moved and the pot changed; all else is what the applicants have read
        uendret := NEW;
        uendret.tilstand := OLD.tilstand;
        uendret.frist := OLD.frist;
        uendret.ramme := OLD.ramme;
        uendret.versjon := OLD.versjon;
        uendret.endret := OLD.endret;
        uendret.endret_av_id := OLD.endret_av_id;
        IF uendret IS DISTINCT FROM OLD THEN
            PERFORM gitt_nekt('vilkårene i en utlysning som er åpnet, står fast');
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE ON gitt_utlysning
    FOR EACH ROW EXECUTE FUNCTION gitt_vokt_utlysning();

CREATE FUNCTION gitt_vokt_soeknad() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    uendret gitt_soeknad;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.tilstand <> 'utkast' THEN
            PERFORM gitt_nekt('en ny søknad er et utkast');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.tilstand <> OLD.tilstand AND NOT (CASE WHEN gitt_er_soeker()
        THEN (OLD.tilstand, NEW.tilstand) IN (
            ('utkast', 'sendt'), ('aapnet', 'sendt'), ('utkast', 'trukket'), ('sendt', 'trukket'), ('aapnet', 'trukket'))
        ELSE (OLD.tilstand, NEW.tilstand) IN (
            ('sendt', 'aapnet'), ('aapnet', 'sendt'), ('sendt', 'avgjort'), ('avgjort', 'avsluttet'))
        END)
    THEN
        PERFORM gitt_nekt(format('en søknad går ikke fra %s til %s', OLD.tilstand, NEW.tilstand));
    END IF;
    uendret := NEW;
    uendret.tilstand := OLD.tilstand;
    uendret.sendt := OLD.sendt;
    uendret.komplett_frist := OLD.komplett_frist;
    uendret.versjon := OLD.versjon;
    uendret.endret := OLD.endret;
    uendret.endret_av_id := OLD.endret_av_id;
    IF (NOT gitt_er_soeker() OR OLD.tilstand NOT IN ('utkast', 'aapnet')) AND uendret IS DISTINCT FROM OLD THEN
        PERFORM gitt_nekt('det søkeren har sendt, endres ikke');
    END IF;
    IF (NEW.utlysning_id, NEW.virksomhet_id, NEW.noekkel) IS DISTINCT FROM (OLD.utlysning_id, OLD.virksomhet_id, OLD.noekkel) THEN
        PERFORM gitt_nekt('hvem som søker, og på hva, endres ikke');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE ON gitt_soeknad
    FOR EACH ROW EXECUTE FUNCTION gitt_vokt_soeknad();
