INSERT INTO registerlister_registerrad (liste_id, virksomhet_id, bruker_id, linje, duf, raa, feil)
SELECT %(liste)s, %(virksomhet)s, %(bruker)s, x.linje, x.duf, x.raa, x.feil
FROM jsonb_to_recordset(%(rader)s::jsonb) AS x (linje int, duf text, raa jsonb, feil text)
