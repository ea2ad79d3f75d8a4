// dashboard/page/components/shared/address.js
function address(articles, { embed = false, at = window.location.href } = {}) {
  const link = new URL(at), { searchParams } = link;
  if (!["articles", "article"].some((key) => searchParams.has(key))) searchParams.set("articles", articles);
  for (const key of ["embed", "embed_options"]) searchParams.delete(key);
  if (embed) searchParams.set("embed", "true");
  return link.href.replaceAll("%2C", ",");
}
function frameCode(articles, title, at) {
  const quoted = (text) => text.replace(/[&<>"']/g, (one) => `&#${one.codePointAt(0)};`);
  const framed = address(articles, at === void 0 ? { embed: true } : { embed: true, at });
  return `<iframe src="${quoted(framed)}" title="${quoted(title)}" width="800" height="500" style="border: 0; max-width: 100%" loading="lazy" allow="clipboard-write"></iframe>`;
}

// dashboard/page/components/shared/colours.js
function isDarkColour(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/\d+/g) ?? []).map(Number);
  const [red, green, blue] = parts;
  if (red === void 0 || green === void 0 || blue === void 0) return false;
  return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
}

// dashboard/page/components/shared/dom.js
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === void 0 || value === false) continue;
    if (typeof value === "function") Object.assign(node, { [name]: value });
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== void 0));
  return node;
}
function rootOf(component) {
  const root = (
    /** @type {HTMLElement} */
    component.parentElement.querySelector(".root")
  );
  const ground = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  root.classList.toggle("dark", isDarkColour(ground));
  return root;
}
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el("textarea", { style: "position: fixed; opacity: 0" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

// dashboard/page/components/page/share.js
function share(component) {
  const { data } = component;
  const root = rootOf(component);
  const status = el("p", { class: "said", role: "status" });
  root.replaceChildren(
    copier(
      status,
      "Address of this view",
      "Copy link",
      () => address(data.articles),
      "The link is copied.",
      "Select the address and copy it."
    ),
    el("p", { class: "or", text: "Or put it into your own page, as map and excerpts:" }),
    copier(
      status,
      "Code that embeds this view",
      "Copy code",
      () => frameCode(data.articles, data.title),
      "The code is copied.",
      "Select the code and copy it."
    ),
    status
  );
}
function copier(status, label, button, made, done, failed) {
  const field = el("input", { type: "text", readonly: true, "aria-label": label });
  field.value = made();
  field.onfocus = () => {
    field.value = made();
    field.select();
  };
  return el("div", { class: "share" }, field, el("button", { class: "copy", type: "button", text: button, onclick: async () => {
    field.value = made();
    status.textContent = await copied(field.value) ? done : failed;
  } }));
}
export {
  share as default
};
