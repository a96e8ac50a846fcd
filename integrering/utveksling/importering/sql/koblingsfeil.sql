-- What stands in the way of continuing the registration that was found.
INSERT INTO utv_avvik
SELECT linje, 'noekkel', 'noekkel_annen_person', noekkel, '', false FROM utv_kandidat WHERE annen_person
UNION ALL
SELECT linje, 'noekkel', 'noekkel_annullert', noekkel, '', false
FROM utv_kandidat WHERE noekkel_annullert AND annen_person IS NOT TRUE
UNION ALL
SELECT linje, {start_felt}, {andre_verdier}, '', '', false FROM utv_kandidat WHERE andre_verdier
