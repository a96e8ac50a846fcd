INSERT INTO registerlister_feltsammenligning
    (liste_id, virksomhet_id, bruker_id, person_id, gjelder, rad_id, felt, register, lest, vaar, utfall, gjenaapnet)
SELECT liste_id, virksomhet_id, bruker_id, person_id, gjelder, id, 'person', '', '', '', 'bare_hos_oss', false
FROM registerlister_registerrad
WHERE liste_id = %(liste)s AND linje IS NULL
ON CONFLICT DO NOTHING
