"use strict";
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const say = (text) => { const box = document.getElementById("said"); if (box) box.textContent = text; };
  let lit = [];

  function light(value, move) {
    lit.forEach((element) => element.classList.remove("lit"));
    all("button.value[aria-pressed=true]").forEach((other) => other.setAttribute("aria-pressed", "false"));
    value.setAttribute("aria-pressed", "true");
    lit = (value.dataset.marks || "").split(" ").filter(Boolean)
      .map((id) => document.getElementById(id)).filter(Boolean);
    lit.forEach((element) => element.classList.add("lit"));
    if (lit.length && move) lit[0].scrollIntoView({ block: "center" });
    say(value.dataset.where || "Geen vindplaats");
  }

  all("button.value").forEach((value) => {
    value.addEventListener("click", () => light(value, true));
    value.addEventListener("focus", () => light(value, true));
  });
  all(".mark").forEach((mark) => mark.addEventListener("click", () => {
    // Where several values stand in one mark, each click shows the next.
    const own = (mark.dataset.values || "").split(" ").map((id) => document.getElementById(id))
      .filter((one) => one && !one.closest("[hidden]"));
    const lastShown = own.findIndex((one) => one.getAttribute("aria-pressed") === "true");
    const value = own[(lastShown + 1) % (own.length || 1)];
    if (!value) { 
      say(`Niet in het profiel: ${mark.dataset.kind || "label of kop"}`);
      return;
    }
    light(value, false);
    value.scrollIntoView({ block: "center" });
    value.focus({ preventScroll: true });
  }));

  const search = document.getElementById("search");
  const boxes = all("input[data-tag]");
  function filter() {
    const words = (search ? search.value : "").toLowerCase().split(/\s+/).filter(Boolean);
    const tags = boxes.filter((box) => box.checked).map((box) => box.dataset.tag);
    let shown = 0;
    all("[data-text]").forEach((row) => {
      const text = row.dataset.text.toLowerCase();
      const own = (row.dataset.tags || "").split(" ");
      row.hidden = !(words.every((word) => text.includes(word))
        && (!tags.length || tags.some((tag) => own.includes(tag))));
      if (!row.hidden) shown += 1;
    });
    all("[data-group]").forEach((group) => {
      group.hidden = !group.querySelector("[data-text]:not([hidden])");
    });
    say(`${shown} gevonden`);
  }
  if (search) search.addEventListener("input", filter);
  boxes.forEach((box) => box.addEventListener("change", filter));
})();
