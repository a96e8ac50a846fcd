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
})();
