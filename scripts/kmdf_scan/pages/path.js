// Steps along the path by keys and buttons: n, j or right to the next, p, k or left
// to the one before, Home and End to the first and the last, u up to the report.
"use strict";
// In the order of the path, which need not be that of the source.
const number = (note) => Number(note.id.slice("step".length));
const notes = Array.from(document.querySelectorAll(".note"))
  .sort((one, other) => number(one) - number(other));
const bar = document.querySelector(".stepper");
const [back, forth] = bar.querySelectorAll("button");
let current = -1;

function show(index) {
  if (index < 0 || index >= notes.length) return;
  if (current >= 0) notes[current].classList.remove("here");
  current = index;
  notes[current].classList.add("here");
  // Not a new place in the history: "back" leads to the report.
  history.replaceState(null, "", "#" + notes[current].id);
  notes[current].scrollIntoView({ block: "center" });
  label();
}

function label() {
  back.disabled = current <= 0;
  forth.disabled = current === notes.length - 1;
  bar.querySelector("output").textContent = current < 0 ?
    `${notes.length} steps` : `step ${current + 1} of ${notes.length}`;
}

function follow() {
  show(notes.findIndex((note) => "#" + note.id === location.hash));
}

const keys = {
  n: () => show(current + 1), j: () => show(current + 1), ArrowRight: () => show(current + 1),
  p: () => show(current - 1), k: () => show(current - 1), ArrowLeft: () => show(current - 1),
  Home: () => show(0), End: () => show(notes.length - 1),
  u: () => { location.href = document.querySelector(".up").href; },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
back.addEventListener("click", keys.p);
forth.addEventListener("click", keys.n);
window.addEventListener("hashchange", follow);
bar.hidden = false;
label();
follow();
