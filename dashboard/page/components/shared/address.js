// The address of what is seen. It is read when asked for, so it is never old.

// The articles shown are named even where the page was opened without naming them; `embed`
// asks for the page without its frame.
function address(articles, embed = false) {
  const link = new URL(window.location.href);
  const { searchParams } = link;
  if (!["articles", "article"].some((key) => searchParams.has(key))) searchParams.set("articles", articles);
  for (const key of ["embed", "embed_options"]) searchParams.delete(key);
  if (embed) searchParams.set("embed", "true");
  return link.href.replaceAll("%2C", ",");
}

// The code that puts this view into another page.
function frameCode(articles, title) {
  const quoted = (text) => text.replace(/[&<>"']/g, (one) => `&#${one.codePointAt(0)};`);
  return `<iframe src="${quoted(address(articles, true))}" title="${quoted(title)}" width="800" height="500" `
    + 'style="border: 0; max-width: 100%" loading="lazy" allow="clipboard-write"></iframe>';
}
