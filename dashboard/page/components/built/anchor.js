// dashboard/page/components/page/anchor.js
var SETTLED_MS = 4e3;
var MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];
var isDone = false;
function anchor() {
  const named = decodeURIComponent(location.hash.slice(1));
  if (isDone || !named) return;
  isDone = true;
  const scroll = () => document.getElementById(named)?.scrollIntoView();
  const grown = new ResizeObserver(scroll);
  const leave = () => {
    grown.disconnect();
    MOVES.forEach((move) => window.removeEventListener(move, leave, true));
  };
  MOVES.forEach((move) => window.addEventListener(move, leave, true));
  document.querySelectorAll(".st-key-about-text").forEach((text) => grown.observe(text));
  setTimeout(leave, SETTLED_MS);
}
export {
  anchor as default
};
