// Back to where the reader was before signing in or out led away from the page.
export default function comeback({ data }) {
  const KEY = "dateline-left";
  const store = window.sessionStorage;
  // Signing out is told before it leads away: who counts is who opened this page.
  window.datelineReader ??= data.who;
  const left = JSON.parse(store.getItem(KEY) ?? "null");
  store.removeItem(KEY);
  if (left && left.who !== data.who && left.page !== location.href) location.replace(left.page);
  const leave = () =>
    store.setItem(KEY, JSON.stringify({ who: window.datelineReader, page: location.href }));
  window.addEventListener("pagehide", leave);
  return () => window.removeEventListener("pagehide", leave);
}
