// Copies the address of what is seen, or the code that embeds it in another page.

export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  const said = el("p", { class: "said", role: "status" });
  const copier = (label, button, made, done, failed) => {
    const field = el("input", { type: "text", readonly: true, "aria-label": label });
    field.value = made();
    field.onfocus = () => { field.value = made(); field.select(); };
    return el("div", { class: "share" }, field, el("button", { class: "copy", type: "button", text: button, onclick: async () => {
      field.value = made();
      said.textContent = (await copied(field.value)) ? done : failed;
    } }));
  };
  root.replaceChildren(
    copier("Address of this view", "Copy link", () => address(data.articles),
      "The link is copied.", "Select the address and copy it."),
    el("p", { class: "or", text: "Or put it into your own page, as map and excerpts:" }),
    copier("Code that embeds this view", "Copy code", () => frameCode(data.articles, data.title),
      "The code is copied.", "Select the code and copy it."),
    said);
}
