// Small conveniences. Everything works without this file.
(() => {
  "use strict";
  let endret = false;
  const vernet = (skjema) => skjema instanceof HTMLFormElement && skjema.hasAttribute("data-vern");

  // A form with unsaved answers warns before the page is left.
  document.addEventListener("input", (hendelse) => {
    if (vernet(hendelse.target.form)) endret = true;
  });
  document.addEventListener("submit", (hendelse) => {
    if (vernet(hendelse.target)) endret = false;
  });
  window.addEventListener("beforeunload", (hendelse) => {
    if (endret) hendelse.preventDefault();
  });

  // Ctrl+Enter sends a long text.
  document.addEventListener("keydown", (hendelse) => {
    const felt = hendelse.target;
    if (hendelse.key === "Enter" && (hendelse.ctrlKey || hendelse.metaKey) && felt instanceof HTMLTextAreaElement) {
      felt.form?.requestSubmit();
    }
  });

  // Ctrl+K goes to the search box and Escape back; the arrows go through the suggestions, as Tab does.
  const boks = () => document.querySelector("[data-soek]");
  const forslag = () => document.getElementById("soek-forslag");
  const lukk = () => forslag()?.replaceChildren();
  let kom_fra = null;

  const til_soek = (hendelse, felt) => {
    hendelse.preventDefault();
    if (document.activeElement !== felt) kom_fra = document.activeElement;
    felt.focus();
    felt.select();
  };
  const fra_soek = (felt) => {
    lukk();
    felt.value = "";
    (kom_fra?.isConnected && kom_fra !== document.body ? kom_fra : document.getElementById("innhold"))?.focus();
    kom_fra = null;
  };
  const pil = (hendelse, felt) => {
    const lenker = [...forslag().querySelectorAll("a")];
    if (!lenker.length) return;
    hendelse.preventDefault();
    const neste = lenker.indexOf(document.activeElement) + (hendelse.key === "ArrowDown" ? 1 : -1);
    (neste < 0 ? felt : lenker[Math.min(neste, lenker.length - 1)]).focus();
  };
  document.addEventListener("keydown", (hendelse) => {
    const felt = boks();
    if (!felt) return;
    const skjema = felt.form;
    if ((hendelse.ctrlKey || hendelse.metaKey) && !hendelse.altKey && hendelse.key.toLowerCase() === "k") {
      til_soek(hendelse, felt);
    } else if (hendelse.key === "Escape" && skjema.contains(hendelse.target)) {
      fra_soek(felt);
    } else if (["ArrowDown", "ArrowUp"].includes(hendelse.key) && skjema.contains(hendelse.target)) {
      pil(hendelse, felt);
    }
  });
  document.addEventListener("focusout", (hendelse) => {
    const skjema = boks()?.form;
    if (skjema?.contains(hendelse.target) && hendelse.relatedTarget && !skjema.contains(hendelse.relatedTarget)) lukk();
  });
  document.addEventListener("click", (hendelse) => {
    if (!boks()?.form.contains(hendelse.target)) lukk();
  });
})();
