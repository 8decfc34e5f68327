"use strict";
// Joins the boxes on the pages with the reading beside them: both carry the same name in data-b.
(() => {
  const parts = new Map();
  for (const element of document.querySelectorAll("[data-b]")) {
    const name = element.dataset.b;
    if (name) parts.set(name, [...(parts.get(name) ?? []), element]);
  }
  const sections = [...document.querySelectorAll("[data-q]")];
  let lit = [];

  const partOf = target => target instanceof Element ? target.closest("[data-b]:not([data-b=''])") : null;
  const light = name => {
    for (const element of lit) element.classList.remove("on");
    lit = name ? parts.get(name) ?? [] : [];
    for (const element of lit) element.classList.add("on");
  };
  const isShown = element => {
    const box = element.getBoundingClientRect();
    return box.top > 60 && box.bottom < innerHeight;
  };
  const show = element => { if (element && !isShown(element)) element.scrollIntoView({ block: "center" }); };
  const inPages = element => element.closest(".pages") !== null;
  const partner = (name, element) => parts.get(name)?.find(other => inPages(other) !== inPages(element));

  document.addEventListener("pointerover", event => {
    const part = partOf(event.target);
    light(part && !part.matches("section") ? part.dataset.b : null);
  });
  document.addEventListener("focusin", event => {
    const part = partOf(event.target);
    if (!part) return;
    light(part.dataset.b);
    show(partner(part.dataset.b, part));
  });
  document.addEventListener("click", event => {
    const part = partOf(event.target);
    if (part && !part.matches("section")) show(partner(part.dataset.b, part));
  });

  const go = step => {
    const current = document.activeElement?.closest("[data-q]");
    const index = current ? sections.indexOf(current) + step : step > 0 ? 0 : sections.length - 1;
    const next = sections[Math.max(0, Math.min(sections.length - 1, index))];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };
  const steps = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in steps)) return;
    event.preventDefault();
    go(steps[event.key]);
  });
})();
