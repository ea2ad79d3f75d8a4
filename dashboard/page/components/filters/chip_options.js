// What a chip says of its options, and what choosing among them changes in the view's link.

/** @import { ChipOption, ChipsData, Patch } from "../records.js" */
/** @typedef {"groups" | "kinds" | "articles"} Kind which options: mention types, kinds of place, articles */

/**
 * Whether all of the options are shown, none, or some, as `aria-pressed` says it.
 * @param {ChipOption[]} options
 * @returns {"true" | "false" | "mixed"}
 */
export function pressedOf(options) {
  const on = options.filter((option) => option.on).length;
  if (on === 0) return "false";
  return on < options.length ? "mixed" : "true";
}

/**
 * How often the options are there, all together.
 * @param {ChipOption[]} options
 */
export function countOf(options) {
  return options.reduce((sum, option) => sum + option.count, 0);
}

/**
 * How many of the options are shown, and whether that is less than all.
 * @param {ChipOption[]} options
 */
export function choiceOf(options) {
  const on = options.filter((option) => option.on).length, isPart = on < options.length;
  return { label: isPart ? `${on} of ${options.length}` : "all", isPart };
}

/**
 * All options of a kind.
 * @param {Pick<ChipsData, "groups" | "kinds" | "articles">} data
 * @param {Kind} kind
 */
export function optionsOf(data, kind) {
  return kind === "groups" ? data.groups.flatMap((group) => group.options) : data[kind];
}

/**
 * The change of the link that says which of these are shown. All of them is no filter; of
 * articles, which the link always names, none is all of them too.
 * @param {Kind} kind
 * @param {ChipOption[]} options
 * @returns {Patch}
 */
export function patchOf(kind, options) {
  const on = options.filter((option) => option.on), isAll = on.length === options.length;
  const value = on.map((option) => option.key).join(",");
  if (kind === "articles") return { articles: isAll || !value ? "*" : value };
  return { [kind === "groups" ? "types" : kind]: isAll ? null : value };
}

/**
 * Where a chip's menu stands: below the chip, within the window.
 * @param {{ left: number, bottom: number }} chip
 * @param {{ left: number, top: number }} ground what the menu is placed in
 * @param {number} windowWidth
 */
export function menuPlace(chip, ground, windowWidth) {
  const width = Math.min(340, windowWidth - 16);
  const left = Math.max(8, Math.min(chip.left, windowWidth - width - 8));
  return { width, left: left - ground.left, top: chip.bottom - ground.top + 6 };
}
