-- What the database holds for every table with two clocks. Only the engine's role may write history
-- (app.historisk = 'ja'): imports with --historisk and the demo, both through actions that check who may.

CREATE FUNCTION toklokker_historisk() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT current_setting('app.historisk', true) = 'ja' AND current_user = 'app_motor'
$$;

-- First versions get the transaction's instant; a next version starts where the one before it ended.
CREATE FUNCTION toklokker_registrert() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    forrige timestamptz;
BEGIN
    IF NEW.erstattet IS NOT NULL AND NOT toklokker_historisk() THEN
        RAISE EXCEPTION 'erstattet settes av databasen' USING ERRCODE = 'check_violation';
    END IF;
    IF toklokker_historisk() AND NEW.registrert <= now() THEN
        RETURN NEW;
    END IF;
    NEW.registrert := now();
    -- aarsak is empty on first versions, so that a plain import need not look for one before it
    IF NEW.aarsak <> '' OR NEW.annullert THEN
        EXECUTE format('SELECT max(erstattet) FROM %s WHERE registrering_id = $1', TG_RELID::regclass)
            INTO forrige USING NEW.registrering_id;
        NEW.registrert := greatest(now(), forrige);
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION toklokker_kun_erstattet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.erstattet IS NOT NULL OR NEW.erstattet IS NULL THEN
        RAISE EXCEPTION 'en registrering kan bare erstattes, og bare én gang'
            USING ERRCODE = 'check_violation';
    END IF;
    IF NOT toklokker_historisk() THEN
        -- the clock, not the transaction's start: whoever waited for another's lock closes after it
        NEW.erstattet := greatest(clock_timestamp(), OLD.registrert);
    END IF;
    OLD.erstattet := NEW.erstattet;
    IF NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'en registrering endres aldri: rett den med en ny versjon'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

-- Versions of one registration never hold at the same instant. Runs as the owner, to see them all, once a statement.
CREATE FUNCTION toklokker_kjede() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    overlapp boolean;
BEGIN
    EXECUTE format(
        'SELECT EXISTS (SELECT FROM nye n JOIN %s v ON v.registrering_id = n.registrering_id AND v.id <> n.id'
        ' WHERE tstzrange(v.registrert, v.erstattet) && tstzrange(n.registrert, n.erstattet))', TG_RELID::regclass)
        INTO overlapp;
    IF overlapp THEN
        RAISE EXCEPTION 'to versjoner av samme registrering kan ikke gjelde samtidig'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION toklokker_kjede() FROM PUBLIC;

-- Nothing is taken away by closing it: when the transaction ends, a version starts where each closed one ended
-- (it may say «annullert»).
CREATE FUNCTION toklokker_har_neste() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    finnes boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE registrering_id = $1 AND registrert = $2 AND id <> $3)',
                   TG_RELID::regclass) INTO finnes USING NEW.registrering_id, NEW.erstattet, NEW.id;
    IF NOT finnes THEN
        RAISE EXCEPTION 'en registrering erstattes av en ny versjon, den lukkes ikke bare'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION toklokker_har_neste() FROM PUBLIC;

CREATE FUNCTION toklokker_aldri_slettet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'en registrering slettes aldri' USING ERRCODE = 'check_violation';
END $$;
