// What is said of a place on the map.

/** @import { Ink } from "../records.js" */
/** @import { Place } from "./types.js" */

const DOUBTS = { sure: "", likely: "less sure", unsure: "unsure" };

/**
 * For screen readers: its name, how often and how it is meant, and what is in doubt.
 * @param {Pick<Place, "name" | "count" | "groups" | "certainty" | "km">} place
 * @param {Pick<Ink, "groups">} ink
 */
export function placeInWords(place, ink) {
  const groups = place.groups.map(([group, count]) => `${ink.groups[group]?.label ?? group} ${count}`).join(", ");
  const mentions = place.count === 1 ? "1 mention" : `${place.count} mentions`;
  const doubts = [DOUBTS[place.certainty], place.km ? "position approximate" : ""].filter(Boolean);
  return [`${place.name}, ${mentions} (${groups})`, ...doubts].join(", ");
}
