// The search page. Its whole state is in its address; the index is read from the site itself.
const root = new URL("../", import.meta.url);
const form = document.querySelector("[data-bf-search]");
const part = (name) => form.querySelector(`[data-bf-${name}]`);
const language = document.documentElement.lang || "en";
const number = new Intl.NumberFormat(language);
// English without a country is written as in most countries, as on the other pages.
const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });
const words = new Map();
const GROUPS = [...form.querySelectorAll("[data-bf-filter]")].map((item) => item.dataset.bfFilter);
const SHOWN = 10; // results at a time
const LISTED = 8; // values of a filter before "show all"
const PAUSE = 150; // milliseconds without a key before the index is asked

let index; // Pagefind, once asked for
let asked = 0; // counts queries, so that a slow answer never replaces a later one
let found = [];
let counted = false; // whether the lists of all filters were downloaded
const opened = new Set();

for (const item of part("words").children) words.set(item.dataset.key, item.textContent);
const KINDS = [...words.keys()].filter((key) => key.startsWith("kind:")).map((key) => key.slice(5));

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// What the address asks for.
function state() {
  const given = new URLSearchParams(location.search);
  const filters = {};
  for (const group of GROUPS) {
    const values = given.getAll(group).filter(Boolean);
    if (values.length) filters[group] = values;
  }
  const sort = given.get("sort");
  return {
    query: (given.get("q") || "").trim(),
    filters,
    sort: sort === "newest" || sort === "oldest" ? sort : "",
  };
}

// What the form asks for, as an address.
function address() {
  const given = new URLSearchParams();
  const query = form.elements.q.value.trim();
  if (query) given.set("q", query);
  for (const box of form.querySelectorAll("[data-bf-filters] input:checked")) {
    given.append(box.name, box.value);
  }
  if (form.elements.sort.value) given.set("sort", form.elements.sort.value);
  const text = given.toString();
  return text ? `?${text}` : location.pathname;
}

async function load() {
  index = await import(new URL("pagefind/pagefind.js", root));
  await index.options({
    basePath: new URL("pagefind/", root).pathname,
    baseUrl: root.pathname,
    excerptLength: 28,
    noWorker: true, // a second copy of the same program; a query takes a few milliseconds
    ranking: { metaWeights: { title: 8, aliases: 8, names: 0.4, kind: 0, language: 0, direction: 0, date: 0 }, pageLength: 0.6, termFrequency: 0.8 },
  });
}

async function show() {
  const { query, filters, sort } = state();
  const turn = ++asked;
  const empty = !query && !Object.keys(filters).length;
  if (!empty) part("state").textContent = words.get("searching");
  try {
    if (!index) await load();
    // Pagefind downloads the filters that a query names, and counts those it has: kinds are few,
    // the others come when somebody opens one.
    const wanted = { kind: { any: KINDS } };
    for (const [group, values] of Object.entries(filters)) wanted[group] = { any: values };
    const order = sort ? { date: sort === "newest" ? "desc" : "asc" } : undefined;
    const all = counted ? await index.filters() : {};
    const answer = empty
      ? { results: [], filters: all }
      : await index.search(query || null, { filters: wanted, sort: order });
    if (turn !== asked) return;
    found = answer.results;
    list(answer.filters, filters);
    part("sort").hidden = found.length < 2;
    part("results").replaceChildren();
    part("state").textContent = empty
      ? ""
      : found.length
        ? `${words.get("results")}: ${number.format(found.length)}`
        : words.get("none");
    await more(turn);
  } catch (error) {
    if (turn === asked) part("state").textContent = words.get("failed");
    throw error;
  }
}

async function more(turn = asked) {
  const shown = part("results").children.length;
  const pages = await Promise.all(found.slice(shown, shown + SHOWN).map((item) => item.data()));
  if (turn !== asked) return;
  part("results").append(...pages.map(entry));
  part("more").hidden = shown + pages.length >= found.length;
  return part("results").children[shown];
}

