/* Lists of posts that readers can filter by text and tag, and sort. Without it they are
   the plain lists that they are in the page. */
(() => {
  "use strict";

  const fold = (text) => text.toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  const ORDERS = {
    newest: (a, b) => number(b, "date", -Infinity) - number(a, "date", -Infinity),
    oldest: (a, b) => number(a, "date", Infinity) - number(b, "date", Infinity),
    title: (a, b) => a.dataset.title.localeCompare(b.dataset.title),
    time: (a, b) => number(a, "minutes", Infinity) - number(b, "minutes", Infinity),
  };

  const number = (item, name, missing) =>
    item.dataset[name] === "" ? missing : Number(item.dataset[name]);

  /* Two posts without a number are equal: Infinity minus itself is none. */
  const ordered = (compare) => (a, b) => compare(a, b) || 0;

  class Listing {
    constructor(root) {
      this.form = root.querySelector(".updates-filter");
      this.boxes = [...root.querySelectorAll(".updates-items")];
      this.nav = root.querySelector(".updates-pages");
      this.count = root.querySelector(".updates-filter-count");
      this.prefix = root.id === "updates-listing" ? "" : `${root.id.split("-").pop()}-`;
      this.items = this.boxes.flatMap((box) => [...box.children]);
      this.fields = [...this.form.elements].filter((field) => field.name);
      this.loaded = null;
      this.restore();
      this.form.hidden = false;
      this.form.addEventListener("input", () => this.update());
      this.form.addEventListener("submit", (event) => event.preventDefault());
    }

    value(name) {
      const field = this.form.elements.namedItem(name);
      return field ? field.value : "";
    }

    get isActive() {
      return this.fields.some((field) => field.value.trim() !== "");
    }

    /* What the reader asked for stands in the address, so that it can be sent on. */
    restore() {
      const query = new URLSearchParams(location.search);
      for (const field of this.fields) {
        const value = query.get(this.prefix + field.name) ?? "";
        const isSelect = field instanceof HTMLSelectElement;
        if (!isSelect || [...field.options].some((one) => one.value === value)) {
          field.value = value;
        }
      }
      if (this.isActive) this.update();
    }

    remember() {
      const url = new URL(location.href);
      for (const field of this.fields) {
        const name = this.prefix + field.name;
        if (field.value.trim()) url.searchParams.set(name, field.value);
        else url.searchParams.delete(name);
      }
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    }

    async update() {
      this.remember();
      if (this.isActive && this.nav) await this.loadOthers();
      this.show();
    }

    show() {
      const words = fold(this.value("find")).split(/\s+/).filter(Boolean);
      const tag = this.value("tag");
      let shown = 0;
      for (const item of this.items) {
        const text = (item.foldedWords ??= fold(item.dataset.words));
        const fits = words.every((word) => text.includes(word)) &&
          (!tag || item.dataset.tags.split("|").includes(tag)) &&
          (this.isActive || !item.isFromElsewhere);
        item.toggleAttribute("data-hidden", !fits);
        if (fits) shown += 1;
      }
      if (this.boxes.length === 1) {
        const compare = ORDERS[this.value("sort")];
        this.boxes[0].append(...(compare ? [...this.items].sort(ordered(compare)) : this.items));
      }
      for (const box of this.boxes) {
        const isEmpty = [...box.children].every((item) => item.hasAttribute("data-hidden"));
        box.closest(".updates-year")?.toggleAttribute("data-hidden", isEmpty);
      }
      this.nav?.toggleAttribute("data-hidden", this.isActive);
      this.count.textContent = this.isActive ? this.form.dataset.shown.replace("{count}", shown) : "";
    }

    /* The posts of the other pages, when the reader filters; from a file they cannot
       be read, and the posts of this page are what is filtered. */
    loadOthers() {
      this.loaded ??= Promise.allSettled(
        this.nav.dataset.pages.split(" ").map(async (address) => {
          const url = new URL(address, location.href);
          const answer = await fetch(url);
          if (!answer.ok) return [];
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const list = page.querySelector("[data-updates-filter]");
          const items = [...(list?.querySelectorAll(".updates-items > *") ?? [])];
          for (const item of items) {
            for (const [selector, name] of [["a[href]", "href"], ["img[src]", "src"]]) {
              for (const found of item.querySelectorAll(selector)) {
                found.setAttribute(name, new URL(found.getAttribute(name), url).href);
              }
            }
            /* Addresses in `srcset` would need the same; the one in `src` is enough. */
            for (const source of item.querySelectorAll("source")) source.remove();
          }
          return items.length ? [...list.querySelectorAll(".updates-year, :scope > .updates-items, .updates-table .updates-items")] : [];
        }),
      ).then((answers) => {
        for (const part of answers.flatMap((answer) => answer.value ?? [])) {
          const isYear = part.matches(".updates-year");
          const here = document.importNode(part, true);
          const items = [...(isYear ? here.querySelector(".updates-items") : here).children];
          for (const item of items) item.isFromElsewhere = true;
          this.items.push(...items);
          if (isYear) {
            this.nav.before(here);
            this.boxes.push(here.querySelector(".updates-items"));
          } else {
            this.boxes[0].append(...items);
          }
        }
      });
      return this.loaded;
    }
  }

  for (const root of document.querySelectorAll("[data-updates-filter]")) {
    if (root.querySelector(".updates-filter")) new Listing(root);
  }
})();
