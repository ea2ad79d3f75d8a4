// Ticks beside the text, like those of a search on a page: where the mentions of the selected
// place stand, and of the one pointed at, the scrolled-out ones too.

function drawTicks(state) {
  const pane = state.root.querySelector(".pane"), ruler = state.root.querySelector(".ticks");
  if (!pane || !ruler) return;
  const isScrolled = pane.scrollHeight > pane.clientHeight + 1;
  const top = pane.getBoundingClientRect().top - pane.scrollTop;
  const tick = (mark) => {
    const at = (mark.getBoundingClientRect().top - top) / pane.scrollHeight;
    const kind = mark.classList.contains("hinted") ? "tick hinted" : "tick";
    return el("i", { class: kind, style: `top: ${(100 * at).toFixed(2)}%` });
  };
  const marks = isScrolled ? state.marks.filter((mark) => mark.matches(".lit, .hinted")) : [];
  ruler.replaceChildren(...marks.map(tick));
}
