/* Words of the legend that explain themselves: by pointing, by focus, by a press. What is said
   stays while it is pointed at; Escape or a press elsewhere hides it (WCAG 2.2, 1.4.13). */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const GONE = 160, EDGE = 8, WIDTH = 240;
  let shown = null, timer = 0;

  /* A button that reads as these words, and says what they mean. */
  dateline.term = function (words, said) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "dl-term";
    button.textContent = words;
    const byMouse = (act) => (event) => { if (event.pointerType !== "touch") act(); };
    button.addEventListener("pointerenter", byMouse(() => show(button, said)));
    button.addEventListener("pointerleave", byMouse(hideSoon));
    button.addEventListener("focus", () => { if (button.matches(":focus-visible")) show(button, said); });
    button.addEventListener("blur", hide);
    button.addEventListener("click", () => press(button, said));
    return button;
  };

  function press(button, said) {
    if (shown && shown.button === button && shown.stays) return hide();
    show(button, said);
    shown.stays = true;
  }

  function show(button, said) {
    clearTimeout(timer);
    if (shown && shown.button === button) return;
    hide();
    const box = document.createElement("div");
    Object.assign(box, { className: "dl-tip", id: "dl-tip", textContent: said });
    box.setAttribute("role", "tooltip");
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    box.addEventListener("pointerleave", hideSoon);
    button.closest(".leaflet-container").append(box);
    button.setAttribute("aria-describedby", box.id);
    place(button, box);
    shown = { button, box, stays: false };
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("pointerdown", onPress, true);
  }

  /* Beside the legend where there is room, else above or below the word. */
  function place(button, box) {
    const whole = box.parentElement.getBoundingClientRect(), at = button.getBoundingClientRect();
    const legend = button.closest(".dl-legend").getBoundingClientRect();
    const isBeside = whole.right - legend.right > WIDTH + 2 * EDGE;
    const above = at.top - whole.top - box.offsetHeight - 4;
    const below = at.bottom - whole.top + 4;
    const left = isBeside ? legend.right + EDGE : at.left;
    const top = isBeside ? at.top - whole.top : above > EDGE ? above : below;
    const within = (value, most) => Math.max(EDGE, Math.min(value, most - EDGE));
    box.style.left = `${within(left - whole.left, whole.width - box.offsetWidth)}px`;
    box.style.top = `${within(top, whole.height - box.offsetHeight)}px`;
  }

  function hideSoon() {
    clearTimeout(timer);
    if (shown && !shown.stays) timer = setTimeout(hide, GONE);
  }

  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.button.removeAttribute("aria-describedby");
    shown.box.remove();
    shown = null;
    document.removeEventListener("keydown", onKey, true);
    document.removeEventListener("pointerdown", onPress, true);
  }

  function onKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    hide();
  }

  function onPress(event) {
    if (![shown.button, shown.box].some((node) => node.contains(event.target))) hide();
  }
})(window.dateline);
