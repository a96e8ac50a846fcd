import pytest
from tests.tilgang import test_alle_adresser as t
from tests.fabrikk import TRONDHEIM
from tests.utveksling.varsler.hjelp import nytt_merke
from django.urls import reverse
pytestmark = pytest.mark.django_db
MINE={"soek","soek_forslag","virksomhet","hjelp","begreper","varsler","varsler_avmeld"}
def test_mine():
    v={"nummer":TRONDHEIM,"merke":nytt_merke()}
    feil=[]
    for nr,hvem in enumerate(t.ALLE):
        b=t._bruker(hvem); k=t._klient(b)
        for navn in MINE:
            par,svar=t.LINJER[navn]
            adr=reverse(navn,kwargs={p:v[p] for p in par})
            f=t._svarte(k.get(adr))
            if f!=svar[nr]: feil.append((hvem,navn,f,svar[nr]))
            p=t._post(b,adr); u=t._post(b,adr,csrf=True)
            if p.status_code>=500 or (svar[nr] in {"inn","vlg","403","404"} and t._svarte(p) not in {svar[nr],"405"}): feil.append((hvem,"POST",navn,t._svarte(p)))
            if t._svarte(u) not in {"403","405","inn","vlg"}: feil.append((hvem,"uten merke",navn,u.status_code))
    assert not feil
