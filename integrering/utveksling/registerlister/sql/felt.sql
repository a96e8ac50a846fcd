-- Each row as a whole, and each of its cells that is compared.
INSERT INTO registerlister_feltsammenligning
    (liste_id, virksomhet_id, bruker_id, rad_id, felt, register, lest, vaar, utfall, gjenaapnet)
SELECT r.liste_id, r.virksomhet_id, r.bruker_id, r.id, f.felt, f.register, f.lest, '', 'ikke_sammenlignet', false
FROM jsonb_to_recordset(%(felt)s::jsonb) AS f (linje int, felt text, register text, lest text)
JOIN registerlister_registerrad r ON r.liste_id = %(liste)s AND r.linje = f.linje
