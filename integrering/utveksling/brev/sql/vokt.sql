-- A finished letter is locked: what it says, to whom and under which number stands. A letter goes one way:
-- utkast → ferdig → sendt, or utkast → slettet; how it was sent and answered is written once.
CREATE FUNCTION brev_vokt_brev() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
DECLARE
    fast CONSTANT text[] := ARRAY['id', 'noekkel', 'innsending', 'avsender_id', 'aar', 'nummer', 'bunke_id',
                                  'opprettet', 'opprettet_av_id'];
    innhold CONSTANT text[] := ARRAY['malversjon_id', 'mottakerslag', 'virksomhet_id', 'person_id', 'maalform',
                                     'maalformkilde', 'maalformgrunn', 'dato', 'overskrift', 'adresse', 'verdier',
                                     'fritekst', 'kontakt_navn', 'kontakt_epost', 'kontakt_telefon'];
    en_gang CONSTANT text[] := ARRAY['ferdig', 'ferdig_av_id', 'sendt', 'sendt_av_id', 'sendt_dato', 'svar_dato',
                                     'svar_av_id'];
    gammel jsonb := to_jsonb(OLD);
    ny jsonb := to_jsonb(NEW);
    felt text;
BEGIN
    FOREACH felt IN ARRAY fast || CASE WHEN OLD.tilstand = 'utkast' THEN '{}'::text[] ELSE innhold END LOOP
        IF gammel -> felt IS DISTINCT FROM ny -> felt THEN
            RAISE EXCEPTION 'brevet er låst: %', felt USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    FOREACH felt IN ARRAY en_gang LOOP
        IF gammel -> felt <> 'null' AND gammel -> felt IS DISTINCT FROM ny -> felt THEN
            RAISE EXCEPTION 'skrives bare én gang: %', felt USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    IF OLD.tilstand <> NEW.tilstand AND (OLD.tilstand, NEW.tilstand) NOT IN
        (('utkast', 'ferdig'), ('utkast', 'slettet'), ('ferdig', 'sendt')) THEN
        RAISE EXCEPTION 'brevet kan ikke gå fra % til %', OLD.tilstand, NEW.tilstand
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION brev_vokt_brev() FROM PUBLIC;
CREATE TRIGGER a_vokt BEFORE UPDATE ON brev_brev FOR EACH ROW EXECUTE FUNCTION brev_vokt_brev();
