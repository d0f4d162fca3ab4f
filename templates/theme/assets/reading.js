// The reading view: beside a text, what the lines in view name stands out; pointing at an entry
// lights up its words. Without script every passage has its whole list.
(() => {
  const reading = document.querySelector(".bf-reading");
  if (!reading || !window.IntersectionObserver) return;
  const entries = new Map(); // by the id of a mark
  const marks = (entry) =>
    entry.dataset.bfMarks.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  const seen = new Set();
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      for (const entry of reading.querySelectorAll("[data-bf-marks]")) {
        entry.classList.toggle("bf-here", entries.get(entry).some((mark) => seen.has(mark)));
      }
      for (const beside of reading.querySelectorAll(".bf-beside")) {
        const first = beside.querySelector(".bf-here");
        // A list that is longer than the window follows, unless somebody is reading it.
        if (first && beside.scrollHeight > beside.clientHeight && !beside.matches(":hover,:focus-within")) {
          beside.scrollTop += first.getBoundingClientRect().top - beside.getBoundingClientRect().top - 32;
        }
      }
    },
    { rootMargin: "-70px 0px -20% 0px" }, // below the header, above the window's last lines
  );
  for (const entry of reading.querySelectorAll("[data-bf-marks]")) {
    const found = marks(entry);
    entries.set(entry, found);
    for (const mark of found) observer.observe(mark);
    const light = (on) => () => found.forEach((mark) => mark.classList.toggle("bf-lit", on));
    for (const kind of ["pointerenter", "focusin"]) entry.addEventListener(kind, light(true));
    for (const kind of ["pointerleave", "focusout"]) entry.addEventListener(kind, light(false));
  }
  reading.classList.add("bf-follows");
})();
