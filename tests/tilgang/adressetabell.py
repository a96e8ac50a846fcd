"""Who may ask for what: one line per address, read by test_alle_adresser.py, which walks them all."""

from __future__ import annotations

# Who walks. «rett» and «feil» are municipalities: the one that has the person in the address, and another.
ALLE = ("anonym", "uten_rolle", "rett", "feil", "saksbehandler", "raadgiver", "godkjenner", "administrator",
        "revisor", "kommuneadmin", "skole", "organisasjon")  # fmt: skip
# They walk three at a time, so that the walks can go side by side.
FLOKKER = tuple(ALLE[i : i + 3] for i in range(0, len(ALLE), 3))
# What GET answers each of them, in that order: a status, or «inn» (to the login), «vlg» (choose a role).
# One line per address; <name> in the second column is the key of a value in `verdier`.
TABELL = """
forside                                 inn vlg 200 200 200 200 200 200 200 200 200 200
oppgave             oppgave_id          inn vlg 200 404 200 200 200 200 403 403 404 404
oppgaver_valgte                         inn vlg 405 405 405 405 405 405 403 403 405 405
oppgaver_angre                          inn vlg 405 405 405 405 405 405 403 403 405 405
oppgaver_vikar                          inn vlg 200 200 200 200 200 200 403 403 200 200
oppgaver_vikar_avslutt vikariat_id      inn vlg 405 405 405 405 405 405 403 403 405 405
logg_inn                                200 302 302 302 302 302 302 302 302 302 302 302
logg_ut                                 405 405 405 405 405 405 405 405 405 405 405 405
velg_virksomhet                         inn 200 200 200 200 200 200 200 200 200 200 200
spraak                                  405 405 405 405 405 405 405 405 405 405 405 405
om                                      200 200 200 200 200 200 200 200 200 200 200 200
soek                                    inn vlg 200 200 200 200 200 200 200 200 200 200
soek_forslag                            inn vlg 405 405 405 405 405 405 405 405 405 405
virksomhet          nummer              inn vlg 200 200 200 200 200 200 200 200 200 200
hjelp                                   inn vlg 200 200 200 200 200 200 200 200 200 200
begreper                                inn vlg 200 200 200 200 200 200 200 200 200 200
varsler                                 inn vlg 200 200 200 200 200 200 403 403 200 200
varsler_avmeld      merke               200 vlg 200 200 200 200 200 200 200 200 200 200
glemt_passord                           200 200 200 200 200 200 200 200 200 200 200 200
nytt_passord                            404 404 404 404 404 404 404 404 404 404 404 404
nytt_passord_lenke  lenke               302 302 302 302 302 302 302 302 302 302 302 302
invitasjon                              404 404 404 404 404 404 404 404 404 404 404 404
invitasjon_lenke    lenke               302 302 302 302 302 302 302 302 302 302 302 302
min_side                                inn 200 200 200 200 200 200 200 200 200 200 200
min_side_passord                        inn 200 200 200 200 200 200 200 200 200 200 200
brukere                                 inn vlg 403 403 403 403 403 200 403 200 403 403
bruker_ny                               inn vlg 403 403 403 403 403 200 403 200 403 403
bruker              tildeling_id        inn vlg 403 403 403 403 403 200 403 404 403 403
bruker_steng        tildeling_id        inn vlg 403 403 403 403 403 200 403 404 403 403
bruker_aapne        tildeling_id        inn vlg 403 403 403 403 403 405 403 405 403 403
bruker_inviter      tildeling_id        inn vlg 403 403 403 403 403 405 403 405 403 403
brukere_virksomheter                    inn vlg 403 403 403 403 403 200 403 403 403 403
virksomhet_ny                           inn vlg 403 403 403 403 403 200 403 403 403 403
fagsystemer                             inn vlg 403 403 403 403 403 200 403 200 403 403
fagsystem_nytt      nummer              inn vlg 403 403 403 403 403 200 403 200 403 403
fagsystem_trekk     klient_id           inn vlg 403 403 403 403 403 200 403 200 403 403
api_personer                            inn inn inn inn inn inn inn inn inn inn inn inn
api_oppslag                             inn inn inn inn inn inn inn inn inn inn inn inn
api_person          noekkel             inn inn inn inn inn inn inn inn inn inn inn inn
api_person_status   noekkel             inn inn inn inn inn inn inn inn inn inn inn inn
api_status                              inn inn inn inn inn inn inn inn inn inn inn inn
api_samlet                              inn inn inn inn inn inn inn inn inn inn inn inn
api_kodelister                          inn inn inn inn inn inn inn inn inn inn inn inn
api_flyttinger                          inn inn inn inn inn inn inn inn inn inn inn inn
api_flytting_svar   sak_id              inn inn inn inn inn inn inn inn inn inn inn inn
api_fakta           noekkel,slag        inn inn inn inn inn inn inn inn inn inn inn inn
api_registrering    noekkel,slag,registrering inn inn inn inn inn inn inn inn inn inn inn inn
api_annuller        noekkel,slag,registrering inn inn inn inn inn inn inn inn inn inn inn inn
api_alle            slag                inn inn inn inn inn inn inn inn inn inn inn inn
api_ukjent                              inn inn inn inn inn inn inn inn inn inn inn inn
innsynslogg                             inn vlg 403 403 403 403 403 200 200 403 403 403
innsyn_om_person    noekkel             inn vlg 403 403 403 403 403 200 200 403 403 403
helse                                   200 200 200 200 200 200 200 200 200 200 200 200
helse_klar                              200 200 200 200 200 200 200 200 200 200 200 200
jobb                jobb_id             inn vlg 404 404 200 200 200 200 200 404 404 404
jobb_avbryt         jobb_id             inn vlg 405 405 405 405 405 405 405 405 405 405
eksporter                               inn vlg 200 200 200 200 200 200 200 200 200 200
eksport_ny                              inn vlg 405 405 405 405 405 405 405 405 405 405
eksport_hent        bestilling_id       inn vlg 404 404 404 404 404 404 404 404 404 404
eksport_slett       bestilling_id       inn vlg 404 404 404 404 404 404 404 404 404 404
filtre                                  inn vlg 200 200 200 200 200 200 200 200 200 200
filter_nytt                             inn vlg 404 404 404 404 404 404 404 404 404 404
filter_endre        filter_id           inn vlg 404 404 404 404 404 404 404 404 404 404
filter_slett        filter_id           inn vlg 404 404 404 404 404 404 404 200 404 404
personer                                inn vlg 200 200 200 200 200 200 403 403 403 403
person_ny                               inn vlg 200 200 200 403 403 403 403 403 403 403
tidligere_personer                      inn vlg 200 200 403 403 403 403 403 403 403 403
tidligere_person    noekkel             inn vlg 404 404 403 403 403 403 403 403 403 403
person              noekkel             inn vlg 200 404 200 200 200 200 403 403 403 403
person_flytting     noekkel             inn vlg 200 404 200 200 200 200 403 403 403 403
person_historikk    noekkel             inn vlg 200 404 200 200 200 200 403 403 403 403
person_gruppe       noekkel,gruppe      inn vlg 200 404 200 200 200 200 403 403 403 403
fakta_ny            noekkel,slag        inn vlg 200 404 200 403 403 403 403 403 403 403
fakta_rett          noekkel,slag,registrering inn vlg 200 404 200 403 403 403 403 403 403 403
fakta_annuller      noekkel,slag,registrering inn vlg 200 404 200 403 403 403 403 403 403 403
importer                                inn vlg 200 200 200 200 403 200 403 403 200 403
import_ny           slag                inn vlg 200 200 200 403 403 200 403 403 403 403
import_mal          slag,endelse        inn vlg 200 200 200 403 403 200 403 403 403 403
import_utkast       utkast_id           inn vlg 404 404 404 404 403 404 403 403 404 403
import_kolonner     utkast_id           inn vlg 404 404 404 404 403 404 403 403 404 403
import_ark          utkast_id           inn vlg 405 405 405 405 403 405 403 403 405 403
import_proev        utkast_id           inn vlg 405 405 405 405 403 405 403 403 405 403
import_bekreft      utkast_id           inn vlg 405 405 405 405 403 405 403 403 405 403
import_avbryt       utkast_id           inn vlg 405 405 405 405 403 405 403 403 405 403
import_slett        utkast_id           inn vlg 404 404 404 404 403 404 403 403 404 403
import_feilfil      utkast_id           inn vlg 404 404 404 404 403 404 403 403 404 403
import_kvitteringer                     inn vlg 200 200 200 200 403 200 403 403 200 403
import_kvittering   kvittering          inn vlg 200 404 404 404 403 404 403 403 404 403
import_angre        kvittering          inn vlg 403 404 404 404 403 404 403 403 404 403
import_svarfil      kvittering,art      inn vlg 200 404 404 404 403 404 403 403 404 403
import_kart                             inn vlg 200 200 200 200 403 200 403 403 200 403
import_kart_endre   kart_id             inn vlg 200 404 404 404 403 404 403 403 404 403
import_kart_slett   kart_id             inn vlg 200 404 404 404 403 404 403 403 404 403
registerlister                          inn vlg 200 200 200 200 200 200 403 403 403 403
registerliste_ny                        inn vlg 200 200 200 403 403 403 403 403 403 403
registerkoder                           inn vlg 200 200 200 403 403 403 403 403 403 403
registerkode        kode_noekkel        inn vlg 200 404 404 403 403 403 403 403 403 403
registerrad         rad_noekkel         inn vlg 200 404 200 200 200 200 403 403 403 403
registeravvik_merk  felt_noekkel        inn vlg 200 404 200 403 403 403 403 403 403 403
registerliste       liste_noekkel       inn vlg 200 404 200 200 200 200 403 403 403 403
registerliste_kolonner liste_noekkel    inn vlg 302 404 404 403 403 403 403 403 403 403
registerliste_sammenlign liste_noekkel  inn vlg 405 405 405 403 403 403 403 403 403 403
registerliste_slett liste_noekkel       inn vlg 404 404 404 403 403 403 403 403 403 403
rapporter                               inn vlg 200 200 200 200 200 200 200 403 403 403
rapport             rapportnavn         inn vlg 200 200 200 200 200 200 200 403 403 403
rapport_hent        rapportnavn         inn vlg 405 405 405 405 405 405 405 403 403 403
aarsavslutning      rapportaar          inn vlg 200 200 200 200 200 200 200 403 403 403
avsluttede                              inn vlg 200 200 200 200 200 200 403 403 403 403
norskproever                            inn vlg 200 200 200 200 200 200 403 403 403 403
dokumentasjonspakker                    inn vlg 200 200 200 200 200 200 403 403 403 403
dokumentasjonspakke_utvalg              inn vlg 200 200 200 200 200 200 403 403 403 403
dokumentasjonspakke_personer            inn vlg 200 200 200 200 200 200 403 403 403 403
dokumentasjonspakke pakke_id            inn vlg 404 404 404 404 404 404 403 403 403 403
dokumentasjonspakke_hent pakke_id       inn vlg 405 405 405 405 405 405 403 403 403 403
dokumentasjonspakke_slett pakke_id      inn vlg 404 404 404 404 404 404 403 403 403 403
flyttinger                              inn vlg 200 200 200 200 200 200 403 403 403 403
meldinger                               inn vlg 200 200 200 200 200 200 403 403 200 200
meldinger_sendt                         inn vlg 200 200 200 200 200 200 403 403 200 200
meldinger_utkast                        inn vlg 200 200 200 200 200 200 403 403 200 200
meldinger_venter                        inn vlg 200 200 200 200 200 200 403 403 200 200
meldinger_purr                          inn vlg 405 405 405 405 405 405 403 403 405 405
melding_ny                              inn vlg 200 200 200 200 200 200 403 403 200 200
melding_utkast      utkast_noekkel      inn vlg 200 404 404 404 404 404 403 403 404 404
melding_send        utkast_noekkel      inn vlg 200 404 404 404 404 404 403 403 404 404
melding_utkast_slett utkast_noekkel     inn vlg 200 404 404 404 404 404 403 403 404 404
melding_kvitter     melding_noekkel     inn vlg 405 405 405 405 405 405 403 403 405 405
samtale             samtale_noekkel     inn vlg 200 404 200 200 200 200 403 403 404 404
samtale_svar        samtale_noekkel     inn vlg 200 404 200 200 200 200 403 403 404 404
overleveringer      noekkel             inn vlg 404 404 404 404 404 404 403 403 403 403
overlevering_ny     noekkel             inn vlg 404 404 404 404 404 404 403 403 403 403
overlevering_rett   overlevering_noekkel inn vlg 404 404 404 404 404 404 403 403 403 403
forespoersler                           inn vlg 200 200 200 200 200 200 403 403 403 403
forespoersel_ny                         inn vlg 200 200 200 200 200 200 403 403 403 403
forespoersel        forespoersel_noekkel inn vlg 200 404 404 404 404 404 403 403 403 403
forespoersel_svar   forespoersel_noekkel inn vlg 200 404 404 404 404 404 403 403 403 403
forespoersel_rett   forespoersel_noekkel inn vlg 200 404 404 404 404 404 403 403 403 403
moeter                                  inn vlg 200 200 200 200 200 200 403 403 200 200
tidligere_moeter                        inn vlg 200 200 200 200 200 200 403 403 200 200
mine_moetepunkter                       inn vlg 200 200 200 200 200 200 403 403 200 200
moete_nytt                              inn vlg 200 200 200 200 200 200 403 403 403 403
moeter_kalender                         inn vlg 200 200 200 200 200 200 403 403 200 200
moeter_abonnement                       inn vlg 200 200 200 200 200 200 403 403 200 200
faste_tider                             inn vlg 200 200 200 200 200 200 403 403 403 403
fast_tid_ny                             inn vlg 200 200 200 200 200 200 403 403 403 403
fast_tid            fast_tid_noekkel    inn vlg 200 404 404 404 404 404 403 403 403 403
fast_tid_endre      fast_tid_noekkel    inn vlg 200 404 404 404 404 404 403 403 403 403
fast_tid_unntak     fast_tid_noekkel    inn vlg 405 405 405 405 405 405 403 403 403 403
fast_tid_moeter     fast_tid_noekkel    inn vlg 405 405 405 405 405 405 403 403 403 403
moetepunkt          punkt_noekkel       inn vlg 200 404 403 403 403 403 403 403 403 403
moetepunkt_avslutt  punkt_noekkel       inn vlg 200 404 403 403 403 403 403 403 404 403
moetepunkt_gjenaapne punkt_noekkel      inn vlg 405 405 405 405 405 405 403 403 405 405
moete               moete_noekkel       inn vlg 200 404 200 200 200 200 403 403 404 200
moete_ics           moete_noekkel       inn vlg 200 404 200 200 200 200 403 403 404 200
moete_vedlegg       moete_noekkel       inn vlg 200 404 200 200 200 200 403 403 404 200
moete_endre         moete_noekkel       inn vlg 200 404 403 403 403 403 403 403 403 403
moete_avlys         moete_noekkel       inn vlg 200 404 403 403 403 403 403 403 403 403
moete_neste         moete_noekkel       inn vlg 200 404 403 403 403 403 403 403 403 403
moete_referat       moete_noekkel       inn vlg 302 404 403 403 403 403 403 403 403 403
moete_godkjenn      moete_noekkel       inn vlg 200 404 403 403 403 403 403 403 403 403
moete_personer      moete_noekkel       inn vlg 200 404 403 403 403 403 403 403 403 403
moete_avholdt       moete_noekkel       inn vlg 405 405 405 405 405 405 403 403 403 403
moetepunkt_nytt     moete_noekkel       inn vlg 302 404 403 403 403 403 403 403 403 403
moete_paamelding    moete_noekkel       inn vlg 403 404 200 200 200 200 403 403 404 200
moete_vedlegg_slett moete_noekkel,moetevedlegg_noekkel inn vlg 200 404 403 403 403 403 403 403 404 403
moeter_abonnement_ics kalendertoken    200 vlg 200 200 200 200 200 200 200 200 200 200
vedlegg             vedlegg_noekkel     inn vlg 200 404 404 404 404 404 403 403 404 404
vedlegg_versjoner   vedlegg_noekkel     inn vlg 200 404 404 404 404 404 403 403 404 404
flytting_motta      sak_id              inn vlg 405 405 405 405 405 405 403 403 403 403
flytting            sak_id              inn vlg 200 404 200 404 404 404 403 403 403 403
brev                                    inn vlg 200 200 200 200 200 200 403 403 200 200
brev_nytt                               inn vlg 403 403 200 200 200 200 403 403 403 403
brev_flere                              inn vlg 403 403 200 200 200 200 403 403 403 403
brev_bunke          bunke_noekkel       inn vlg 403 403 200 200 200 200 403 403 403 403
brev_bunke_zip      bunke_noekkel       inn vlg 403 403 200 200 200 200 403 403 403 403
brev_bunke_sendt    bunke_noekkel       inn vlg 403 403 200 200 200 200 403 403 403 403
brev_vis            brev_noekkel        inn vlg 200 404 200 200 200 200 403 403 404 404
brev_pdf            brev_noekkel        inn vlg 200 404 200 200 200 200 403 403 404 404
brev_arkiv          brev_noekkel        inn vlg 403 403 200 200 200 200 403 403 403 403
brev_endre          brev_noekkel        inn vlg 403 403 302 302 302 302 403 403 403 403
brev_ferdig         brev_noekkel        inn vlg 403 403 302 302 302 302 403 403 403 403
brev_sendt          brev_noekkel        inn vlg 403 403 302 302 302 302 403 403 403 403
brev_svar           brev_noekkel        inn vlg 403 403 200 200 200 200 403 403 403 403
brev_slett          brev_noekkel        inn vlg 403 403 302 302 302 302 403 403 403 403
registreringsmatrise                    inn vlg 200 200 200 200 200 200 403 403 403 403
registreringsansvar                     inn vlg 302 302 200 200 200 200 403 302 403 403
registreringsansvar_i kommunenummer     inn vlg 200 404 200 200 200 200 403 200 403 403
oeyeblikksbilder                        inn vlg 200 200 200 200 200 200 200 403 403 403
oeyeblikksbilde_nytt                    inn vlg 200 200 200 200 200 200 403 403 403 403
oeyeblikksbilde     kommunenummer,bildedato inn vlg 200 404 200 200 200 200 200 403 403 403
oeyeblikksbilde_pdf kommunenummer,bildedato inn vlg 200 404 200 200 200 200 200 403 403 403
oeyeblikksbilde_endring kommunenummer,bildedato,fradato inn vlg 200 404 200 200 200 200 403 403 403 403
vedtakspunkter                          inn vlg 200 200 200 200 200 200 200 403 403 403
vedtakspunkt_nytt                       inn vlg 200 200 403 403 403 403 403 403 403 403
vedtakspunkt        vedtakspunkt_noekkel inn vlg 200 404 200 200 200 200 200 403 403 403
vedtakspunkt_endre  vedtakspunkt_noekkel inn vlg 200 404 403 403 403 403 403 403 403 403
vedtakspunkt_avslutt vedtakspunkt_noekkel inn vlg 200 404 403 403 403 403 403 403 403 403
vedtakspunkt_gjenaapne vedtakspunkt_noekkel inn vlg 405 405 403 403 403 403 403 403 403 403
vedtakspunkt_vedlegg vedtakspunkt_noekkel inn vlg 200 404 403 403 403 403 403 403 403 403
vedtakspunkt_vedlegg_slett vedtakspunkt_noekkel,bevis_noekkel inn vlg 200 404 403 403 403 403 403 403 403 403
klasser                                 inn vlg 200 200 200 200 200 200 403 403 403 403
klasse_ny                               inn vlg 200 200 200 403 403 403 403 403 403 403
klasse_deltakere                        inn vlg 200 200 200 403 403 403 403 403 403 403
klasse              klasse_noekkel      inn vlg 200 404 200 200 200 200 403 403 403 403
klasse_endre        klasse_noekkel      inn vlg 200 404 403 403 403 403 403 403 403 403
klasse_valgte       klasse_noekkel      inn vlg 405 405 405 403 403 403 403 403 403 403
klasse_timer        klasse_noekkel      inn vlg 302 404 302 302 302 302 403 403 403 403
klasse_timer_maaned klasse_noekkel,maaned inn vlg 200 404 200 200 200 200 403 403 403 403
klasse_laas         klasse_noekkel,maaned inn vlg 405 405 405 403 403 403 403 403 403 403
klasse_proever      klasse_noekkel      inn vlg 200 404 403 403 403 403 403 403 403 403
flere                                   inn vlg 302 302 302 403 403 403 403 403 403 403
flere_kvittering    innsending          inn vlg 200 404 404 403 403 403 403 403 403 403
opplaering                              inn vlg 200 200 200 200 200 200 403 403 200 403
opplaering_deltaker noekkel             inn vlg 200 404 200 200 200 200 403 403 200 403
skoler                                  inn vlg 200 200 200 200 200 200 403 403 302 403
skole               skolenummer         inn vlg 200 200 200 200 200 200 403 403 200 403
tilbud_nytt         skolenummer         inn vlg 403 403 200 403 403 403 403 403 403 403
tilbud_endre        skolenummer,tilbud_id inn vlg 403 403 200 403 403 403 403 403 403 403
skoleklasse_ny      skolenummer         inn vlg 403 403 200 403 403 403 403 403 200 403
skoleklasser                            inn vlg 200 200 200 200 200 200 403 403 200 403
skoleklasse         skoleklasse_noekkel inn vlg 200 200 200 200 200 200 403 403 200 403
skoleklasse_endre   skoleklasse_noekkel inn vlg 403 403 200 403 403 403 403 403 200 403
hovedansvar_nytt    skoleklasse_noekkel inn vlg 403 403 200 403 403 403 403 403 403 403
klasseliste         skoleklasse_noekkel inn vlg 403 403 200 403 403 403 403 403 200 403
skoleklasse_sett_inn skoleklasse_noekkel inn vlg 403 403 200 403 403 403 403 403 200 403
skoleklasse_ta_ut   skoleklasse_noekkel inn vlg 403 403 405 403 403 403 403 403 405 403
nye_elever                              inn vlg 403 403 200 403 403 403 403 403 200 403
meld_elev                               inn vlg 403 403 403 403 403 403 403 403 200 403
ny_elev             elev_noekkel        inn vlg 403 403 200 403 403 403 403 403 403 403
opplaeringstall                         inn vlg 200 200 200 200 200 200 200 403 403 403
vgo_plasser                             inn vlg 200 200 200 200 200 200 403 403 403 403
resultatstand                           inn vlg 200 200 200 200 200 200 403 403 403 403
opplaering_soeknader                    inn vlg 200 200 200 200 200 200 403 403 403 403
opplaering_soeknad_soek                 inn vlg 403 403 200 403 403 403 403 403 403 403
opplaering_soeknad_ny noekkel           inn vlg 403 403 200 403 403 403 403 403 403 403
opplaering_soeknad  soeknad_noekkel     inn vlg 200 404 200 200 200 200 403 403 403 403
opplaering_soeknad_endre soeknad_noekkel inn vlg 403 403 200 403 403 403 403 403 403 403
opplaering_soeknad_avgjoer soeknad_noekkel inn vlg 403 403 200 403 403 403 403 403 403 403
opplaering_soeknad_klage soeknad_noekkel inn vlg 403 403 200 403 403 403 403 403 403 403
opplaering_realkompetanse soeknad_noekkel inn vlg 403 403 200 403 403 403 403 403 403 403
opplaering_oppfoelging                  inn vlg 200 200 200 200 200 200 403 403 200 403
opplaering_samarbeid noekkel            inn vlg 200 404 200 200 200 200 403 403 200 403
opplaering_kontakt_ny noekkel           inn vlg 200 404 200 403 403 403 403 403 200 403
opplaering_kontakt  noekkel,kontakt_id  inn vlg 200 404 200 403 403 403 403 403 200 403
opplaering_avtale_ny noekkel            inn vlg 200 404 200 403 403 403 403 403 200 403
opplaering_avtale   noekkel,avtale_id   inn vlg 200 404 200 403 403 403 403 403 200 403
opplaering_avtale_gjort noekkel,avtale_id inn vlg 405 405 405 403 403 403 403 403 405 403
opplaering_norskmaal noekkel            inn vlg 200 404 200 200 200 200 403 403 403 403
opplaering_start    noekkel             inn vlg 403 403 200 403 403 403 403 403 200 403
opplaering_timer    noekkel,skolegang   inn vlg 403 403 200 403 403 403 403 403 200 403
opplaering_slutt    noekkel,skolegang   inn vlg 403 403 200 403 403 403 403 403 200 403
opplaering_rett     noekkel,skolegang   inn vlg 403 403 200 403 403 403 403 403 200 403
opplaering_annuller noekkel,skolegang   inn vlg 403 403 200 403 403 403 403 403 403 403
tilsyn                                  inn vlg 403 403 200 200 200 200 403 403 403 403
opplaering_avstemming                   inn vlg 200 200 200 200 200 200 403 403 403 403
opplaering_meldinger                    inn vlg 200 200 200 200 200 200 403 403 200 403
opplaering_umeldt                       inn vlg 403 403 200 200 200 200 403 403 403 403
opplaering_umeldt_send                  inn vlg 403 403 405 403 403 403 403 403 403 403
opplaering_melding  kommunemelding      inn vlg 200 404 200 200 200 200 403 403 200 403
skoleklasse_timer   skoleklasse_noekkel inn vlg 302 302 302 302 302 302 403 403 302 403
skoleklasse_timer_maaned skoleklasse_noekkel,maaned inn vlg 200 200 200 200 200 200 403 403 200 403
skoleklasse_laas    skoleklasse_noekkel,maaned inn vlg 403 403 405 403 403 403 403 403 405 403
skoleklasse_proever skoleklasse_noekkel inn vlg 403 403 200 403 403 403 403 403 200 403
opplaering_resultater                   inn vlg 200 200 200 200 200 200 403 403 200 403
opplaering_resultat resultat_noekkel    inn vlg 200 404 200 200 200 200 403 403 200 403
opplaering_resultat_rett resultat_noekkel inn vlg 403 403 200 403 403 403 403 403 200 403
opplaering_resultat_annuller resultat_noekkel inn vlg 403 403 200 403 403 403 403 403 200 403
opplaering_resultat_nytt noekkel        inn vlg 403 403 200 403 403 403 403 403 200 403
kommuner                                inn vlg 302 302 200 200 200 200 403 403 403 403
kommune             kommunenummer       inn vlg 200 404 200 200 200 200 403 403 403 403
kommunekontakter                        inn vlg 403 403 200 200 200 200 403 403 403 403
kommunekontakt_ny                       inn vlg 403 403 200 403 403 200 403 403 403 403
kommunekontakt_avslutt kommunekontakt   inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:organisasjoner             inn vlg 200 200 200 200 200 200 403 403 403 302
frivillighet:organisasjon_ny            inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:avtaler                    inn vlg 200 200 200 200 200 200 403 403 403 403
frivillighet:avtale avtale_noekkel      inn vlg 200 404 200 200 200 200 403 403 403 200
frivillighet:avtale_endre avtale_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:avtale_gjennomgang avtale_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:avtale_vedlegg avtale_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:aktiviteter                inn vlg 200 200 200 200 200 200 403 403 403 403
frivillighet:aktivitet_endre aktivitet_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:organisasjon orgnummer     inn vlg 200 404 200 200 200 200 403 403 403 200
frivillighet:organisasjon_endre orgnummer inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:organisasjon_kontakt orgnummer inn vlg 403 403 200 403 403 200 403 403 403 200
frivillighet:organisasjon_moete orgnummer inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:avtale_ny orgnummer        inn vlg 403 403 200 403 403 200 403 403 403 403
frivillighet:aktivitet_ny orgnummer     inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:katalog                     inn vlg 200 200 200 200 200 200 403 403 200 403
forebygging:tjeneste tjeneste_noekkel   inn vlg 200 200 200 200 200 200 403 403 200 403
forebygging:tjeneste_ny                 inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:tjeneste_endre tjeneste_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:raadgivere                  inn vlg 200 200 200 200 200 200 403 403 200 403
forebygging:raadgiver raadgiver_noekkel inn vlg 200 200 200 200 200 200 403 403 200 403
forebygging:raadgiver_ny                inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:raadgiver_endre raadgiver_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
oppfoelging:kontakter                   inn vlg 200 200 200 200 200 200 403 403 403 403
oppfoelging:kontakt_ny                  inn vlg 403 403 200 200 200 200 403 403 403 403
oppfoelging:kontakt kontaktlogg         inn vlg 200 404 200 200 200 200 403 403 403 403
oppfoelging:kontakt_endre kontaktlogg   inn vlg 403 403 200 200 200 200 403 403 403 403
oppfoelging:besoek_avlys kontaktlogg    inn vlg 403 403 200 200 200 200 403 403 403 403
oppfoelging:punkt_nytt kontaktlogg      inn vlg 403 403 200 200 200 200 403 403 403 403
oppfoelging:punkt_avslutt kontaktpunkt  inn vlg 200 404 200 200 200 200 403 403 403 403
oppfoelging:punkt_gjenaapne kontaktpunkt inn vlg 405 405 405 405 405 405 403 403 403 403
oppfoelging:forespoersler               inn vlg 200 200 200 200 200 200 403 403 403 403
oppfoelging:forespoersel_ny             inn vlg 200 200 200 200 200 200 403 403 403 403
oppfoelging:forespoersel forespoersel   inn vlg 200 404 200 200 200 200 403 403 403 403
oppfoelging:forespoersel_begynn forespoersel inn vlg 403 403 405 405 405 405 403 403 403 403
oppfoelging:forespoersel_svar forespoersel inn vlg 403 403 200 200 200 200 403 403 403 403
oppfoelging:forespoersel_trekk forespoersel inn vlg 200 404 200 200 200 200 403 403 403 403
kompetanse:kurs                         inn vlg 200 200 200 200 200 200 403 403 403 403
kompetanse:naadde                       inn vlg 403 403 200 200 200 200 403 403 403 403
kompetanse:eksempler                    inn vlg 200 200 200 200 200 200 403 403 403 403
kompetanse:eksempel_nytt                inn vlg 200 200 200 403 403 200 403 403 403 403
kompetanse:eksempel eksempel            inn vlg 200 404 200 200 200 200 403 403 403 403
kompetanse:eksempel_endre eksempel      inn vlg 200 404 200 403 403 200 403 403 403 403
kompetanse:eksempel_publiser eksempel   inn vlg 403 403 405 403 403 405 403 403 403 403
kompetanse:arrangement_nytt             inn vlg 403 403 200 403 403 200 403 403 403 403
kompetanse:arrangement arrangement      inn vlg 200 404 200 200 200 200 403 403 403 403
kompetanse:arrangement_endre arrangement inn vlg 403 403 200 403 403 200 403 403 403 403
kompetanse:arrangement_avlys arrangement inn vlg 403 403 200 403 403 200 403 403 403 403
kompetanse:arrangement_slett arrangement inn vlg 403 403 200 403 403 200 403 403 403 403
kompetanse:legg_ved arrangement         inn vlg 403 403 200 403 403 200 403 403 403 403
kompetanse:slett_fil arrangement,kursfil inn vlg 403 403 200 403 403 200 403 403 403 403
kompetanse:meld_paa arrangement         inn vlg 200 404 200 403 403 200 403 403 403 403
kompetanse:paameldte arrangement        inn vlg 200 404 200 200 200 200 403 403 403 403
kompetanse:oppmoete arrangement         inn vlg 403 403 200 403 403 200 403 403 403 403
kompetanse:arrangement_ics arrangement  inn vlg 200 404 200 200 200 200 403 403 403 403
kompetanse:meld_av  arrangement,paamelding inn vlg 200 404 200 403 403 200 403 403 403 403
kompetanse:bekreft  arrangement,paamelding inn vlg 405 405 405 403 403 405 403 403 403 403
kompetanse:arrangement_gaa arrangement  inn vlg 403 403 405 403 403 405 403 403 403 403
samarbeid:fora                          inn vlg 200 200 200 200 200 200 403 403 403 403
samarbeid:forum_nytt                    inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:forum forum_noekkel           inn vlg 200 404 200 200 200 200 403 403 403 403
samarbeid:forum_endre forum_noekkel     inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:medlem_nytt forum_noekkel     inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:medlem_endre medlem_noekkel   inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:forum_moete forum_noekkel     inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:forum_knytt forum_noekkel     inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:vedtak_nytt forum_noekkel     inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:vedtakene                     inn vlg 200 200 200 200 200 200 403 403 403 403
samarbeid:vedtak forumvedtak_noekkel         inn vlg 200 404 200 200 200 200 403 403 403 403
samarbeid:vedtak_endre forumvedtak_noekkel   inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:vedtak_avslutt forumvedtak_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:vedtak_gjenaapne forumvedtak_noekkel inn vlg 403 403 405 403 403 405 403 403 403 403
samarbeid:tiltakene                     inn vlg 403 403 200 200 200 200 403 403 403 403
samarbeid:tiltak_nytt                   inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:tiltak samarbeidstiltak_noekkel         inn vlg 403 403 200 200 200 200 403 403 403 403
samarbeid:tiltak_endre samarbeidstiltak_noekkel   inn vlg 403 403 200 403 403 200 403 403 403 403
samarbeid:gruender                      inn vlg 403 403 200 200 200 200 403 403 403 403
forebygging:nettverkene inn vlg 403 403 200 200 200 200 403 403 403 403
forebygging:nettverk nettverk_noekkel inn vlg 403 403 200 200 200 200 403 403 403 403
forebygging:nettverk_ny inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:nettverk_endre nettverk_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:medlem_ny nettverk_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:moete_knytt nettverk_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:moete_nytt nettverk_noekkel inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:medlem_endre nettverksmedlem inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:aktiviteter inn vlg 200 200 200 200 200 200 403 403 403 403
forebygging:aktivitet forebyggende_aktivitet inn vlg 200 404 200 200 200 200 403 403 403 403
forebygging:aktivitet_ny inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:aktivitet_endre forebyggende_aktivitet inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:planer inn vlg 200 200 200 200 200 200 403 403 403 403
forebygging:plan nasjonalplan inn vlg 200 200 200 200 200 200 403 403 403 403
forebygging:plan_ny inn vlg 403 403 200 403 403 200 403 403 403 403
forebygging:plan_endre nasjonalplan inn vlg 403 403 200 403 403 200 403 403 403 403
jobbsjansen:prosjekter inn vlg 200 200 200 200 200 200 403 403 403 403
jobbsjansen:prosjekt jobbsjanseprosjekt inn vlg 200 404 200 200 200 200 403 403 403 403
jobbsjansen:prosjekt_ny inn vlg 403 403 200 403 403 200 403 403 403 403
jobbsjansen:prosjekt_endre jobbsjanseprosjekt inn vlg 403 403 200 403 403 200 403 403 403 403
jobbsjansen:tall_ny jobbsjanseprosjekt inn vlg 403 403 200 403 403 200 403 403 403 403
jobbsjansen:tall_endre jobbsjansetall inn vlg 403 403 200 403 403 200 403 403 403 403
jobbsjansen:rapport jobbsjanseprosjekt inn vlg 403 403 200 403 403 200 403 403 403 403
jobbsjansen:vedlegg jobbsjanseprosjekt inn vlg 403 403 200 403 403 200 403 403 403 403
tilskudd:oversikt                       inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:beregn     kvartal             inn vlg 403 403 403 200 403 403 403 403 403 403
tilskudd:kvartal    kvartal             inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:send       kvartal             inn vlg 403 403 403 200 403 403 403 403 403 403
tilskudd:godkjenn   kvartal             inn vlg 403 403 403 403 302 403 403 403 403 403
tilskudd:forkast    kvartal             inn vlg 403 403 403 200 200 403 403 403 403 403
tilskudd:utbetalt   kvartal             inn vlg 403 403 403 302 302 403 403 403 403 403
tilskudd:mottakere  kvartal             inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:linjer     kvartal             inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:endringer  kvartal             inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:kontroller                     inn vlg 403 403 403 405 405 405 403 403 403 403
tilskudd:penger_fil format_             inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:kommuner                       inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:kommuner_fil format_           inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:bilag      kvartal             inn vlg 403 403 404 404 404 404 403 403 403 403
tilskudd:bilag_fil  kvartal,format_     inn vlg 403 403 404 404 404 404 403 403 403 403
tilskudd:oppgave    kvartal,nummer      inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:oppgave_pdf kvartal,nummer     inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:oppgave_send kvartal,nummer    inn vlg 403 403 403 302 302 403 403 403 403 403
tilskudd:oppgave_fil kvartal,nummer,format_ inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:mottaker   kvartal,kode        inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:linje      linje_id            inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:person     noekkel             inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:satser                         inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:sats_ny                        inn vlg 403 403 403 200 403 200 403 403 403 403
tilskudd:sats_endre sats_id             inn vlg 403 403 403 200 403 200 403 403 403 403
innbetalinger:avstemming                inn vlg 403 403 200 200 200 200 403 403 403 403
innbetalinger:paa_nytt                  inn vlg 403 403 403 405 403 403 403 403 403 403
innbetalinger:avvik                     inn vlg 403 403 200 200 200 200 403 403 403 403
innbetalinger:valgte                    inn vlg 403 403 403 405 403 403 403 403 403 403
innbetalinger:post   post_id            inn vlg 403 403 200 200 200 200 403 403 403 403
innbetalinger:kravene                   inn vlg 403 403 200 200 200 200 403 403 403 403
innbetalinger:krav_nytt                 inn vlg 403 403 403 405 403 403 403 403 403 403
innbetalinger:krav   krav               inn vlg 403 403 200 200 200 200 403 403 403 403
innbetalinger:krav_brev   krav,maalform inn vlg 403 403 200 200 200 200 403 403 403 403
innbetalinger:krav_liste   krav         inn vlg 403 403 405 405 405 405 403 403 403 403
innbetalinger:filer                     inn vlg 403 403 200 200 200 200 403 403 403 403
innbetalinger:ta_tilbake   fil_id       inn vlg 403 403 403 200 403 403 403 403 403 403
ordninger:liste                         inn vlg 403 403 200 200 200 200 403 403 403 403
ordninger:ny                            inn vlg 403 403 403 200 403 200 403 403 403 403
ordninger:ordning   ordning_kode        inn vlg 403 403 200 200 200 200 403 403 403 403
ordninger:endre     ordning_kode        inn vlg 403 403 403 200 403 200 403 403 403 403
gitt:utlysninger                        inn vlg 302 302 200 200 200 200 403 403 302 302
gitt:soeknader                          inn vlg 403 403 200 200 200 200 403 403 403 403
gitt:utlysning_ny                       inn vlg 403 403 403 200 403 403 403 403 403 403
gitt:utlysning      gitt_utlysning inn vlg 200 200 200 200 200 200 403 403 200 200
gitt:utlysning_endre gitt_utlysning inn vlg 403 403 403 200 403 403 403 403 403 403
gitt:utlysning_gaa  gitt_utlysning inn vlg 403 403 403 405 403 403 403 403 403 403
gitt:begynn         gitt_utlysning inn vlg 405 405 403 403 403 403 403 403 405 405
gitt:mine                               inn vlg 200 200 403 403 403 403 403 403 200 200
gitt:soeknad        gitt_soeknad    inn vlg 404 404 200 200 200 200 403 403 404 200
gitt:steg           gitt_soeknad,gitt_steg inn vlg 404 404 403 403 403 403 403 403 404 302
gitt:vedlegg_slett  gitt_soeknad,vedlegg_noekkel inn vlg 404 404 403 403 403 403 403 403 404 404
gitt:trekk          gitt_soeknad    inn vlg 404 404 403 403 403 403 403 403 404 200
gitt:be_om_mer      gitt_soeknad    inn vlg 403 403 403 200 403 403 403 403 403 403
gitt:ta_tilbake     gitt_soeknad    inn vlg 403 403 403 405 403 403 403 403 403 403
gitt:oppslag        gitt_soeknad    inn vlg 403 403 403 200 403 403 403 403 403 403
gitt:vurder         gitt_soeknad        inn vlg 403 403 200 200 200 403 403 403 403 403
gitt:vedta          gitt_soeknad        inn vlg 403 403 403 403 200 403 403 403 403 403
gitt:klag           gitt_soeknad        inn vlg 404 404 403 200 403 403 403 403 404 200
gitt:oversend       gitt_soeknad        inn vlg 403 403 403 200 403 403 403 403 403 403
gitt:utbetal        gitt_soeknad        inn vlg 403 403 403 200 403 403 403 403 403 403
gitt:rapport        gitt_soeknad        inn vlg 404 404 403 403 403 403 403 403 404 200
gitt:rapportkontroll gitt_soeknad       inn vlg 403 403 403 200 403 403 403 403 403 403
gitt:krav           gitt_soeknad        inn vlg 403 403 403 200 403 403 403 403 403 403
gitt:gjoer          gitt_soeknad,gitt_handling inn vlg 403 403 403 405 405 403 403 403 403 403
gitt:utbetalinger                       inn vlg 403 403 200 200 200 200 403 403 403 403
gitt:fravik         gitt_soeknad,gitt_krav inn vlg 403 403 403 200 403 403 403 403 403 403
utsikter:mangler                        inn vlg 403 403 200 200 200 200 403 403 403 403
utsikter:personer                       inn vlg 403 403 200 200 200 200 403 403 403 403
utsikter:paaminn                        inn vlg 403 403 403 405 403 403 403 403 403 403
utsikter:spoer      noekkel             inn vlg 403 403 403 302 403 403 403 403 403 403
utsikter:prognose                       inn vlg 403 403 200 200 200 200 403 403 403 403
tilskudd:satsforslag forslag_id         inn vlg 403 403 403 200 200 200 403 403 403 403
soekt:liste                             inn vlg 403 403 200 200 200 200 403 403 403 403
soekt:ny                                inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:metoder                           inn vlg 403 403 200 200 200 200 403 403 403 403
soekt:utlysninger                       inn vlg 403 403 200 200 200 200 403 403 403 403
soekt:utlysning_ny                      inn vlg 403 403 403 200 403 200 403 403 403 403
soekt:utlysning     soekt_utlysning_id  inn vlg 403 403 200 200 200 200 403 403 403 403
soekt:utlysning_endre soekt_utlysning_id  inn vlg 403 403 403 200 403 200 403 403 403 403
soekt:soeknad       soekt_noekkel       inn vlg 403 403 200 200 200 200 403 403 403 403
soekt:tiltak        soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:budsjett      soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:partner_ny    soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:partner       soekt_noekkel,partner_id inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:vilkaar       soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:vedlegg       soekt_noekkel       inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:vedlegg_bort  soekt_noekkel,soekt_fil inn vlg 403 403 403 405 403 403 403 403 403 403
soekt:klar          soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:behandle      soekt_noekkel       inn vlg 403 403 403 403 302 403 403 403 403 403
soekt:tilbake       soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:send          soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:vedtak        soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:start         soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
soekt:rapportfrist  soekt_noekkel       inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:trekk         soekt_noekkel       inn vlg 403 403 403 302 302 403 403 403 403 403
soekt:pdf           soekt_noekkel       inn vlg 403 403 200 200 200 200 403 403 403 403
soekt:rapport_pdf   soekt_noekkel       inn vlg 403 403 200 200 200 200 403 403 403 403
soekt:bruk_ny       soekt_noekkel       inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:bruk_annuller soekt_noekkel,bruk_id inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:resultater    soekt_noekkel       inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:metode_ny     soekt_noekkel       inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:metode        soekt_noekkel,metode_id inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:rapport       soekt_noekkel       inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:lever         soekt_noekkel       inn vlg 403 403 403 200 403 403 403 403 403 403
soekt:avslutt       soekt_noekkel       inn vlg 403 403 403 302 403 403 403 403 403 403
ledelse:oversikt                    inn vlg 403 403 200 200 200 200 403 403 403 403
ledelse:aarshjul                    inn vlg 403 403 200 200 200 200 403 403 403 403
ledelse:aarshjul_ics                inn vlg 403 403 200 200 200 200 403 403 403 403
ledelse:rapporter                   inn vlg 403 403 200 200 200 200 403 403 403 403
ledelse:rapport_ny                  inn vlg 403 403 200 403 403 200 403 403 403 403
ledelse:rapport     rapportaar,utgave inn vlg 403 403 200 200 200 200 403 403 403 403
ledelse:rapport_pdf rapportaar,utgave inn vlg 403 403 200 200 200 200 403 403 403 403
ledelse:rapport_tall rapportaar,utgave inn vlg 403 403 405 403 403 405 403 403 403 403
ledelse:rapport_skriv rapportaar,utgave inn vlg 403 403 200 403 403 200 403 403 403 403
ledelse:rapport_ferdigstill rapportaar,utgave inn vlg 403 403 200 403 403 200 403 403 403 403
"""


def _linjer() -> dict[str, tuple[list[str], list[str]]]:
    """Return address name → (names of its parameters, answers)."""
    tabell = {}
    for linje in TABELL.strip().splitlines():
        navn, *resten = linje.split()
        parametre = resten.pop(0).split(",") if len(resten) > len(ALLE) else []
        assert len(resten) == len(ALLE), linje
        tabell[navn] = (parametre, resten)
    return tabell


LINJER = _linjer()
