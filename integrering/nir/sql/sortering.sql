-- Norwegian alphabetical order without ICU: aa is å, and æ ø å come after z (ä with æ, ö with ø).
-- A stored column carries it, so that a page of names is read from an index also below row-level security.
CREATE FUNCTION nb_sort(tekst text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT translate(replace(lower(tekst), 'aa', 'å'), 'æäøöå', '{{||}') $$;

CREATE FUNCTION nir_sortering(etternavn text, fornavn text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT public.nb_sort(etternavn) || chr(31) || public.nb_sort(fornavn) $$;

-- What a search for names compares: å = aa, æ = ae, ø = oe, no accents, a space before each part.
CREATE FUNCTION nir_soekenavn(fornavn text, etternavn text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT ' ' || public.unaccent(replace(replace(replace(
        lower(translate(fornavn || ' ' || etternavn, '-''’', '   ')), 'å', 'aa'), 'æ', 'ae'), 'ø', 'oe'))
    $$;
