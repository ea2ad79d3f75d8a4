// Explains a term where it stands: by pointing, by focus, by a tap. It stays while it is pointed
// at, and Escape or a press elsewhere hides it (WCAG 2.2, 1.4.13).

const TIP_GONE = 160;
const shownTip = { node: null, box: null, timer: 0, byTap: false };

// A button that reads as a word with a small question mark, and says what the word means.
function term(state, key, text, extra = "") {
  const button = el("button", { class: `term ${extra}`, type: "button", "data-term": key, text });
  button.onclick = () => {
    const hides = shownTip.node === button && shownTip.byTap;
    if (hides) hideTip();
    else { showTip(button, state.data.terms[key]); shownTip.byTap = true; }
  };
  return explained(button, state.data.terms[key]);
}

// Shows `text` while `node` is pointed at or has the keyboard's focus.
function explained(node, text) {
  node.addEventListener("pointerenter", (event) => { if (event.pointerType !== "touch") showTip(node, text); });
  node.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") hideTipSoon(); });
  node.addEventListener("focus", () => { if (node.matches(":focus-visible")) showTip(node, text); });
  node.addEventListener("blur", hideTip);
  return node;
}

function showTip(node, text) {
  clearTimeout(shownTip.timer);
  if (shownTip.node === node) return;
  hideTip();
  const box = el("div", { class: "tip", role: "tooltip", id: "tip", popover: "manual", text });
  box.onpointerenter = () => clearTimeout(shownTip.timer);
  box.onpointerleave = hideTipSoon;
  node.closest(".root").append(box);
  box.showPopover?.();
  node.setAttribute("aria-describedby", "tip");
  placeTip(node, box);
  Object.assign(shownTip, { node, box });
  document.addEventListener("keydown", tipEscaped, true);
  document.addEventListener("pointerdown", tipLeft, true);
  document.addEventListener("scroll", hideTip, { capture: true, once: true });
}

function placeTip(node, box) {
  const at = node.getBoundingClientRect(), edge = 8;
  const left = Math.max(edge, Math.min(at.left, window.innerWidth - box.offsetWidth - edge));
  const below = at.bottom + 6 + box.offsetHeight < window.innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${below ? at.bottom + 6 : Math.max(edge, at.top - 6 - box.offsetHeight)}px`;
}

function hideTipSoon() {
  clearTimeout(shownTip.timer);
  if (!shownTip.byTap) shownTip.timer = setTimeout(hideTip, TIP_GONE);
}

function hideTip() {
  clearTimeout(shownTip.timer);
  shownTip.node?.removeAttribute("aria-describedby");
  shownTip.box?.remove();
  Object.assign(shownTip, { node: null, box: null, byTap: false });
  document.removeEventListener("keydown", tipEscaped, true);
  document.removeEventListener("pointerdown", tipLeft, true);
}

function tipEscaped(event) {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  hideTip();
}

function tipLeft(event) {
  const path = event.composedPath();
  if (!path.includes(shownTip.node) && !path.includes(shownTip.box)) hideTip();
}
