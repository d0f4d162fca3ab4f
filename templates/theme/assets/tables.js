// The theme lets wide tables scroll: the keyboard must be able to scroll them too.
const named = (box) => {
  for (let node = box; node; node = node.parentElement)
    for (let before = node.previousElementSibling; before; before = before.previousElementSibling)
      if (before.matches("h1, h2, h3, h4")) return before.textContent.trim();
  return document.title;
};

const reachable = () => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", named(box));
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
};

addEventListener("load", reachable);
addEventListener("resize", reachable);
