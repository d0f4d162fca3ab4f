// Asks an index through Pagefind's own script: node ask_pagefind.mjs FOLDER '[["query", {options}]]'
import { readFile } from "node:fs/promises";

const [folder, questions] = process.argv.slice(2);
globalThis.fetch = async (address) =>
  new Response(await readFile(String(address).replace(/^file:\/\//, "").replace(/\?.*$/, "")));
globalThis.document = { querySelector: () => ({ getAttribute: () => "en" }), currentScript: null };
globalThis.window = globalThis;
globalThis.location = { origin: "file://", href: "file:///" };

const pagefind = await import(`${folder}/pagefind.js`);
await pagefind.options({ basePath: `file://${folder}/`, baseUrl: "/" });
const answers = [];
for (const [query, options] of JSON.parse(questions)) {
  const found = await pagefind.search(query, options);
  const pages = [];
  for (const result of found.results) {
    const data = await result.data();
    pages.push({ url: data.url, score: result.score, words: result.words, excerpt: data.excerpt });
  }
  answers.push({ pages, filters: found.filters, all: found.totalFilters, count: found.unfilteredResultCount });
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
