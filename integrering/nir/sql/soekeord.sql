-- The words a person is found by. Comparing them with >= and < is leakproof, so that the index is used below
-- row-level security; LIKE and trigrams are not, and would read every person (see docs/soek.md).

-- The words of a name, or of what is searched for: å = aa, æ = ae, ø = oe, no accents, parted at hyphens and the like.
CREATE FUNCTION nir_ord(tekst text) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT array_remove(string_to_array(public.unaccent(replace(replace(replace(
        lower(translate(tekst, E'-‐–''’`´.,/()"\t\n', repeat(' ', 16))),
        'å', 'aa'), 'æ', 'ae'), 'ø', 'oe')), ' '), '')
    $$;

-- What the person is called now follows into the person's row, and into the words.
CREATE OR REPLACE FUNCTION nir_personopplysning_endret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    DELETE FROM nir_soekeord s
    USING nye n
    JOIN nir_person p ON p.id = n.person_id
    CROSS JOIN LATERAL unnest(nir_ord(p.fornavn || ' ' || p.etternavn)) AS gammelt (ord)
    WHERE n.erstattet IS NULL AND NOT n.annullert
      AND (p.fornavn, p.etternavn) IS DISTINCT FROM (n.fornavn, n.etternavn)
      AND s.ord = gammelt.ord AND s.person_id = p.id;

    UPDATE nir_person p
    SET fornavn = n.fornavn, etternavn = n.etternavn, foedselsdato = n.foedselsdato,
        skjermet = n.adressebeskyttelse <> ''
    FROM nye n
    WHERE p.id = n.person_id AND n.erstattet IS NULL AND NOT n.annullert
      AND (p.fornavn, p.etternavn, p.foedselsdato, p.skjermet)
          IS DISTINCT FROM (n.fornavn, n.etternavn, n.foedselsdato, n.adressebeskyttelse <> '');

    -- in the order of the index: a large import is faster
    INSERT INTO nir_soekeord (ord, person_id)
    SELECT DISTINCT o.ord, n.person_id
    FROM nye n CROSS JOIN LATERAL unnest(nir_ord(n.fornavn || ' ' || n.etternavn)) AS o (ord)
    WHERE n.erstattet IS NULL AND NOT n.annullert
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
