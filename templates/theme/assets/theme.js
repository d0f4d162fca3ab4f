// The theme's script serves nothing but search on generated pages, and it is heavy: it is fetched
// when somebody reaches for the search. What they do until it is here is done by the page itself.
(() => {
  const address = document.currentScript.dataset.bfBundle;
  const box = document.querySelector(".md-search");
  const toggle = document.getElementById("__search");
  if (!box || !toggle) return;
  const field = box.querySelector("input");
  const button = box.querySelector("button"); // all that Zensical's search has until its script runs
  const asked = new AbortController();
  const { signal } = asked;
  let loading = false;

  function load() {
    if (loading) return;
    loading = true;
    const script = Object.assign(document.createElement("script"), { src: address });
    script.addEventListener("error", () => {
      script.remove();
      loading = false; // the line was down: the next try asks again
    });
    script.addEventListener("load", () => {
      asked.abort();
      if (!field && wanted) button.click();
    });
    document.head.append(script);
  }

  let wanted = false;
  function open() {
    wanted = true;
    if (field && !toggle.checked) toggle.click();
    field?.focus();
    load();
  }

  const edited = (node) => node.isContentEditable || node.matches("input, select, textarea");
  const on = (node, kind, act) => node.addEventListener(kind, act, { signal });

  for (const reached of [box, document.querySelector(".md-header [for=__search]")]) {
    if (reached) on(reached, "pointerover", load);
  }
  on(box, "focusin", () => (field ? open() : load()));
  on(toggle, "change", () => toggle.checked && open());
  if (!field) on(button, "click", open);
  on(document, "keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      toggle.click();
      field?.blur();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!["f", "s", "/"].includes(event.key) || edited(event.target)) return;
    event.preventDefault();
    open();
  });
  // Nothing has been found yet that Enter could open; without this the page would be left.
  if (field) on(field.form, "submit", (event) => event.preventDefault());
  // Reached for while this file was on its way, or by an address that searches.
  if (toggle.checked || box.contains(document.activeElement)) open();
  else if (new URLSearchParams(location.search).has("q")) load();
})();
