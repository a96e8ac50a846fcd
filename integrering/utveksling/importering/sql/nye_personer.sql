-- New DUF numbers. A number that exists where the one who asks cannot see it is passed over here, and sent back below.
INSERT INTO nir_person (noekkel, duf, kommune_id, fornavn, etternavn, foedselsdato, skjermet, tillatelse,
    tillatelse_dato, opprettet)
SELECT gen_random_uuid(), duf, %(kommune)s::int, fornavn, etternavn, foedselsdato, false, tillatelse, tillatelse_dato,
       opprettet
FROM (
    SELECT DISTINCT ON (a.duf)
           a.duf, a.fornavn, a.etternavn, a.foedselsdato, a.tillatelse, a.tillatelse_dato, a.naar AS opprettet
    FROM utv_loep l JOIN utv_kandidat a ON a.linje = l.linje
    WHERE a.person_id IS NULL AND l.utfall IN ('ny', 'ny versjon')
    ORDER BY a.duf, a.naar DESC
) ny
ON CONFLICT DO NOTHING
