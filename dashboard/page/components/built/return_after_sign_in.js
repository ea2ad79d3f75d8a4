// dashboard/page/components/page/return_after_sign_in.js
var KEY = "dateline-left";
function returnAfterSignIn({ data }) {
  const store = window.sessionStorage, page = (
    /** @type {Page} */
    window
  );
  page.datelineReader ??= data.who;
  const left = JSON.parse(store.getItem(KEY) ?? "null");
  store.removeItem(KEY);
  if (left && left.who !== data.who && left.page !== location.href) location.replace(left.page);
  const leave = () => store.setItem(KEY, JSON.stringify({ who: page.datelineReader, page: location.href }));
  window.addEventListener("pagehide", leave);
  return () => window.removeEventListener("pagehide", leave);
}
export {
  returnAfterSignIn as default
};
