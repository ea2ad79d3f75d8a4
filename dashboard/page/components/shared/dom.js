// Shared by the page's components: every node is made here, from text, never from markup.

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node[name] = value;
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function isWebAddress(address) {
  return /^https?:\/\//i.test(address);
}

// A group's sign: its shape in its colour. The colour is a variable made from palette.py.
function sign(group, data) {
  return el("span", {
    class: "sign",
    "aria-hidden": "true",
    style: `color: var(--${group})`,
    text: data.marks[group].glyph,
  });
}

// Whether the page's ground is dark, as the theme's variables say it.
function isDark(host) {
  const ground = getComputedStyle(host).getPropertyValue("--st-background-color").trim();
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(ground);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : ground.match(/\d+/g);
  if (!parts || parts.length < 3) return false;
  return 0.3 * parts[0] + 0.6 * parts[1] + 0.1 * parts[2] < 110;
}

function rootOf(component) {
  const root = component.parentElement.querySelector(".root");
  root.classList.toggle("dark", isDark(root));
  return root;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Outside a secure context there is no clipboard; the old way needs a selection.
    const area = el("textarea", { style: "position: fixed; opacity: 0" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

// Arrow keys, Home and End move the focus along `items`; true when the key was one of them.
function stepped(event, items) {
  const at = items.indexOf(event.currentTarget);
  const to = {
    ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1,
    Home: 0, End: items.length - 1,
  }[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  event.stopPropagation();
  const item = items[Math.max(0, Math.min(items.length - 1, to))];
  items.forEach((other) => { other.tabIndex = other === item ? 0 : -1; });
  item.focus();
  return true;
}
