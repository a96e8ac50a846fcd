UPDATE registerlister_feltsammenligning f SET gjelder = r.gjelder
FROM registerlister_registerrad r
WHERE f.liste_id = %(liste)s AND r.id = f.rad_id AND f.gjelder IS DISTINCT FROM r.gjelder
