// A grid by keyboard: Enter goes down the column, then to the top of the next. The sums follow what is typed.
(() => {
  "use strict";
  const grid = document.querySelector("table.rutenett");
  if (!grid) return;
  const rader = [...grid.tBodies[0].rows].map((rad) => [...rad.querySelectorAll("td input, td select")]);
  const celler = rader[0].flatMap((_, kolonne) => rader.map((rad) => rad[kolonne]));
  const ferdig = grid.closest("form").querySelector(".knapperad button");

  grid.addEventListener("keydown", (hendelse) => {
    const nr = celler.indexOf(hendelse.target);
    if (hendelse.key !== "Enter" || nr < 0) return;
    hendelse.preventDefault();
    const neste = celler[nr + 1] ?? ferdig;
    neste.focus();
    neste.select?.();
  });

  const tall = (felt) => Number(felt.value.replace(/\s/g, "").replace(",", ".")) || 0;
  grid.addEventListener("input", (hendelse) => {
    const kolonne = hendelse.target.dataset.kolonne;
    const sum = grid.querySelector(`[data-sum="${kolonne}"]`);
    if (!sum) return;
    const alle = [...grid.querySelectorAll(`[data-kolonne="${kolonne}"]`)].reduce((hittil, felt) => hittil + tall(felt), 0);
    sum.textContent = String(Math.round(alle * 10) / 10).replace(".", ",");
  });
})();
