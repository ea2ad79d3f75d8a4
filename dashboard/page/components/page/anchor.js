// Leads to the heading that the address names. Streamlit does so as soon as the heading is there,
// and what is drawn above it afterwards pushes it away again.

const SETTLED_MS = 4000;
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];
let isDone = false;

export default function anchor() {
  const named = decodeURIComponent(location.hash.slice(1));
  if (isDone || !named) return;
  isDone = true;
  const scroll = () => document.getElementById(named)?.scrollIntoView();
  const grown = new ResizeObserver(scroll);
  // A reader who moves by themselves is left alone, and so is a page that has come to rest.
  const leave = () => {
    grown.disconnect();
    MOVES.forEach((move) => window.removeEventListener(move, leave, true));
  };
  MOVES.forEach((move) => window.addEventListener(move, leave, true));
  document.querySelectorAll(".st-key-about-text").forEach((text) => grown.observe(text));
  setTimeout(leave, SETTLED_MS);
}
