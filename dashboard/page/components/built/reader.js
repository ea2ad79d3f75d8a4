// dashboard/page/components/shared/address.js
function address(articles, { embed = false, at = window.location.href } = {}) {
  const link = new URL(at), { searchParams } = link;
  if (!["articles", "article"].some((key) => searchParams.has(key))) searchParams.set("articles", articles);
  for (const key of ["embed", "embed_options"]) searchParams.delete(key);
  if (embed) searchParams.set("embed", "true");
  return link.href.replaceAll("%2C", ",");
}

// dashboard/page/components/shared/colours.js
function isDarkColour(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/\d+/g) ?? []).map(Number);
  const [red, green, blue] = parts;
  if (red === void 0 || green === void 0 || blue === void 0) return false;
  return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
}

// dashboard/page/components/shared/keys.js
function itemAfterKey(key, at, length) {
  const steps = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: length - 1
  };
  const to = steps[key];
  return to === void 0 ? void 0 : Math.max(0, Math.min(length - 1, to));
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
function isWebAddress(address2) {
  return /^https?:\/\//i.test(address2);
}
function sign(group, data) {
  return el("span", {
    class: "sign",
    "aria-hidden": "true",
    style: `color: var(--${group})`,
    text: markOf(group, data).glyph
  });
}
function markOf(group, data) {
  return data.marks[group] ?? { glyph: "", label: group };
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
function focusedIn(root) {
  const within = (
    /** @type {ShadowRoot | Document} */
    root.getRootNode()
  );
  return (
    /** @type {HTMLElement | null} */
    within.activeElement
  );
}
function byId(root, id) {
  return (
    /** @type {HTMLElement | null} */
    root.querySelector(`[data-id="${CSS.escape(id)}"]`)
  );
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
function stepped(event, items) {
  const from = items.indexOf(
    /** @type {HTMLElement} */
    event.currentTarget
  );
  const to = itemAfterKey(event.key, from, items.length);
  const item = to === void 0 ? void 0 : items[to];
  if (!item || event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  event.stopPropagation();
  onlyStop(items, item);
  item.focus();
  return true;
}
function onlyStop(items, stop = items[0]) {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

// dashboard/page/components/shared/tip.js
var GONE_MS = 160;
var EDGE = 8;
var shown = null;
var timer = 0;
function term(terms, key, text, extra = "") {
  const button = el("button", { class: `term ${extra}`, type: "button", "data-term": key, text });
  const meaning = terms[key] ?? "";
  button.onclick = () => {
    const hides = shown?.node === button && shown.byTap;
    if (hides) hideTip();
    else showTip(button, meaning).byTap = true;
  };
  return explained(button, meaning);
}
function explained(node, text) {
  node.addEventListener("pointerenter", (event) => {
    if (event.pointerType !== "touch") showTip(node, text);
  });
  node.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") hideSoon();
  });
  node.addEventListener("focus", () => {
    if (node.matches(":focus-visible")) showTip(node, text);
  });
  node.addEventListener("blur", hideTip);
  return node;
}
function showTip(node, text) {
  clearTimeout(timer);
  if (shown?.node === node) return shown;
  hideTip();
  const box = el("div", { class: "tip", role: "tooltip", id: "tip", popover: "manual", text });
  box.onpointerenter = () => clearTimeout(timer);
  box.onpointerleave = hideSoon;
  node.closest(".root")?.append(box);
  box.showPopover?.();
  node.setAttribute("aria-describedby", "tip");
  placeTip(node, box);
  shown = { node, box, byTap: false };
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("pointerdown", onPress, true);
  document.addEventListener("scroll", hideTip, { capture: true, once: true });
  return shown;
}
function placeTip(node, box) {
  const at = node.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(at.left, window.innerWidth - box.offsetWidth - EDGE));
  const below = at.bottom + 6 + box.offsetHeight < window.innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${below ? at.bottom + 6 : Math.max(EDGE, at.top - 6 - box.offsetHeight)}px`;
}
function hideSoon() {
  clearTimeout(timer);
  if (!shown?.byTap) timer = window.setTimeout(hideTip, GONE_MS);
}
function hideTip() {
  clearTimeout(timer);
  shown?.node.removeAttribute("aria-describedby");
  shown?.box.remove();
  shown = null;
  document.removeEventListener("keydown", onKey, true);
  document.removeEventListener("pointerdown", onPress, true);
}
function onKey(event) {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  hideTip();
}
function onPress(event) {
  const path = event.composedPath();
  if (!shown || !path.includes(shown.node) && !path.includes(shown.box)) hideTip();
}

// dashboard/page/components/reader/map_channel.js
function listenToMap(state, hear) {
  if (state.channel?.name === state.data.channel) return;
  state.channel?.close();
  state.channel = new BroadcastChannel(state.data.channel);
  state.channel.onmessage = ({ data }) => {
    if (data.to === "page") hear(data);
  };
}
function tellMap(state, message) {
  state.channel?.postMessage({ to: "map", ...message });
}
function leaveMap(state) {
  tellMap(state, { hint: "", ghost: null });
  state.channel?.close();
  state.channel = null;
}

// dashboard/page/components/reader/ghost.js
function showGhost(state, other) {
  if (state.ghost === (other?.id ?? "")) return;
  state.ghost = other?.id ?? "";
  tellMap(state, { ghost: other ? { lat: other.lat, lon: other.lon, name: other.name, outline: other.outline } : null });
}
function dropGhost(state) {
  state.held = null;
  showGhost(state, null);
}

// dashboard/page/components/reader/scrolling.js
var EDGE2 = 8;
function isWithin(box, pane, edge = EDGE2) {
  return box.top >= pane.top + edge && box.bottom <= pane.bottom - edge;
}
function scrollTo(box, pane, edge = EDGE2) {
  return isWithin(box, pane, edge) ? 0 : box.top - pane.top - (pane.bottom - pane.top) / 3;
}
function tickTop(top, pane) {
  const at = (top - (pane.top - pane.scrollTop)) / pane.scrollHeight;
  return `${(100 * at).toFixed(2)}%`;
}

// dashboard/page/components/reader/lights.js
function paneOf(state) {
  const pane = (
    /** @type {HTMLElement | null} */
    state.root.querySelector(".pane")
  );
  return { pane, scrolls: Boolean(pane && pane.scrollHeight > pane.clientHeight + 1) };
}
function lightText(state, moved) {
  const { place, mention } = state.data;
  let chosen = null;
  for (const one of state.marks) {
    one.classList.toggle("lit", Boolean(place) && one.dataset.place === place);
    const isCurrent = one.dataset.mention === String(mention);
    one.classList.toggle("current", isCurrent);
    if (isCurrent) {
      one.setAttribute("aria-current", "true");
      chosen = one;
    } else one.removeAttribute("aria-current");
  }
  chosen ??= state.marks.find((one) => one.classList.contains("lit")) ?? null;
  if (!chosen) return;
  if (state.turnedTo && state.turnedTo === chosen.dataset.mention) {
    state.reveal = true;
    state.turnedTo = null;
  }
  onlyStop(state.marks, chosen);
  if (moved || state.reveal) reveal(state, chosen);
}
function reveal(state, chosen) {
  const { pane, scrolls } = paneOf(state);
  if (pane && scrolls) pane.scrollTop += scrollTo(chosen.getBoundingClientRect(), pane.getBoundingClientRect());
  else if (state.reveal) chosen.scrollIntoView({ block: "center" });
  if (state.reveal) chosen.focus({ preventScroll: true });
  state.reveal = false;
}
function lightList(state, moved) {
  let chosen = null;
  for (
    const row of
    /** @type {NodeListOf<HTMLElement>} */
    state.root.querySelectorAll(".list .row")
  ) {
    const isCurrent = row.dataset.place ? row.dataset.place === state.data.place : false;
    row.classList.toggle("lit", isCurrent);
    if (isCurrent) {
      row.setAttribute("aria-current", "true");
      chosen = row;
    } else row.removeAttribute("aria-current");
  }
  const { pane, scrolls } = paneOf(state);
  if (!chosen || !moved || !pane || !scrolls) return;
  pane.scrollTop += scrollTo(chosen.getBoundingClientRect(), pane.getBoundingClientRect(), 0);
}
function lightPointed(state, place) {
  for (
    const one of
    /** @type {NodeListOf<HTMLElement>} */
    state.root.querySelectorAll("[data-place]")
  ) {
    one.classList.toggle("hinted", Boolean(place) && one.dataset.place === place);
  }
  drawTicks(state);
}
function drawTicks(state) {
  const { pane, scrolls } = paneOf(state), ruler = state.root.querySelector(".ticks");
  if (!pane || !ruler) return;
  const { scrollTop, scrollHeight } = pane, { top } = pane.getBoundingClientRect();
  const tick = (mark2) => el("i", {
    class: mark2.classList.contains("hinted") ? "tick hinted" : "tick",
    style: `top: ${tickTop(mark2.getBoundingClientRect().top, { top, scrollTop, scrollHeight })}`
  });
  const marks = scrolls ? state.marks.filter((mark2) => mark2.matches(".lit, .hinted")) : [];
  ruler.replaceChildren(...marks.map(tick));
}

// dashboard/page/components/reader/online_lookup.js
var SOON_MS = 1e3;
function startPolling(state) {
  stopPolling(state);
  const { every } = state.data.online;
  const ask = () => {
    if (!document.hidden) window.dispatchEvent(new Event("dateline-ask"));
  };
  const onAsked = (event) => {
    if (
      /** @type {CustomEvent<string>} */
      event.detail !== state.data.online.stamp
    ) state.redraw();
  };
  state.onAsked = onAsked;
  if (every) {
    state.asking = window.setInterval(ask, every);
    window.addEventListener("dateline-asked", onAsked);
  }
  state.catchingUp = window.setTimeout(() => {
    const stamp = document.documentElement.dataset.asked;
    if (stamp === void 0 || stamp === state.data.online.stamp) return;
    window.addEventListener("dateline-asked", onAsked);
    ask();
  }, SOON_MS);
}
function stopPolling(state) {
  clearInterval(state.asking);
  clearTimeout(state.catchingUp);
  if (state.onAsked) window.removeEventListener("dateline-asked", state.onAsked);
}
function againButton(state) {
  const { asking } = state.data.online;
  return el("button", {
    class: "do",
    type: "button",
    text: asking ? "Asking…" : "Try again",
    "data-id": "again",
    "aria-disabled": String(asking),
    onclick: () => {
      if (!asking) state.again();
    }
  });
}
function unavailableNote(state) {
  const { unavailable } = state.data.online;
  if (!unavailable) return null;
  return el("p", { class: "unavailable" }, el("span", { text: unavailable }), againButton(state));
}

// dashboard/page/components/reader/corrections.js
function eventOf(state, change) {
  const target = state.data.panel?.excerpt.target;
  return {
    scope: state.scope ?? "article",
    note: state.note ?? "",
    article: target?.reading ?? null,
    mention: target?.mention ?? null,
    ...change
  };
}
function correct(state, change) {
  state.correct(eventOf(state, change));
  if (change.do === "search") return;
  Object.assign(state, { note: "", sought: "", type: null });
  const pressed = focusedIn(state.root);
  if (pressed) pressed.dataset.id = "review-told";
}
function correctButton(state, text, change, label = text) {
  return el("button", { class: "do", type: "button", text, "aria-label": label, onclick: () => correct(state, change) });
}
function useButton(state, offer) {
  if (!state.data.review?.editing) return null;
  return correctButton(
    state,
    "Use this",
    { do: "place", place: offer.place, lat: offer.lat, lon: offer.lon },
    `Use ${offer.name}`
  );
}
function undo(state) {
  const { review: review2 } = state.data;
  if (!review2?.editing || !review2.last) return null;
  return el(
    "p",
    { class: "row-of" },
    el("span", { class: "quiet", tabindex: "-1", "data-id": "review-last", text: `Last change: ${review2.last}.` }),
    correctButton(state, "Undo", { do: "undo" }, `Undo: ${review2.last}`)
  );
}

// dashboard/page/components/reader/alternatives.js
function alternatives(state, others) {
  return el(
    "div",
    { class: "others", role: "group", "aria-label": "Other places it might be" },
    el("p", { class: "quiet", text: "It might also be one of these. Point at one, or tap it, to see where it lies." }),
    el("ul", {}, ...others.map((other) => el(
      "li",
      {},
      otherRow(state, other),
      useButton(state, { place: other.id, name: other.name })
    )))
  );
}
function otherRow(state, other) {
  const show = () => showGhost(state, other);
  const hide = () => showGhost(state, state.held);
  return el(
    "button",
    {
      class: "other",
      type: "button",
      "aria-pressed": String(state.held?.id === other.id),
      "data-id": `other-${other.id}`,
      "aria-label": `${other.name}, ${other.kind}, probability ${other.likelihood}. Show it on the map`,
      onpointerenter: (event) => {
        if (event.pointerType !== "touch") show();
      },
      onpointerleave: hide,
      onblur: hide,
      onfocus: (event) => {
        if (event.target.matches(":focus-visible")) show();
      },
      onclick: (event) => hold(state, other, event.currentTarget)
    },
    el("span", {}, other.name, el("span", { class: "quiet", text: ` · ${other.kind}` })),
    el("span", { class: "count", text: other.likelihood }),
    probabilityBar(other.share)
  );
}
function probabilityBar(share) {
  return el("span", { class: "bar", "aria-hidden": "true", style: `--share: ${(100 * share).toFixed(1)}%` });
}
function hold(state, other, row) {
  state.held = state.held?.id === other.id ? null : other;
  for (const each of row.closest("ul")?.querySelectorAll(".other") ?? []) {
    each.setAttribute("aria-pressed", String(Boolean(state.held) && each === row));
  }
  showGhost(state, state.held ?? other);
}

// dashboard/page/components/reader/selection.js
function patchOfSelection(target) {
  return target.place ? { ...target, center: null, zoom: null } : { ...target };
}
function patchOfMapChoice(target, { center, zoom }) {
  const at = center.map((degrees) => degrees.toFixed(5)).join(",");
  return { ...target, center: at, zoom: String(zoom) };
}
function selectPlace(state, target) {
  if (target.place) {
    tellMap(state, { select: target.place, follow: true });
    foresee(state, target);
  } else state.isCalled = true;
  state.send(patchOfSelection(target));
}
function chosenOnMap(state, choice2) {
  const target = state.data.openings[choice2.select];
  if (!target || choice2.select === state.data.place) return;
  foresee(state, target);
  state.isCalled = true;
  state.send(patchOfMapChoice(target, choice2));
}
function foresee(state, target) {
  const isElsewhere = target.reading !== state.data.reading;
  Object.assign(state.data, { place: target.place, mention: isElsewhere ? null : Number(target.mention) });
  if (state.data.embed) return;
  if (state.data.tab === "places") lightList(state, true);
  else lightText(state, !isElsewhere);
  drawTicks(state);
}

// dashboard/page/components/reader/places_list.js
function drawList(state) {
  const { data } = state;
  const list = el("div", { class: "list" });
  const rows = data.rows.map((row) => placeRow(state, row));
  const missing = data.missing.map((row) => missingRow(state, row));
  if (data.hidden && data.panel) list.append(hiddenNote(state));
  if (rows.length) list.append(el("div", { role: "list", "aria-label": "Places on the map" }, ...listItems(rows)));
  else list.append(el("p", { class: "empty", text: missing.length ? "None of these names is on the map." : "No places." }));
  if (missing.length) {
    list.append(
      el("h3", { tabindex: "-1", "data-id": "missing" }, term(data.terms, "missing", `Not on the map (${missing.length})`)),
      unavailableNote(state) ?? "",
      el("div", { role: "list", "aria-label": "Names that are not on the map" }, ...listItems(missing))
    );
  }
  return list;
}
function hiddenNote(state) {
  return el("p", { class: "hidden-note" }, el("span", { text: state.data.hidden }), el("button", {
    class: "link",
    type: "button",
    text: "Show them",
    onclick: () => state.send({ sure: null })
  }));
}
function listItems(rows) {
  onlyStop(rows);
  return rows.map((row) => {
    row.onkeydown = (event) => {
      stepped(event, rows);
    };
    return el("div", { role: "listitem" }, row);
  });
}
function placeRow(state, row) {
  const groups = row.groups.map((group) => markOf(group, state.data).label).join(", ");
  return el(
    "button",
    {
      class: "row",
      type: "button",
      "data-place": row.id,
      "data-id": `row-${row.id}`,
      onclick: () => selectPlace(state, row.target),
      "aria-label": `${row.name}, ${row.where}, ${row.counted}, ${row.likelihood}, ${groups}`
    },
    signs(state, row.groups),
    el("span", { class: "row-name", text: row.name }),
    el("span", { class: "row-count", text: `${row.count}×` }),
    el("span", { class: "row-where quiet", text: row.where }),
    el("span", { class: "row-likely quiet", text: row.likelihood })
  );
}
function missingRow(state, row) {
  return el(
    "button",
    {
      class: "row is-missing",
      type: "button",
      "data-mention": row.target.mention,
      "data-id": `missing-${row.target.reading}-${row.target.mention}`,
      onclick: () => state.send({ ...row.target }),
      "aria-label": `${row.name}, ${row.counted}: ${row.reason}`
    },
    signs(state, row.groups),
    el("span", { class: "row-name", text: row.name }),
    el("span", { class: "row-count", text: `${row.count}×` }),
    el("span", { class: "row-where quiet", text: row.reason })
  );
}
function signs(state, groups) {
  return el("span", { class: "signs" }, ...groups.map((group) => sign(group, state.data)));
}

// dashboard/page/components/reader/pointing.js
function pointing(state, node) {
  node.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") point(state, placeAt(event));
  });
  node.addEventListener("pointerleave", () => point(state, ""));
  node.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.matches(":focus-visible")) point(state, placeAt(event));
  });
  node.addEventListener("focusout", () => point(state, ""));
  return node;
}
function placeAt({ target }) {
  const node = target instanceof Element ? target.closest("[data-place]") : null;
  return node instanceof HTMLElement ? node.dataset.place ?? "" : "";
}
function point(state, place) {
  if (state.pointed === place) return;
  state.pointed = place;
  lightPointed(state, place);
  tellMap(state, { hint: place });
}

// dashboard/page/components/reader/point_picker.js
function mapInFrame() {
  const frame = (
    /** @type {HTMLIFrameElement | null} */
    document.querySelector("iframe[title*='st_folium']")
  );
  const inside = (
    /** @type {(Window & { dateline?: { map?: L.Map } }) | null | undefined} */
    frame?.contentWindow
  );
  return inside?.dateline?.map;
}
function pickPoint(state, form) {
  if (state.stopPicking) return state.stopPicking();
  const map = mapInFrame();
  if (!map) return;
  const ground = map.getContainer(), pages = [document, ground.ownerDocument];
  const note = el("p", {
    class: "told",
    role: "status",
    text: "Click or tap the spot on the map. Escape, or the button again, leaves it as it is."
  });
  const stop = () => {
    ground.removeEventListener("click", onClick, true);
    ground.classList.remove("dl-picking");
    pages.forEach((page) => page.removeEventListener("keydown", onKey2, true));
    note.remove();
    state.stopPicking = null;
  };
  const onClick = (event) => {
    const target = (
      /** @type {Element | null} */
      event.target
    );
    if (wasDragged(map) || target?.closest(".leaflet-control")) return;
    event.stopImmediatePropagation();
    const at = map.mouseEventToLatLng(event).wrap();
    stop();
    const words = `${at.lat.toFixed(5)}, ${at.lng.toFixed(5)}`;
    state.sought = words;
    correct(state, { do: "search", words });
  };
  const onKey2 = (event) => {
    if (event.key === "Escape") stop();
  };
  state.stopPicking = stop;
  ground.classList.add("dl-picking");
  ground.addEventListener("click", onClick, true);
  pages.forEach((page) => page.addEventListener("keydown", onKey2, true));
  form.after(note);
}
function wasDragged(map) {
  return (
    /** @type {L.Handler & { moved(): boolean }} */
    map.dragging.moved()
  );
}

// dashboard/page/components/reader/review.js
var OFFERED = 2;
var REVIEWS = { automatic: "Automatic: nobody has looked at it yet.", verified: "✓ Verified", flagged: "⚑ Flagged" };
function likelyCorrections(state, place) {
  const { alternatives: others, review: now } = place.excerpt, { review: offers } = state.data;
  if (!offers?.editing || !place.id || now === "verified" || !others.length) return null;
  const reach = offers.scopes.find(([value]) => value === (state.scope ?? "article"))?.[1] ?? "";
  return el(
    "p",
    { class: "row-of rather" },
    el("span", { class: "quiet", text: "Not there? Rather" }),
    ...others.slice(0, OFFERED).map((other) => el("button", {
      class: "do",
      type: "button",
      text: other.name,
      "aria-label": `Use ${other.name}`,
      title: `Corrects ${reach}`,
      onpointerenter: (event) => {
        if (event.pointerType !== "touch") showGhost(state, other);
      },
      onpointerleave: () => showGhost(state, state.held),
      onclick: () => correct(state, { do: "place", place: other.id })
    }))
  );
}
function review(state, place) {
  const status = el("p", {
    class: "told",
    tabindex: "-1",
    "data-id": "review-told",
    text: REVIEWS[place.excerpt.review] ?? ""
  });
  const { review: offers } = state.data;
  if (!offers?.editing) return [status];
  return [el(
    "section",
    { class: "review", "aria-label": "Correct this place" },
    status,
    scopeField(state, offers),
    answers(state, place),
    searchForm(state),
    searchResult(state, offers, place),
    typeField(state, offers, place),
    noteField(state),
    offers.said ? el("p", { class: "missing", role: "alert", text: offers.said }) : null
  )];
}
function answers(state, place) {
  return el(
    "p",
    { class: "row-of" },
    place.id ? correctButton(state, "✓ Looks right", { do: "confirmed" }, "Looks right") : null,
    correctButton(state, "⚑ Flag", { do: "flagged" }, "Flag as doubtful"),
    correctButton(state, "Not a place", { do: "not a place" }),
    place.excerpt.review === "automatic" ? null : correctButton(
      state,
      "Back to automatic",
      { do: "reset" },
      "Back to automatic: undo every correction of this mention"
    )
  );
}
function choiceField(label, options, chosen, id, onchoice) {
  const field = el(
    "select",
    { "data-id": id, "aria-label": label, onchange: () => {
      onchoice(field.value);
    } },
    ...options.map(([value, text]) => el("option", { value, text, selected: value === chosen }))
  );
  return el("label", { class: "field" }, el("span", { text: label }), field);
}
function scopeField(state, offers) {
  return choiceField("Change", offers.scopes, state.scope ?? "article", "review-reach", (value) => {
    state.scope = value;
  });
}
function typeField(state, offers, place) {
  const { meant, target } = place.excerpt, key = `${target.reading} ${target.mention}`;
  const chosen = state.type?.key === key ? state.type : { key, value: meant };
  state.type = chosen;
  return el(
    "div",
    { class: "row-of" },
    choiceField("What is meant", offers.types, chosen.value, "review-type", (value) => {
      chosen.value = value;
    }),
    el("button", {
      class: "do",
      type: "button",
      text: "Change the type",
      onclick: () => correct(state, { do: "type", type: chosen.value })
    })
  );
}
function searchForm(state) {
  const field = el("input", {
    type: "search",
    maxlength: "200",
    "data-id": "review-search",
    value: state.sought ?? "",
    placeholder: "Another place, or latitude, longitude",
    "aria-label": "Search the gazetteer",
    oninput: () => {
      state.sought = field.value;
    }
  });
  const form = el(
    "form",
    { class: "row-of", role: "search", onsubmit: (event) => {
      event.preventDefault();
      correct(state, { do: "search", words: field.value });
    } },
    field,
    el("button", { class: "do", type: "submit", text: "Search", "data-id": "review-find" }),
    el("button", { class: "do", type: "button", text: "Point on the map", "data-id": "review-point", onclick: () => {
      pickPoint(state, form);
    } })
  );
  return form;
}
function searchResult(state, offers, place) {
  const result = offers.found, { target } = place.excerpt;
  if (!result || result.article !== target.reading || result.mention !== target.mention) return null;
  return el(
    "ul",
    { class: "found", "aria-label": "Found in the gazetteer" },
    ...result.places.map((offer) => el("li", {}, el("span", { text: offer.name }), useButton(state, offer)))
  );
}
function noteField(state) {
  const field = el("input", {
    type: "text",
    maxlength: "300",
    "data-id": "review-note",
    value: state.note ?? "",
    oninput: () => {
      state.note = field.value;
    }
  });
  return el("label", { class: "field" }, el("span", { text: "Note with the next change (optional)" }), field);
}

// dashboard/page/components/reader/panel.js
function drawPanel(state) {
  const { panel } = state.data;
  return el(
    "section",
    { class: "panel", "aria-label": "Selected place" },
    ...panel ? selected(state, panel) : invitation(state)
  );
}
function invitation(state) {
  const { data } = state, { reset } = data;
  const about = data.focus.map((place) => el("button", {
    class: "about",
    type: "button",
    text: place.name,
    onclick: () => selectPlace(state, place.target)
  }));
  return [
    el("h2", { text: data.summary }),
    el("p", { class: "quiet", text: data.invitation }),
    reset && data.empty ? el("p", {}, el("button", {
      class: "link",
      type: "button",
      text: "Show everything again",
      "data-id": "show-all",
      onclick: () => state.send(reset)
    })) : null,
    data.hidden ? hiddenNote(state) : null,
    about.length ? el("p", { class: "abouts" }, term(data.terms, "focus", "Mostly about"), ...about) : null,
    undo(state),
    data.top.length ? mostMentioned(state) : null
  ];
}
function mostMentioned(state) {
  const rows = state.data.top.map((row) => el(
    "button",
    {
      class: "top-row",
      type: "button",
      "data-place": row.id,
      "data-id": `top-${row.id}`,
      onclick: () => selectPlace(state, row.target),
      "aria-label": `${row.name}, ${row.counted}`
    },
    signs(state, row.groups),
    el("span", { class: "row-name", text: row.name }),
    el("span", { class: "row-count", text: `${row.count}×` })
  ));
  return pointing(state, el("div", { class: "top" }, el("h3", { text: "Places, most mentioned first" }), ...listItems(rows)));
}
function selected(state, place) {
  const { terms } = state.data;
  const close = el("button", {
    class: "close",
    type: "button",
    "aria-label": "Close the selected place",
    title: "Close",
    text: "✕",
    onclick: () => state.send({ place: null, mention: null })
  });
  return [
    el(
      "header",
      {},
      el(
        "div",
        { class: "who" },
        el("h2", { text: place.name, tabindex: "-1", "data-id": "panel-name" }),
        el("p", { class: "quiet" }, place.missing ? term(terms, "missing", place.where) : place.where)
      ),
      close
    ),
    el(
      "p",
      { class: "facts" },
      ...tallies(state, place),
      el("span", { text: place.count }),
      place.likelihood ? term(terms, place.sureness, place.likelihood, "likely") : null,
      place.approximate ? term(terms, "approximate", place.approximate) : null
    ),
    place.missing ? el("p", { class: "missing" }, el("span", { text: place.missing }), place.unavailable ? againButton(state) : null) : null,
    likelyCorrections(state, place),
    excerpt(state, place.excerpt),
    actions(state, place),
    undo(state),
    why(state, place)
  ];
}
function tallies(state, place) {
  return place.groups.map(([group, count]) => {
    const label = `${markOf(group, state.data).label}: ${count}`;
    return el(
      "span",
      { class: "tally", role: "img", title: label, "aria-label": label },
      sign(group, state.data),
      place.groups.length > 1 ? el("span", { text: String(count) }) : null
    );
  });
}
function excerpt(state, one) {
  return el(
    "figure",
    { class: "excerpt", style: `--tint: var(--${one.group})` },
    el(
      "blockquote",
      { dir: "auto" },
      document.createTextNode(one.before),
      el("mark", { class: `g-${one.group}`, text: one.name }),
      document.createTextNode(one.after)
    ),
    el("figcaption", { class: "quiet" }, term(state.data.terms, one.meant, one.type), ` · ${one.credit}`)
  );
}
function actions(state, place) {
  const one = place.excerpt, { data } = state;
  const status = el("span", { class: "said", role: "status" });
  return el(
    "div",
    { class: "actions" },
    place.total > 1 ? excerptPager(state, place) : null,
    data.embed ? null : el("button", {
      class: "link",
      type: "button",
      text: "Show in the article",
      onclick: () => {
        state.reveal = true;
        if (state.data.tab === "article" && state.data.reading === one.article) lightText(state, true);
        state.send({ ...one.target, tab: null });
      }
    }),
    isWebAddress(one.link) ? el("a", {
      class: "link",
      href: one.link,
      target: "_blank",
      rel: "noopener noreferrer",
      text: "Open where it was published"
    }) : null,
    el("button", {
      class: "link",
      type: "button",
      text: "Copy excerpt and citation",
      onclick: async () => {
        status.textContent = await copied(one.citation) ? "Copied." : "Your browser does not allow copying.";
      }
    }),
    status
  );
}
function excerptPager(state, place) {
  const turn = (label, text, to) => el("button", {
    class: "turn",
    type: "button",
    "aria-label": label,
    title: label,
    text,
    "aria-disabled": String(!to),
    onclick: () => {
      if (to) state.send({ ...to });
    },
    "data-id": label
  });
  return el(
    "span",
    { class: "pager", role: "group", "aria-label": "Excerpts", onkeydown: (event) => {
      const to = event.key === "ArrowLeft" ? place.previous : event.key === "ArrowRight" ? place.next : null;
      if (to) {
        event.preventDefault();
        state.send({ ...to });
      }
    } },
    turn("Previous excerpt", "‹", place.previous),
    el("span", { text: `${place.at} of ${place.total}`, "aria-live": "polite" }),
    turn("Next excerpt", "›", place.next)
  );
}
function unfold(state, details) {
  if (details.open && !state.why) {
    const panel = details.closest(".panel");
    if (panel instanceof HTMLElement) {
      panel.scrollTop = Math.min(panel.scrollHeight, details.offsetTop - panel.offsetTop - 12);
    }
    const current = state.marks.find((mark2) => mark2.classList.contains("current"));
    if (current && !state.data.embed) reveal(state, current);
  }
  state.why = details.open;
}
function why(state, place) {
  const { reasons, likelihood, share, alternatives: others } = place.excerpt;
  const details = el(
    "details",
    { open: state.why, ontoggle: () => {
      unfold(state, details);
    } },
    el("summary", { text: place.missing ? "Why not?" : "Why here?" }),
    likelihood ? el("p", { class: "this" }, el("span", { text: `This mention: ${likelihood}` }), probabilityBar(share)) : null,
    reasons.length ? el("ul", {}, ...reasons.map((reason) => el("li", { text: reason }))) : el("p", { class: "quiet", text: "No reason was recorded." }),
    others.length ? alternatives(state, others) : null,
    ...review(state, place)
  );
  return details;
}

// dashboard/page/components/reader/text.js
function drawText(state) {
  const { data } = state;
  const article = el("article", { class: "text", "aria-label": "Article" });
  if (data.readable.length > 1) article.append(choice(state));
  if (data.language) article.append(el("p", { class: "note", text: data.language }));
  if (data.title.length) article.append(el("h3", { dir: "auto" }, ...marked(state, data.title)));
  if (data.part) article.append(partNote(state, data.part));
  article.append(...data.paragraphs.map((nodes) => el("p", { dir: "auto" }, ...marked(state, nodes))));
  if (data.part) article.append(partNote(state, data.part));
  if (!data.paragraphs.length && !data.title.length) {
    article.append(el("p", { class: "quiet", text: "This article has no text." }));
  }
  if (data.note) article.append(el("p", { class: "note", text: data.note }));
  state.marks = [...article.querySelectorAll("mark")];
  if (state.marks[0]) state.marks[0].tabIndex = 0;
  return article;
}
function partNote(state, part) {
  const way = (label, target) => target && el("button", {
    class: "link",
    type: "button",
    text: label,
    onclick: () => {
      state.turnedTo = target.mention;
      selectPlace(state, target);
    }
  });
  return el(
    "p",
    { class: "note turning" },
    el("span", { text: part.said }),
    way("Previous part", part.previous),
    way("Next part", part.next)
  );
}
function choice(state) {
  const select = el("select", { "aria-label": "Article to read", onchange: () => {
    state.send({ reading: select.value, place: null, mention: null });
  } }, ...state.data.readable.map((article) => el("option", {
    value: article.id,
    text: article.title,
    selected: article.id === state.data.reading
  })));
  return el("label", { class: "choice" }, el("span", { text: "Reading" }), select);
}
function marked(state, nodes) {
  return nodes.map((node) => typeof node === "string" ? document.createTextNode(node) : mark(state, node));
}
function mark(state, node) {
  const select = (event) => {
    event.stopPropagation();
    selectPlace(state, { place: node.p || null, mention: String(node.i), reading: state.data.reading });
  };
  return el("mark", {
    class: `g-${node.g} is-${node.s}`,
    role: "link",
    tabindex: "-1",
    "aria-label": node.l,
    title: node.l,
    "data-mention": String(node.i),
    "data-place": node.p,
    "data-id": `mark-${state.data.reading}-${node.i}`,
    onclick: select,
    onkeydown: (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        select(event);
      } else stepped(event, state.marks);
    }
  }, ...marked(state, node.c));
}

// dashboard/page/components/reader/reader.js
var states = /* @__PURE__ */ new WeakMap();
function reader(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component), before = states.get(parentElement);
  const state = Object.assign(before ?? { data, why: false, reveal: false, drawnFrom: "", marks: [] }, {
    root,
    send: (patch) => setTriggerValue("patch", patch),
    correct: (change) => setTriggerValue("review", change),
    redraw: () => setTriggerValue("redraw", Date.now()),
    again: () => setTriggerValue("again", Date.now())
  });
  states.set(parentElement, state);
  steadily(state, data, () => draw(state, before ? state.data : null, data));
  startPolling(state);
  listenToMap(state, (message) => {
    if (message.hint !== void 0) lightPointed(state, message.hint);
    if (message.select !== void 0) chosenOnMap(state, message);
  });
  const dark = root.classList.contains("dark");
  if (dark !== data.dark && state.toldDark !== dark) {
    state.toldDark = dark;
    setTriggerValue("dark", dark ? "dark" : "light");
  }
  return () => {
    stopPolling(state);
    leaveMap(state);
  };
}
function steadily(state, data, redraw) {
  const boxOfName = () => state.marks.find((mark2) => mark2.dataset.mention === String(data.mention))?.getBoundingClientRect();
  const before = boxOfName();
  const isSeen = before && before.bottom > 0 && before.top < window.innerHeight;
  const { isCalled } = state;
  state.isCalled = false;
  redraw();
  const { pane, scrolls } = paneOf(state);
  if (!pane) return;
  const after = isSeen ? boxOfName() : void 0, by = before && after ? after.top - before.top : 0;
  if (scrolls) {
    if (before && isWithin(before, pane.getBoundingClientRect())) pane.scrollTop += by;
  } else if (isCalled) state.root.querySelector(".panel")?.scrollIntoView({ block: "nearest" });
  else scrollPage(by);
}
function scrollPage(by) {
  const page = document.querySelector("[data-testid='stMain']");
  if (page) page.scrollTop += by;
}
function draw(state, before, data) {
  state.data = data;
  const isOther = (...keys) => keys.some((key) => before?.[key] !== data[key]);
  if (isOther("place", "mention")) dropGhost(state);
  if (isOther("place")) tellMap(state, { select: data.place, follow: !data.held });
  hideTip();
  if (data.embed) return drawEmbedded(state);
  const focus = focusedIn(state.root)?.dataset.id;
  const drawnFrom = JSON.stringify([
    data.tab,
    data.reading,
    data.title,
    data.paragraphs,
    data.readable,
    data.count,
    data.rows,
    data.missing,
    data.hidden,
    Boolean(data.panel),
    data.language,
    data.online.unavailable,
    data.online.asking
  ]);
  if (drawnFrom !== state.drawnFrom || !paneOf(state).pane) {
    state.drawnFrom = drawnFrom;
    drawPane(state, isOther("tab", "reading"));
  } else {
    state.root.querySelector(".panel")?.replaceWith(drawPanel(state));
  }
  const moved = isOther("place", "mention", "reading", "tab");
  if (data.tab === "places") {
    state.marks = [];
    lightList(state, moved);
  } else lightText(state, moved);
  drawTicks(state);
  if (focus) refocus(state, focus);
}
function drawPane(state, isAnother) {
  const content = state.data.tab === "places" ? drawList(state) : drawText(state);
  const scrolled = isAnother ? 0 : paneOf(state).pane?.scrollTop ?? 0;
  const pane = pointing(state, el("div", {
    class: "pane",
    role: "tabpanel",
    id: "pane",
    "aria-labelledby": `tab-${state.data.tab}`
  }, content));
  state.root.replaceChildren(
    drawPanel(state),
    tabs(state),
    el("div", { class: "shelf" }, pane, el("div", { class: "ticks", "aria-hidden": "true" }))
  );
  pane.scrollTop = scrolled;
}
var INSTEAD = { again: ["missing", "tab-places"], "review-told": ["review-last", "panel-name"] };
function refocus(state, focus) {
  const target = [focus, ...INSTEAD[focus] ?? []].map((id) => byId(state.root, id)).find((one) => one?.checkVisibility());
  if (!target) return;
  target.focus({ preventScroll: true });
  if (state.marks.includes(target)) onlyStop(state.marks, target);
}
function drawEmbedded(state) {
  const open = el("a", { class: "open", target: "_blank", rel: "noopener", text: "Open in Dateline" });
  const aim = () => {
    open.href = address(state.data.pinned);
  };
  ["pointerenter", "pointerdown", "focus"].forEach((kind) => open.addEventListener(kind, aim));
  aim();
  const focus = focusedIn(state.root)?.dataset.id;
  state.root.classList.add("embedded");
  state.root.replaceChildren(drawPanel(state), open);
  if (focus) byId(state.root, focus)?.focus({ preventScroll: true });
}
function tabs(state) {
  const both = [];
  const tab = (key, label, count) => el("button", {
    class: "tab",
    type: "button",
    role: "tab",
    id: `tab-${key}`,
    "aria-controls": "pane",
    "aria-selected": String(state.data.tab === key),
    "data-id": `tab-${key}`,
    tabindex: state.data.tab === key ? "0" : "-1",
    onclick: () => state.send({ tab: key === "article" ? null : key }),
    onkeydown: (event) => {
      if (event.key.startsWith("Arrow")) stepped(event, both);
    }
  }, el("span", { text: label }), count === null ? null : el("span", { class: "count", text: ` ${count}` }));
  both.push(tab("article", "Article", null), tab("places", "Places", state.data.count));
  return el("div", { class: "tabs", role: "tablist", "aria-label": "Beside the map" }, ...both);
}
export {
  reader as default
};
