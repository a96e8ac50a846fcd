-- What is registered here beside what the register says, field by field, for all rows of a list.
-- Nothing is written to the registrations.
WITH personer AS (
    SELECT DISTINCT person_id AS id FROM registerlister_registerrad
    WHERE liste_id = %(liste)s AND linje IS NOT NULL AND person_id IS NOT NULL
),
vedtak AS (
    SELECT DISTINCT ON (person_id, ordning) person_id, ordning, vedtaksdato, startdato
    FROM nir_vedtak
    WHERE person_id IN (SELECT id FROM personer) AND ordning IN ('intro', 'norsk')
      AND erstattet IS NULL AND NOT annullert
    ORDER BY person_id, ordning, startdato DESC
),
avslutning AS (
    SELECT DISTINCT ON (person_id) person_id, dato, avslutningsaarsak
    FROM nir_avslutning
    WHERE person_id IN (SELECT id FROM personer) AND ordning = 'intro' AND erstattet IS NULL AND NOT annullert
    ORDER BY person_id, dato DESC
),
sluttmaal AS (
    SELECT DISTINCT ON (person_id) person_id, maal
    FROM nir_sluttmaal
    WHERE person_id IN (SELECT id FROM personer) AND erstattet IS NULL AND NOT annullert
    ORDER BY person_id, fra DESC
),
vaar AS (
    SELECT p.id AS person_id, x.felt, x.verdi
    FROM nir_person p
    JOIN personer USING (id)
    LEFT JOIN tilgang_virksomhet k ON k.id = p.kommune_id
    LEFT JOIN sluttmaal s ON s.person_id = p.id
    LEFT JOIN vedtak i ON i.person_id = p.id AND i.ordning = 'intro'
    LEFT JOIN vedtak n ON n.person_id = p.id AND n.ordning = 'norsk'
    LEFT JOIN avslutning a ON a.person_id = p.id
    CROSS JOIN LATERAL (VALUES
        ('navn', trim(p.fornavn || ' ' || p.etternavn)),
        ('foedselsdato', to_char(p.foedselsdato, 'YYYY-MM-DD')),
        ('kommune', k.navn),
        ('sluttmaal', s.maal),
        ('vedtak_intro', to_char(i.vedtaksdato, 'YYYY-MM-DD')),
        ('start_intro', to_char(i.startdato, 'YYYY-MM-DD')),
        ('vedtak_norsk', to_char(n.vedtaksdato, 'YYYY-MM-DD')),
        ('avslutningsaarsak', a.avslutningsaarsak),
        ('avslutningsdato', to_char(a.dato, 'YYYY-MM-DD'))
    ) AS x (felt, verdi)
    UNION ALL
    SELECT k.person, 'kategori', k.verdi
    FROM jsonb_to_recordset(%(kategorier)s::jsonb) AS k (person bigint, verdi text)
),
koder AS (
    -- what the organisation has settled itself goes before what came with the system
    SELECT DISTINCT ON (felt, lest) felt, lest, avklart, tom, koder
    FROM registerlister_kodekobling
    WHERE virksomhet_id IS NULL OR virksomhet_id = %(virksomhet)s
    ORDER BY felt, lest, virksomhet_id NULLS LAST
),
par AS (
    SELECT f.id, f.felt, r.person_id, r.linje, r.duf, r.feil, coalesce(v.verdi, '') AS vaar,
        CASE WHEN k.tom THEN '' ELSE trim(f.register) END AS register,
        f.lest, coalesce(k.avklart, false) AS avklart, k.koder, f.felt = ANY (%(koder)s) AS er_kode,
        r.linje IS NULL AND EXISTS (
            SELECT FROM registerlister_registerrad i
            WHERE i.liste_id = %(liste)s AND i.linje IS NOT NULL AND i.duf = r.duf
        ) AS i_listen
    FROM registerlister_feltsammenligning f
    JOIN registerlister_registerrad r ON r.id = f.rad_id
    LEFT JOIN vaar v ON v.person_id = r.person_id AND v.felt = f.felt
    LEFT JOIN koder k ON k.felt = f.felt AND k.lest = f.lest
    WHERE f.liste_id = %(liste)s
)
UPDATE registerlister_feltsammenligning f
SET person_id = p.person_id, vaar = p.vaar, utfall = CASE
    WHEN p.felt = 'person' THEN CASE
        WHEN p.linje IS NOT NULL AND (p.feil <> '' OR p.duf = '') THEN 'ulest'
        WHEN p.person_id IS NULL THEN 'bare_register'
        WHEN p.linje IS NULL AND NOT p.i_listen THEN 'bare_hos_oss'
        ELSE 'likt' END
    WHEN p.er_kode AND p.register <> '' AND NOT p.avklart THEN 'ukjent_kode'
    WHEN p.person_id IS NULL THEN 'ikke_sammenlignet'
    WHEN p.register = '' AND p.vaar = '' THEN 'likt'
    WHEN p.register = '' THEN 'bare_hos_oss'
    WHEN p.lest = '' THEN 'ulest'
    WHEN p.vaar = '' THEN 'bare_register'
    WHEN p.er_kode THEN CASE WHEN string_to_array(p.vaar, ' ') && p.koder::text[] THEN 'likt' ELSE 'ulikt' END
    WHEN p.felt = 'navn' THEN
        CASE WHEN registerlister_navn(p.lest) = registerlister_navn(p.vaar) THEN 'likt' ELSE 'ulikt' END
    WHEN p.lest = p.vaar THEN 'likt'
    ELSE 'ulikt' END
FROM par p
WHERE f.id = p.id
