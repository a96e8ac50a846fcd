-- The county's kroner of these runs, by the municipality whose registrations released them: the one the person lived in
-- on the days (of several in a line the last registered). Lines of an opening run have no facts, so no municipality.
-- Parameters: kjoeringer (ids), fylke (id).
SELECT l.kjoering_id, v.nummer, l.ordning, count(DISTINCT l.person_id), sum(l.beloep)::bigint
FROM tilskudd_linje l
LEFT JOIN nir_bosted b ON b.id = l.bosted_ider[cardinality(l.bosted_ider)]
LEFT JOIN tilgang_virksomhet v ON v.id = b.kommune_id
WHERE l.kjoering_id = ANY (%(kjoeringer)s) AND l.mottaker_id = %(fylke)s
GROUP BY l.kjoering_id, v.nummer, l.ordning
