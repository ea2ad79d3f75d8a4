import type { Labels } from "../base/labels.js";
import type { AtlasInk, AtlasState, DiscProperties } from "../records.js";

/** A place, or several that lie close together. */
export interface Place extends DiscProperties {
  id: string;
}

/** What a disc is drawn from. */
export type Look = Pick<Place, "count" | "area" | "names" | "r">;

export interface DiscMarker extends L.Marker {
  place: Place;
}

/** What the parts of the map of coverage know in common; the map's frame has it as `dateline`. */
export interface State {
  map: L.Map;
  ink: AtlasInk;
  labels: Labels;
  legend: HTMLDetailsElement;
  /** Done once map and style sheets are there. */
  ready: Promise<unknown>;
  /** What the page wants shown, and the group its discs are in. */
  wanted: AtlasState | null;
  group: L.LayerGroup | null;
  markers: DiscMarker[];
  /** The shaded countries, and the ring around the selected place. */
  shades: L.LayerGroup | null;
  ring: L.Marker | null;
  /** Whether the reader has moved the map. */
  touched: boolean;
  /** Whether the first disc gets the focus when they are drawn anew. */
  refocus: boolean;
}
