/* The tie between map and text, without a run of the page: a BroadcastChannel whose name the
   page gives. Each message is { to, ... } with some of:
     hint: the id of the place pointed at, or ""      (both ways)
     select: the id of the place chosen, or ""        (both ways; from the map with its camera,
             to the map with follow: whether to fly there)
     ghost: where else a mention might lie, or null   (to the map)
   The one-file page has no channel: it sets `dateline.tell` itself. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  /* Milliseconds: the page's answer to a selection comes first, a flight is heavy to draw. */
  const BEFORE_FLIGHT = 150;
  let channel = null;

  dateline.tell = (message) => { if (channel) channel.postMessage({ to: "page", ...message }); };

  dateline.tie = function (name) {
    if (!name || (channel && channel.name === name)) return;
    if (channel) channel.close();
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => { if (data.to === "map") hear(data); };
  };

  function hear(message) {
    if ("hint" in message) dateline.hint(message.hint);
    if ("ghost" in message) dateline.ghost(message.ghost);
    if ("select" in message) dateline.select(message.select, message.follow);
  }

  /* Shows a place, or none (""), as selected. */
  dateline.select = function (id, follow) {
    if (!dateline.wanted || dateline.wanted.selected === id) return;
    dateline.wanted = { ...dateline.wanted, selected: id };
    dateline.markAll();
    if (follow) setTimeout(() => { if (dateline.wanted.selected === id) dateline.follow(id, true); }, BEFORE_FLIGHT);
  };

  /* The reader's choice on the map. The map stays: the reader is looking at the place. */
  dateline.chosen = function (id) {
    const { lat, lng } = dateline.map.getCenter();
    dateline.select(id, false);
    dateline.tell({ select: id, center: [lat, lng], zoom: dateline.map.getZoom() });
  };
})(window.dateline);
