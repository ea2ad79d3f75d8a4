// Copies the address of what is seen. The address is read when asked for, so it is never old.

export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  const said = el("p", { class: "said", role: "status" });
  const field = el("input", { type: "text", readonly: true, "aria-label": "Address of this view" });
  field.value = address(data);
  field.onfocus = () => { field.value = address(data); field.select(); };
  const button = el("button", { class: "copy", type: "button", text: "Copy link", onclick: async () => {
    field.value = address(data);
    said.textContent = (await copied(field.value)) ? "The link is copied." : "Select the address and copy it.";
  } });
  root.replaceChildren(el("div", { class: "share" }, field, button), said);
}

// The articles shown are named even where the page was opened without naming them.
function address(data) {
  const link = new URL(window.location.href);
  if (!["articles", "article"].some((key) => link.searchParams.has(key))) link.searchParams.set("articles", data.articles);
  return link.href.replaceAll("%2C", ",");
}
