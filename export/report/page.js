
"use strict";
(() => {
  const form = document.querySelector(".controls");
  if (!form) return;
  const samples = [...document.querySelectorAll(".sample")];
  const byId = (id) => document.getElementById(id);
  const place = byId("place"), answers = byId("answers"), list = byId("all"), gallery = byId("gallery");
  let chosen = samples, at = 0;

  const open = (sample) => sample.querySelectorAll("details").forEach((d) => { d.open = answers.checked; });
  const show = () => {
    const shown = new Set(list.checked ? chosen : chosen.slice(at, at + 1));
    for (const s of samples) s.hidden = !shown.has(s);
    place.textContent = chosen.length === 0 ? "none" : list.checked ? chosen.length + " samples" : (at + 1) + " of " + chosen.length;
    for (const id of ["previous", "next"]) byId(id).disabled = list.checked || chosen.length < 2;
    // What scrolls sideways must be reachable by keyboard.
    for (const s of shown) for (const a of s.querySelectorAll(".art")) if (a.scrollWidth > a.clientWidth) a.tabIndex = 0;
  };
  const step = (by) => {
    if (list.checked || chosen.length < 2) return;
    at = (at + by + chosen.length) % chosen.length;
    open(chosen[at]);
    show();
    if (chosen[at].getBoundingClientRect().top < 0) gallery.scrollIntoView(); // from far down a long one
  };
  const choose = () => {
    const before = chosen[at];
    const wanted = [...form.querySelectorAll("select")].filter((s) => s.value !== "");
    chosen = samples.filter((s) => wanted.every((w) => s.dataset[w.name] === w.value));
    at = Math.max(0, chosen.indexOf(before));
    for (const s of form.querySelectorAll("select")) { // no choice that leaves nothing
      const others = samples.filter((sample) => wanted.every((w) => w === s || sample.dataset[w.name] === w.value));
      for (const o of s.options) o.disabled = o.value !== "" && !others.some((sample) => sample.dataset[s.name] === o.value);
    }
    show();
  };
  const jump = () => {
    const wanted = samples.indexOf(byId(location.hash.slice(1)));
    if (wanted < 0) return;
    for (const s of form.querySelectorAll("select")) s.value = "";
    chosen = samples;
    at = wanted;
    show();
    gallery.scrollIntoView();
  };

  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("change", (e) => {
    if (e.target === answers) samples.forEach(open);
    choose();
  });
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  window.addEventListener("hashchange", jump);
  document.addEventListener("keydown", (e) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
    if (!by || e.altKey || e.ctrlKey || e.metaKey || e.shiftKey || e.target.closest("select, input, .art, .scroll")) return;
    const box = gallery.getBoundingClientRect();
    if (box.top > window.innerHeight * 0.8 || box.bottom < 0) return; // elsewhere on the page
    e.preventDefault();
    step(by);
  });
  form.hidden = false;
  choose();
  jump();
})();
