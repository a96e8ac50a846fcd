-- Reading the cells of a file. NULL means «cannot be read»; nothing here raises an error.
-- Plain SQL, so that the planner writes them into the statement that uses them.

-- dd.mm.åååå or åååå-mm-dd. The import sets DateStyle to DMY, so that the database itself reads both.
CREATE FUNCTION utveksling_dato(tekst text) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN tekst ~ '^([0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})$'
            THEN CASE WHEN pg_input_is_valid(tekst, 'date') THEN tekst::date END
    END
    $$;

-- A date is its first moment by the clock in Oslo; a time without an offset is that clock's as well.
CREATE FUNCTION utveksling_instant(tekst text) RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN tekst ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:?[0-9]{2})$'
            THEN CASE WHEN pg_input_is_valid(tekst, 'timestamptz') THEN tekst::timestamptz END
        WHEN tekst ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?$'
            THEN CASE WHEN pg_input_is_valid(tekst, 'timestamp') THEN tekst::timestamp AT TIME ZONE 'Europe/Oslo' END
        ELSE utveksling_dato(tekst)::timestamp AT TIME ZONE 'Europe/Oslo'
    END
    $$;
