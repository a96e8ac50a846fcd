-- A code is for ever, for facts hold it: its list and its name never change, and no row goes away.
-- What the program itself names comes with the program: only the owner (migrations) makes it and keeps its days.
CREATE FUNCTION grunnmur_vokt_koder() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
        RAISE EXCEPTION 'kodelister: en kode slettes aldri, den får en siste dag' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.liste, NEW.kode) IS DISTINCT FROM (OLD.liste, OLD.kode) THEN
            RAISE EXCEPTION 'kodelister: en kode bytter aldri liste eller navn' USING ERRCODE = 'check_violation';
        END IF;
        IF current_user <> 'eier' AND (OLD.fast OR NEW.fast)
            AND (NEW.fast, NEW.gyldig_fra, NEW.gyldig_til) IS DISTINCT FROM (OLD.fast, OLD.gyldig_fra, OLD.gyldig_til)
        THEN
            RAISE EXCEPTION 'kodelister: programmet bruker koden, den kan ikke stenges' USING ERRCODE = 'check_violation';
        END IF;
    ELSIF NEW.fast AND current_user <> 'eier' THEN
        RAISE EXCEPTION 'kodelister: faste koder kommer med programmet' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt_koder BEFORE INSERT OR UPDATE OR DELETE ON grunnmur_kode
    FOR EACH ROW EXECUTE FUNCTION grunnmur_vokt_koder();
CREATE TRIGGER b_vokt_koder BEFORE TRUNCATE ON grunnmur_kode
    FOR EACH STATEMENT EXECUTE FUNCTION grunnmur_vokt_koder();

-- Everybody reads; administrators sit at the county. The trail is written once.
REVOKE INSERT, UPDATE, DELETE ON grunnmur_kode, grunnmur_kodehendelse FROM app_felles;
GRANT INSERT, UPDATE (navn_nb, navn_nn, rekkefolge, gyldig_fra, gyldig_til, kilde, sikkerhet) ON grunnmur_kode
    TO app_fylke;
GRANT INSERT ON grunnmur_kodehendelse TO app_fylke;

-- Is this a code of the list, valid on the day? Without a day: has it ever been? Asked by the triggers of tables with
-- codes (`kodelister.vokt_kode`).
CREATE FUNCTION grunnmur_er_kode(p_liste text, p_kode text, p_dag date) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM public.grunnmur_kode k
        WHERE k.liste = p_liste AND k.kode = p_kode
          AND (p_dag IS NULL OR p_dag >= k.gyldig_fra AND (k.gyldig_til IS NULL OR p_dag <= k.gyldig_til)));
END $$;
CREATE FUNCTION grunnmur_avvis_kode() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'kodelister: %.% tar bare koder fra listen %', TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[1]
        USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, COLUMN = TG_ARGV[0], CONSTRAINT = TG_NAME;
END $$;
