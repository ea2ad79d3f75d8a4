// Leads to the heading that the address names. Streamlit does so as soon as the heading is there,
// and what is drawn above it afterwards pushes it away again.
const SETTLED_MS = 4000;
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];
let isLed = false;

export default function anchor() {
  const named = decodeURIComponent(location.hash.slice(1));
  if (isLed || !named) return;
  isLed = true;
  const lead = () => document.getElementById(named)?.scrollIntoView();
  const grown = new ResizeObserver(lead);
  // A reader who moves by themselves is left alone, and so is a page that has come to rest.
  const leave = () => {
    grown.disconnect();
    MOVES.forEach((move) => window.removeEventListener(move, leave, true));
  };
  MOVES.forEach((move) => window.addEventListener(move, leave, true));
  document.querySelectorAll(".st-key-about-text").forEach((text) => grown.observe(text));
  setTimeout(leave, SETTLED_MS);
}
