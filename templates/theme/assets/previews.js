// What a link to an actor, a figure or a briefing leads to, beside it while it is pointed at or has
// the focus. It stays while the pointer is on it; Escape sends it away.
(() => {
  const root = new URL("../", document.currentScript.src);
  const place = document.querySelector(".md-content");
  // Opened as a file, a page may not read another one.
  if (root.protocol === "file:" || !place) return;
  const BEFORE = 300; // milliseconds of pointing before it shows
  const AFTER = 200; // milliseconds in which the pointer can reach it
  const GAP = 6; // pixels from the link and from the window's edge
  // Neither their feeds nor the lists of a year's briefings.
  const WITH = /^(actors|figures|briefings)\/(?!\d{4}(-\d+)?$)[^/.]+$/;
  const got = new Map();
  const tip = Object.assign(document.createElement("div"), { className: "bf-tip", id: "bf-tip", hidden: true });
  tip.setAttribute("role", "tooltip");
  place.append(tip);
  let link = null; // whose preview is shown or about to be
  let timer;

  const page = (path) => path.slice(root.pathname.length).replace(/(\/|\/index\.html|\.html)$/, "");

  // What a link leads to, as its preview is named; "" for other links and for this page itself.
  function name({ origin, pathname }) {
    if (origin !== root.origin || !pathname.startsWith(root.pathname)) return "";
    const found = page(pathname);
    return WITH.test(found) && found !== page(location.pathname) ? found : "";
  }

  function get(key) {
    const address = new URL(`data/previews/${key}.json`, root);
    if (!got.has(key)) {
      got.set(key, fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null));
    }
    return got.get(key);
  }

  function hide() {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    tip.hidden = true;
    link = null;
  }

  async function show(wanted, box) {
    const shown = await get(name(wanted));
    if (wanted !== link || !shown) return;
    // What the link's title says stands in the preview, not in a box of its own over it.
    wanted.dataset.bfWhy ||= wanted.title;
    wanted.removeAttribute("title");
    const lines = { ...shown, why: wanted.dataset.bfWhy };
    tip.replaceChildren(
      ...["over", "value", "title", "text", "under", "why"].map((key) =>
        Object.assign(document.createElement("p"), {
          className: `bf-tip-${key}`,
          textContent: lines[key] || "",
          lang: key === "why" ? document.documentElement.lang : shown.language,
          hidden: !lines[key],
        }),
      ),
    );
    tip.dir = shown.direction;
    tip.hidden = false;
    wanted.setAttribute("aria-describedby", tip.id);
    const outer = place.getBoundingClientRect();
    const most = document.documentElement.clientWidth - tip.offsetWidth - GAP;
    const start = getComputedStyle(wanted).direction === "rtl" ? box.right - tip.offsetWidth : box.left;
    const room = innerHeight - box.bottom;
    const below = room > tip.offsetHeight + 2 * GAP || room > box.top;
    tip.style.left = `${Math.max(GAP, Math.min(start, most)) - outer.left}px`;
    tip.style.top = `${(below ? box.bottom + GAP : box.top - GAP - tip.offsetHeight) - outer.top}px`;
  }

  function soon(wanted, wait, y) {
    if (wanted === link) return tip.hidden || clearTimeout(timer);
    hide();
    link = wanted;
    // A link may run over several lines: the preview starts where the one that is pointed at does.
    const lines = [...wanted.getClientRects()];
    const { left, right } = lines.find((line) => y >= line.top && y <= line.bottom) || lines[0] || {};
    const { top, bottom } = wanted.getBoundingClientRect();
    timer = setTimeout(show, wait, wanted, { left, right, top, bottom });
  }

  function previewed(event) {
    const found = event.target.closest?.("a[href]");
    return found && place.contains(found) && name(found) ? found : null;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const found = previewed(event);
    if (found) return soon(found, BEFORE, event.clientY);
    if (!link) return;
    if (tip.contains(event.target)) return clearTimeout(timer);
    if (link === document.activeElement) return;
    clearTimeout(timer);
    timer = setTimeout(hide, AFTER);
  });
  document.addEventListener("focusin", (event) => {
    const found = previewed(event);
    if (found?.matches(":focus-visible")) soon(found, 0);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
