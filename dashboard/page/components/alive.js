// Is the session still there, once a lost connection is back? A server that ended took it along, and
// Streamlit's page would show what it shows and answer nothing more: then it is opened anew, by its
// address. A session that answers is left as it is, with what was pasted into it.
const PATIENCE_MS = 4000;

export default function alive(component) {
  const app = document.querySelector("[data-testid='stApp']");
  const is = (name, value) => app.getAttribute(`data-test-${name}-state`) === value;
  clearTimeout(window.datelineUnanswered); // each answer of the server leads here
  const wait = () => {
    window.datelineUnanswered = setTimeout(
      () => (is("script", "running") ? wait() : location.reload()), PATIENCE_MS);
  };
  let lost = false;
  const watch = new MutationObserver(() => {
    if (!is("connection", "CONNECTED")) {
      lost = true;
      clearTimeout(window.datelineUnanswered);
    } else if (lost) {
      lost = false;
      component.setTriggerValue("asked", Date.now());
      wait();
    }
  });
  watch.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
  return () => watch.disconnect();
}
