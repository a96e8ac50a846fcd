-- What the county has not told the municipality: the newest version of each fact that was never told, or was
-- told otherwise (forskriften § 59). What was told stands word for word in opplaering_kommunemelding. Absence
-- is told for a person, a school and a month together. Runs as the one who asks (security_invoker).
CREATE VIEW opplaering_umeldt WITH (security_invoker) AS
WITH dagen AS MATERIALIZED (
    SELECT (now() AT TIME ZONE 'Europe/Oslo')::date AS i_dag
), deler AS (
    SELECT s.*, coalesce(k.kombinasjonsklasse, false) AS kombinasjonsklasse,
        coalesce(k.kombinasjonsklasse AND coalesce(h.ansvar, '') <> 'kommune', false) AS hovedansvar_fylke,
        -- a new class splits a period, with the same hours on both sides: for the municipality it is one
        coalesce(NOT s.annullert AND lag(s.til) OVER w = s.fra - 1 AND lag(s.skole_id) OVER w = s.skole_id
            AND lag(s.timer_per_uke) OVER w = s.timer_per_uke, false) AS videre
    FROM opplaering_skolegang s
    CROSS JOIN dagen d
    LEFT JOIN opplaering_skoleklasse k ON k.id = s.klasse_id
    LEFT JOIN LATERAL (
        SELECT b.ansvar FROM opplaering_hovedansvar b
        WHERE b.klasse_id = s.klasse_id AND b.fra <= greatest(s.fra, least(d.i_dag, coalesce(s.til, d.i_dag)))
        ORDER BY b.fra DESC, b.id DESC LIMIT 1
    ) h ON true
    WHERE s.erstattet IS NULL AND s.fra <= d.i_dag
    WINDOW w AS (PARTITION BY s.person_id, s.annullert ORDER BY s.fra)
), loep AS (
    SELECT deler.*, count(*) FILTER (WHERE NOT videre)
        OVER (PARTITION BY person_id, annullert ORDER BY fra, id) AS nr
    FROM deler
), samlet AS (
    SELECT person_id, annullert, skole_id, timer_per_uke, max(id) AS versjon, max(registrert) AS registrert,
        (array_agg(registrering_id ORDER BY fra))[1] AS registrering_id, min(fra) AS fra,
        CASE WHEN NOT bool_or(til IS NULL) THEN max(til) END AS til,
        (array_agg(sluttgrunn ORDER BY fra DESC))[1] AS sluttgrunn,
        (array_agg(kombinasjonsklasse ORDER BY fra DESC))[1] AS kombinasjonsklasse,
        (array_agg(hovedansvar_fylke ORDER BY fra DESC))[1] AS hovedansvar_fylke
    FROM loep
    GROUP BY person_id, annullert, nr, skole_id, timer_per_uke
), skolegang AS (
    SELECT 'skolegang' AS tabell, s.*,
        EXISTS (
            SELECT FROM opplaering_skolegang f
            WHERE f.person_id = s.person_id AND f.skole_id = s.skole_id AND f.til = s.fra - 1
              AND f.sluttgrunn = 'endrede_timer' AND f.erstattet IS NULL AND NOT f.annullert
        ) AS andre_timer,
        jsonb_build_object(
            'fra', s.fra, 'til', s.til, 'timer_per_uke', s.timer_per_uke::text, 'sluttgrunn', s.sluttgrunn,
            'skole', s.skole_id, 'kombinasjonsklasse', s.kombinasjonsklasse,
            'hovedansvar_fylke', s.hovedansvar_fylke
        ) AS innhold
    FROM samlet s
), andre AS (
    SELECT 'maanedsfravaer' AS tabell, md5(f.person_id || '-' || f.skole_id || '-' || f.maaned)::uuid AS registrering_id,
        max(f.id) AS versjon, f.person_id, f.skole_id, max(f.registrert) AS registrert, bool_and(f.annullert) AS annullert,
        'fravaer' AS slag, (f.maaned + interval '1 month - 1 day')::date AS hendt,
        (f.maaned + interval '1 month 9 days')::date AS frist,
        jsonb_build_object('maaned', f.maaned, 'skole', f.skole_id, 'linjer', coalesce(
            jsonb_agg(jsonb_build_object('undervisning', f.undervisning, 'timer', f.timer::text,
                'gyldig', f.gyldig::text, 'ugyldig', f.ugyldig::text, 'uavklart', f.uavklart::text)
                ORDER BY f.undervisning) FILTER (WHERE NOT f.annullert), '[]')) AS innhold
    FROM opplaering_maanedsfravaer f CROSS JOIN dagen d
    WHERE f.erstattet IS NULL AND f.maaned < date_trunc('month', d.i_dag)
    GROUP BY f.person_id, f.skole_id, f.maaned
    UNION ALL
    SELECT 'resultat', r.registrering_id, r.id, r.person_id, r.skole_id, r.registrert, r.annullert, 'resultat', r.dato,
        (r.dato + interval '2 months')::date,
        jsonb_build_object('slag', r.slag, 'dato', r.dato, 'lytte', r.lytte, 'lese', r.lese,
            'skriftlig', r.skriftlig, 'muntlig', r.muntlig, 'resultat', r.resultat, 'spraak', r.spraak,
            'fag', r.fag, 'karakter', r.karakter, 'skole', r.skole_id)
    FROM opplaering_resultat r
    WHERE r.erstattet IS NULL
    UNION ALL
    SELECT 'soeknad', a.noekkel, a.id * 100000 + a.versjon, a.person_id, t.skole_id, a.endret, a.utfall <> 'innvilget',
        'opptak', coalesce(a.vedtaksdato, a.mottatt), (coalesce(a.vedtaksdato, a.mottatt) + interval '2 months')::date,
        jsonb_build_object('vedtaksdato', a.vedtaksdato, 'oppstart', a.oppstart, 'tilbud', coalesce(t.navn, ''),
            'skole', t.skole_id)
    FROM opplaering_soeknad a LEFT JOIN opplaering_utdanningstilbud t ON t.id = a.tilbud_id
), alle AS (
    SELECT s.tabell, s.registrering_id, s.versjon, s.person_id, p.kommune_id, s.skole_id, s.registrert, s.annullert,
        CASE
            WHEN m.tabell IS NULL OR (m.kommune_id <> p.kommune_id AND coalesce(s.til, d.i_dag) >= d.i_dag)
                THEN CASE WHEN s.annullert THEN NULL WHEN s.andre_timer THEN 'timer' ELSE 'start' END
            WHEN NOT s.annullert AND s.innhold - ARRAY['til', 'sluttgrunn'] = m.innhold - ARRAY['til', 'sluttgrunn']
                THEN CASE WHEN s.innhold <> m.innhold AND s.sluttgrunn <> 'endrede_timer' THEN 'slutt' END
            WHEN s.innhold || jsonb_build_object('annullert', true) = m.innhold AND s.annullert THEN NULL
            ELSE 'rettelse'
        END AS slag,
        s.fra, s.til, NULL::date AS hendt, NULL::date AS frist, s.innhold
    FROM skolegang s
    CROSS JOIN dagen d
    JOIN nir_person p ON p.id = s.person_id
    LEFT JOIN LATERAL (
        SELECT k.tabell, k.kommune_id, k.innhold FROM opplaering_kommunemelding k
        WHERE k.person_id = s.person_id AND k.tabell = s.tabell AND k.registrering_id = s.registrering_id
        ORDER BY k.sendt DESC, k.id DESC LIMIT 1
    ) m ON true
    UNION ALL
    SELECT a.tabell, a.registrering_id, a.versjon, a.person_id, p.kommune_id, a.skole_id, a.registrert, a.annullert,
        CASE
            WHEN m.tabell IS NULL THEN CASE WHEN NOT a.annullert THEN a.slag END
            WHEN NOT a.annullert AND a.innhold = m.innhold THEN NULL
            WHEN a.annullert AND m.innhold ? 'annullert' THEN NULL
            ELSE 'rettelse'
        END,
        NULL, NULL, a.hendt, a.frist, a.innhold
    FROM andre a
    JOIN nir_person p ON p.id = a.person_id
    LEFT JOIN LATERAL (
        SELECT k.tabell, k.kommune_id, k.innhold FROM opplaering_kommunemelding k
        WHERE k.person_id = a.person_id AND k.tabell = a.tabell AND k.registrering_id = a.registrering_id
        ORDER BY k.sendt DESC, k.id DESC LIMIT 1
    ) m ON true
), dato AS (
    SELECT alle.*, CASE
            WHEN slag = 'rettelse' THEN (registrert AT TIME ZONE 'Europe/Oslo')::date
            WHEN slag = 'slutt' THEN coalesce(til, (registrert AT TIME ZONE 'Europe/Oslo')::date)
            ELSE coalesce(fra, hendt)
        END AS skjedd
    FROM alle
    WHERE slag IS NOT NULL AND kommune_id IS NOT NULL
)
SELECT tabell || '-' || versjon AS noekkel, tabell, registrering_id, versjon, person_id, kommune_id, skole_id, slag,
    CASE WHEN annullert THEN innhold || jsonb_build_object('annullert', true) ELSE innhold END AS innhold,
    registrert AS kjent, skjedd AS hendt,
    CASE WHEN slag = 'rettelse' OR frist IS NULL THEN (skjedd + interval '2 months')::date ELSE frist END AS frist
FROM dato;
