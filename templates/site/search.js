// The search of the first page: in names wherever the page lies, and in the texts of the pages where it is served (Pagefind).
"use strict";

const MOST = 100; // results that are listed
const form = document.getElementById("search");
const input = document.getElementById("words");
const found = document.getElementById("found");
const results = document.getElementById("results");
const hasFullText = document.currentScript.hasAttribute("data-full-text") && location.protocol.startsWith("http");
const plain = (text) => text.normalize("NFKC").toLowerCase();
const rows = searched.map((row) => ({ row, text: plain(row.slice(0, 3).join(" ")) }));
let asked = 0;

function entry(name, address, details) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = name;
  const beside = document.createElement("span");
  beside.textContent = details;
  item.append(link, beside);
  return item;
}

function show(items, words) {
  results.replaceChildren(...items.slice(0, MOST));
  found.textContent = words === "" ? "" : `${items.length.toLocaleString()}件${items.length > MOST ? `（${MOST}件まで表示）` : ""}`;
}

async function texts(words) {
  const pagefind = await import("./pagefind/pagefind.js");
  const answer = await pagefind.search(words);
  return Promise.all(answer.results.slice(0, 20).map((result) => result.data()));
}

async function search() {
  const turn = ++asked;
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  const named = rows.filter((each) => words.length > 0 && words.every((word) => each.text.includes(word)));
  const items = named.map(({ row }) => entry(row[0], row[3], `${row[1]} ${row[2]}${row[4] ? ` ${row[4]}千円` : ""}`));
  show(items, words.join(""));
  if (!hasFullText || words.length === 0) return;
  const listed = new Set(named.map(({ row }) => row[3]));
  const more = (await texts(input.value)).filter((page) => !listed.has(page.url.replace(/^.*\/(pages\/)/, "$1")));
  if (turn !== asked) return; // the words have changed since
  show([...items, ...more.map((page) => entry(page.meta.title, page.url, "本文にあります"))], words.join(""));
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", search);
