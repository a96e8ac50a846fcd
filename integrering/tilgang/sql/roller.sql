-- The database's roles. Run once per database by a superuser, before the first migration; safe to run again.
-- Login roles get their passwords from whoever runs this. `eier` owns the schema and migrates; `app` serves.
DO $$
DECLARE
    rolle text;
BEGIN
    FOREACH rolle IN ARRAY ARRAY['eier', 'app'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = rolle) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT', rolle);
        END IF;
    END LOOP;
    -- what everyone may touch: the tables without persons
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_felles') THEN
        CREATE ROLE app_felles NOLOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
    GRANT app_felles TO app WITH INHERIT TRUE, SET FALSE;
    -- who asks: one role per kind of user. `app` must choose one (SET ROLE); it inherits none of them.
    FOREACH rolle IN ARRAY ARRAY['app_fylke', 'app_enhet', 'app_skole', 'app_frivillig', 'app_forvalter', 'app_motor'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = rolle) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', rolle);
        END IF;
        EXECUTE format('GRANT app_felles TO %I WITH INHERIT TRUE', rolle);
        EXECUTE format('GRANT %I TO app WITH INHERIT FALSE, SET TRUE', rolle);
    END LOOP;
    -- adult education is the municipality, with less: what is taken from it stands in restrictive policies
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_opplaering') THEN
        CREATE ROLE app_opplaering NOLOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
    GRANT app_enhet TO app_opplaering WITH INHERIT TRUE, SET FALSE;
    GRANT app_opplaering TO app WITH INHERIT FALSE, SET TRUE;
    -- the county with more: those who read notes of the career guidance (what is theirs stands in policies of their own)
    FOREACH rolle IN ARRAY ARRAY['app_saksbehandler', 'app_karriere'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = rolle) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', rolle);
        END IF;
        EXECUTE format('GRANT app_fylke TO %I WITH INHERIT TRUE, SET FALSE', rolle);
        EXECUTE format('GRANT %I TO app WITH INHERIT FALSE, SET TRUE', rolle);
    END LOOP;
    -- only jobs over all make temporary tables: with one, anyone could put a table of the same name before ours
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO eier, app', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO app_motor', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO eier', current_database());
END $$;

ALTER SCHEMA public OWNER TO eier;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO app_felles;
ALTER DEFAULT PRIVILEGES FOR ROLE eier IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app_felles;
ALTER DEFAULT PRIVILEGES FOR ROLE eier IN SCHEMA public
    GRANT USAGE ON SEQUENCES TO app_felles;
-- extensions are the superuser's to bring
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
