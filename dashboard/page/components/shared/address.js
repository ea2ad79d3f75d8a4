// The address of what is seen. It is read when asked for, so it is never old.

/**
 * The articles shown are named even where the page was opened without naming them.
 * @param {string} articles by comma
 * @param {{ embed?: boolean, at?: string }} [options] `embed`: of the page without its frame;
 * `at`: the browser's address
 */
export function address(articles, { embed = false, at = window.location.href } = {}) {
  const link = new URL(at), { searchParams } = link;
  if (!["articles", "article"].some((key) => searchParams.has(key))) searchParams.set("articles", articles);
  for (const key of ["embed", "embed_options"]) searchParams.delete(key);
  if (embed) searchParams.set("embed", "true");
  return link.href.replaceAll("%2C", ",");
}

/**
 * The code that puts this view into another page.
 * @param {string} articles by comma
 * @param {string} title
 * @param {string} [at] the browser's address
 */
export function frameCode(articles, title, at) {
  const quoted = (/** @type {string} */ text) => text.replace(/[&<>"']/g, (one) => `&#${one.codePointAt(0)};`);
  const framed = address(articles, at === undefined ? { embed: true } : { embed: true, at });
  return `<iframe src="${quoted(framed)}" title="${quoted(title)}" width="800" height="500" `
    + 'style="border: 0; max-width: 100%" loading="lazy" allow="clipboard-write"></iframe>';
}
