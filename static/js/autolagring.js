// Saves a long text while it is written. Without this file the buttons of the form do the same.
//
// The server answers with JSON. Anything else is the login page or a page of errors: then nothing is lost, the
// text stands in the form, and it is sent again when there is a connection, or a login, with a fresh token.
(() => {
  "use strict";
  const skjema = document.querySelector("form[data-autolagring]");
  const boks = document.querySelector("[data-autolagring-boks]");
  if (!skjema || !boks) return;

  const VENT = 3000;
  const LENGST = 30000;
  const status = boks.querySelector("[data-autolagring-status]");
  const liste = boks.querySelector("[data-autolagring-liste]");
  const innlogging = boks.querySelector("[data-autolagring-innlogging]");
  const felt = (navn) => skjema.elements.namedItem(navn);
  // After a conflict the choice is the writer's: nothing is saved by itself.
  let stanset = document.querySelector("[data-velg-selv]") !== null;
  let endringer = 0;
  let lagrede = 0;
  let forsoek = 0;
  let klokke = 0;
  let underveis = false;
  const ulagret = () => endringer > lagrede;

  const si = (tekst, farge, linjer = []) => {
    boks.hidden = false;
    boks.dataset.color = farge;
    if (status.textContent !== tekst) status.textContent = tekst;
    liste.hidden = linjer.length === 0;
    liste.replaceChildren(...linjer.map((linje) => {
      const li = document.createElement("li");
      li.textContent = linje;
      return li;
    }));
  };
  const igjen = () => {
    forsoek += 1;
    planlegg(Math.min(VENT * 2 ** (forsoek - 1), LENGST));
  };
  const planlegg = (om) => {
    window.clearTimeout(klokke);
    klokke = window.setTimeout(lagre, om);
  };

  // The page as it is made for whoever is logged in now: its token is the one the server takes.
  const nytt_merke = async () => {
    const svar = await fetch(location.pathname, { credentials: "same-origin" });
    const side = new DOMParser().parseFromString(await svar.text(), "text/html");
    const merke = side.querySelector("form[data-autolagring] [name=csrfmiddlewaretoken]");
    if (!merke) return false;
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((e) => { e.value = merke.value; });
    return true;
  };
  const send = () => {
    const data = new FormData(skjema);
    data.append("autolagre", "1");
    return fetch(location.pathname, {
      method: "POST",
      body: new URLSearchParams(data),
      credentials: "same-origin",
      headers: { Accept: "application/json" },
    });
  };
  const kropp_av = async (svar) =>
    (svar.headers.get("Content-Type") || "").startsWith("application/json") ? svar.json() : null;

  const utlogget = (tekst) => {
    innlogging.hidden = false;
    si(tekst, "warning");
    igjen();
  };
  const lagret = (kropp, antall) => {
    lagrede = antall;
    forsoek = 0;
    innlogging.hidden = true;
    felt("versjon").value = kropp.versjon;
    si(boks.dataset.lagret.replace("{klokken}", kropp.lagret), kropp.advarsler.length ? "warning" : "success", kropp.advarsler);
    if (ulagret()) planlegg(VENT);
  };

  const les_svar = async (svar, antall) => {
    let kropp = await kropp_av(svar);
    if (!kropp && (await nytt_merke())) kropp = await kropp_av(svar = await send());
    if (!kropp) utlogget(boks.dataset.utlogget);
    else if (svar.ok) lagret(kropp, antall);
    else if (kropp.annen) utlogget(boks.dataset.annen);
    else if (kropp.konflikt) {
      stanset = true;
      si(boks.dataset.konflikt.replace("{hvem}", kropp.hvem).replace("{naar}", kropp.naar), "warning");
    } else {
      forsoek = 0;
      si(boks.dataset.feil, "danger", kropp.feil);
    }
  };
  async function lagre() {
    window.clearTimeout(klokke);
    if (stanset || underveis || !ulagret()) return;
    underveis = true;
    try {
      await les_svar(await send(), endringer);
    } catch {
      si(boks.dataset.frakoblet, "warning");
      igjen();
    } finally {
      underveis = false;
    }
  }

  skjema.addEventListener("input", () => {
    endringer += 1;
    if (!stanset && forsoek === 0) planlegg(VENT);
  });
  skjema.addEventListener("focusout", () => {
    if (forsoek === 0) lagre();
  });
  document.addEventListener("visibilitychange", lagre);
  window.addEventListener("online", lagre);
  window.addEventListener("focus", lagre);
  skjema.addEventListener("submit", () => {
    stanset = true;
    lagrede = endringer;
    window.clearTimeout(klokke);
  });
  window.addEventListener("beforeunload", (hendelse) => {
    if (ulagret()) hendelse.preventDefault();
  });
})();
