-- The lines of each run are a partition of their own. It is written without keys and then attached: PostgreSQL builds
-- the indexes and checks the references all at once, which takes a fraction of the time it takes line by line; and a
-- discarded draft goes away without a trace. The partitions belong to the owner: nobody else reaches them directly.
CREATE TABLE tilskudd_linje_delt (LIKE tilskudd_linje INCLUDING CONSTRAINTS) PARTITION BY LIST (kjoering_id);
DROP TABLE tilskudd_linje;
ALTER TABLE tilskudd_linje_delt RENAME TO tilskudd_linje;
CREATE SEQUENCE tilskudd_linje_id_seq OWNED BY tilskudd_linje.id;
ALTER TABLE tilskudd_linje
    ALTER id SET DEFAULT nextval('tilskudd_linje_id_seq'),
    ADD CONSTRAINT tilskudd_linje_pkey PRIMARY KEY (id, kjoering_id),
    ADD CONSTRAINT tilskudd_linje_kjoering FOREIGN KEY (kjoering_id) REFERENCES tilskudd_kjoering (id)
        DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT tilskudd_linje_person FOREIGN KEY (person_id) REFERENCES nir_person (id)
        DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX tilskudd_linje_person_id ON tilskudd_linje (person_id);
CREATE INDEX tilskudd_linje_mottaker ON tilskudd_linje (kjoering_id, mottaker_id, id);

CREATE FUNCTION tilskudd_krev_tilstand(kjoering integer, krav text) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM tilskudd_kjoering WHERE id = kjoering AND tilstand = krav) THEN
        RAISE EXCEPTION 'kjøringen er ikke i tilstanden %', krav USING ERRCODE = 'check_violation';
    END IF;
END $$;

-- Make the table that a calculation writes its lines to.
CREATE FUNCTION tilskudd_aapne_lager(kjoering integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    tabell text := 'tilskudd_linje_' || kjoering;
BEGIN
    PERFORM tilskudd_krev_tilstand(kjoering, 'beregnes');
    EXECUTE format('CREATE TABLE %I (LIKE tilskudd_linje INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', tabell);
    EXECUTE format('REVOKE ALL ON %I FROM app_felles', tabell);
    EXECUTE format('GRANT INSERT ON %I TO app_motor', tabell);
END $$;

-- Close it and make it a part of the lines, with keys, references and policies.
CREATE FUNCTION tilskudd_lukk_lager(kjoering integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET maintenance_work_mem = '256MB'
    AS $$
DECLARE
    tabell text := 'tilskudd_linje_' || kjoering;
BEGIN
    PERFORM tilskudd_krev_tilstand(kjoering, 'beregnes');
    EXECUTE format('REVOKE ALL ON %I FROM app_motor', tabell);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (kjoering_id = %s)', tabell, tabell || '_egne', kjoering);
    EXECUTE format('ALTER TABLE tilskudd_linje ATTACH PARTITION %I FOR VALUES IN (%s)', tabell, kjoering);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabell);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabell);
    EXECUTE format('CREATE POLICY eier_alt ON %I FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)', tabell);
    -- the guards of `vern.sql`: those of the whole do not see a statement that names the part
    EXECUTE format('CREATE TRIGGER b_vokt_inn AFTER INSERT ON %I REFERENCING NEW TABLE AS roert
        FOR EACH STATEMENT EXECUTE FUNCTION tilskudd_vokt_innhold()', tabell);
    EXECUTE format('CREATE TRIGGER b_vokt_endring AFTER UPDATE ON %I REFERENCING NEW TABLE AS roert
        FOR EACH STATEMENT EXECUTE FUNCTION tilskudd_vokt_innhold()', tabell);
    EXECUTE format('CREATE TRIGGER b_vokt_ut AFTER DELETE ON %I REFERENCING OLD TABLE AS roert
        FOR EACH STATEMENT EXECUTE FUNCTION tilskudd_vokt_innhold()', tabell);
    EXECUTE format('CREATE TRIGGER c_aldri_toemt BEFORE TRUNCATE ON %I
        FOR EACH STATEMENT EXECUTE FUNCTION toklokker_aldri_slettet()', tabell);
END $$;

-- Take away the lines of a discarded run. When someone is reading lines just now they stay until the next time: to
-- wait for a reader who may wait for us would be a deadlock, and discarded lines count nowhere.
CREATE FUNCTION tilskudd_fjern_lager(kjoering integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM tilskudd_krev_tilstand(kjoering, 'forkastet');
    IF to_regclass('tilskudd_linje_' || kjoering) IS NOT NULL THEN
        LOCK TABLE tilskudd_linje IN ACCESS EXCLUSIVE MODE NOWAIT;
        EXECUTE format('DROP TABLE %I', 'tilskudd_linje_' || kjoering);
    END IF;
EXCEPTION WHEN lock_not_available THEN
    NULL;
END $$;

REVOKE ALL ON FUNCTION tilskudd_aapne_lager(integer), tilskudd_lukk_lager(integer), tilskudd_fjern_lager(integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tilskudd_aapne_lager(integer), tilskudd_lukk_lager(integer), tilskudd_fjern_lager(integer)
    TO app_motor;