function entry({ url, excerpt, meta }) {
  const link = element("a", { href: url, textContent: meta.title });
  const about = [words.get(`kind:${meta.kind}`)];
  const date = meta.date && new Date(`${meta.date}T00:00:00Z`);
  if (date && !Number.isNaN(date.valueOf())) about.push(day.format(date));
  if (meta.language && meta.language !== language) about.push(words.get(`language:${meta.language}`));
  return element(
    "li",
    { lang: meta.language || language, dir: meta.direction || "auto" },
    element("h2", {}, link),
    element("p", { className: "bf-meta", dir: document.dir || "ltr", textContent: about.filter(Boolean).join(" · ") }),
    element("p", {}, ...marked(excerpt)),
  );
}

// An excerpt's text and marks, and nothing else that could stand in it.
function marked(excerpt) {
  const body = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", { textContent: node.textContent }) : node.textContent,
  );
}

function list(counts, chosen) {
  for (const group of GROUPS) {
    const details = form.querySelector(`[data-bf-filter="${group}"]`);
    const picked = new Set(chosen[group] || []);
    const values = Object.entries(counts[group] || {});
    for (const value of picked) if (!(value in (counts[group] || {}))) values.push([value, 0]);
    const byName = group === "year" ? (a, b) => b[0] - a[0] : (a, b) => a[0].localeCompare(b[0], language);
    const ordered = values
      .filter(([value, count]) => count || picked.has(value))
      .sort((a, b) => picked.has(b[0]) - picked.has(a[0]) || (group === "year" ? 0 : b[1] - a[1]) || byName(a, b));
    const listed = opened.has(group) ? ordered : ordered.slice(0, Math.max(LISTED, picked.size));
    const boxes = listed.map(([value, count]) => {
      const box = element("input", { type: "checkbox", name: group, value, checked: picked.has(value) });
      const name = element("bdi", { textContent: words.get(`${group}:${value}`) || value });
      const total = element("span", { className: "bf-count", textContent: number.format(count) });
      return element("label", {}, box, " ", name, " ", total);
    });
    if (listed.length < ordered.length) {
      const all = `${words.get("all")} (${number.format(ordered.length)})`;
      const button = element("button", { type: "button", textContent: all });
      button.addEventListener("click", () => {
        opened.add(group);
        list(counts, chosen);
        details.querySelectorAll("input")[LISTED]?.focus();
      });
      boxes.push(button);
    }
    // A box keeps the focus when the list around it is made again.
    const held = details.contains(document.activeElement) ? document.activeElement.value : null;
    details.lastElementChild.replaceChildren(...boxes);
    if (held !== null) [...details.querySelectorAll("input")].find((box) => box.value === held)?.focus();
    details.hidden = counted && !boxes.length;
    if (!details.dataset.met && (picked.size || (group === "kind" && boxes.length))) {
      details.open = true;
      details.dataset.met = "true";
    }
  }
  part("filters").hidden = false;
}

function fill() {
  const { query, sort } = state();
  form.elements.q.value = query;
  form.elements.sort.value = sort;
}

function go({ remember }) {
  const target = address();
  if (target === (location.search || location.pathname)) return;
  history[remember ? "pushState" : "replaceState"](null, "", target);
  show();
}

let pause;
form.addEventListener("input", (event) => {
  if (event.target !== form.elements.q) return;
  clearTimeout(pause);
  pause = setTimeout(() => go({ remember: false }), PAUSE);
});
form.addEventListener("change", (event) => {
  if (event.target !== form.elements.q) go({ remember: true });
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({ remember: true });
});
for (const details of form.querySelectorAll("[data-bf-filter]")) {
  details.addEventListener("toggle", () => {
    if (!details.open || counted || (details.dataset.bfFilter === "kind" && found.length)) return;
    counted = true;
    show();
  });
}
part("more").addEventListener("click", async () => (await more())?.querySelector("a").focus());
addEventListener("popstate", () => {
  fill();
  show();
});

// Opened as a file, a page may not read the index: the lists below serve instead.
if (location.protocol !== "file:") {
  document.querySelector("[data-bf-without]").hidden = true;
  form.hidden = false;
  fill();
  show();
  if (!state().query) form.elements.q.focus({ preventScroll: true });
}
