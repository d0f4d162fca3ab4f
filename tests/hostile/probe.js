// What a page holds, as marks: which elements with which attributes, classes, scripts, schemes.
// Marks that a clean site has are `known`; what is left is told, each with an example.
(known) => {
  const WEB = new Set(["http:", "https:", "mailto:"]);
  const ADDRESSES = ["href", "src", "xlink:href", "action", "formaction", "data", "poster", "background", "ping", "cite", "manifest", "longdesc"];
  const allowed = new Set(known);
  const marks = new Map();
  const mark = (what, element) => {
    if (!allowed.has(what) && !marks.has(what)) marks.set(what, element ? element.outerHTML.slice(0, 160) : "");
  };
  const plain = document.implementation.createHTMLDocument("").defaultView || window;
  const [seen, before] = window[Symbol.for("seen")]();
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!before.has(name) && !/^\d+$/.test(name)) mark(`window.${name}`);
  }
  for (const name of Object.getOwnPropertyNames(document)) if (name !== "location") mark(`document.${name}`);
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const tag = element.tagName.toLowerCase();
      mark(`<${tag}>`, element);
      for (const { name, value } of element.attributes) {
        mark(`<${tag} ${name}>`, element);
        if (name.startsWith("on") || name === "srcdoc") mark(`handler ${name}=${value.slice(0, 80)}`, element);
        if (name === "style") mark(`style ${value.replace(/-?[\d.]+/g, "0")}`, element);
        if (name === "target" || name === "rel" || name === "type" || name === "http-equiv") mark(`<${tag} ${name}=${value}>`, element);
        if (ADDRESSES.includes(name)) {
          let found;
          try {
            found = new URL(value, document.baseURI);
          } catch {
            mark(`address that is none: ${value.slice(0, 80)}`, element);
            continue;
          }
          if (!WEB.has(found.protocol)) mark(`scheme ${found.protocol}`, element);
          if (tag !== "a" && found.origin !== location.origin && found.protocol !== "data:" && !(tag === "link" && element.rel.startsWith("canonical")) && !(tag === "link" && element.rel === "alternate ")) mark(`fetched from ${found.origin}`, element);
          if (found.username || found.password) mark(`address with a user: ${value.slice(0, 80)}`, element);
        }
        if (name === "srcset" || name === "imagesrcset") {
          for (const part of value.split(",")) {
            const found = new URL(part.trim().split(/\s/)[0], document.baseURI);
            if (found.origin !== location.origin) mark(`fetched from ${found.origin}`, element);
          }
        }
      }
      for (const name of element.classList) mark(`.${name}`, element);
      // What a name or an id would stand in front of.
      const names = [element.id];
      if (["img", "form", "embed", "object", "iframe", "a"].includes(tag)) names.push(element.getAttribute("name"));
      for (const name of names) if (name && (before.has(name) || name in Object.prototype || name in HTMLDocument.prototype || name in HTMLFormElement.prototype)) mark(`clobbered ${name}`, element);
      if (tag === "script") {
        const kind = element.type || "classic";
        if (kind === "application/ld+json") {
          try {
            JSON.parse(element.textContent);
          } catch (error) {
            mark(`JSON-LD: ${error.message}`, element);
          }
        } else if (kind === "application/json") {
          try {
            JSON.parse(element.textContent);
          } catch (error) {
            mark(`JSON: ${error.message}`, element);
          }
        } else mark(`script ${element.getAttribute("src") ? new URL(element.src).pathname : element.textContent.replace(/new URL\("[^"]*"/, "").slice(0, 400)}`, element);
      }
      if (tag === "style") mark(`sheet ${element.textContent.slice(0, 200)}`, element);
      if (tag === "template") walk(element.content);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  for (const link of document.querySelectorAll("a[href], area[href]")) {
    if (!WEB.has(link.protocol)) link.click();
  }
  return { seen, marks: [...marks] };
};
