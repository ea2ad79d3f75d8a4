import type { Labels } from "../base/labels.js";
import type { Ink, MapState, PlaceProperties } from "../records.js";

/** A place of the map. `isSoft`: an area without an outline of its own. */
export interface Place extends Omit<PlaceProperties, "name"> {
  id: string;
  name: string;
  isSoft: boolean;
  selected: boolean;
}

/** What a symbol is drawn from. */
export type Look = Pick<Place, "count" | "groups" | "r" | "certainty" | "probability">
  & Partial<Pick<Place, "area" | "isSoft" | "selected">>;

export interface PlaceMarker extends L.Marker {
  place: Place;
  /** Where the place is; the marker may stand elsewhere in it. */
  home: L.LatLng;
  /** Pixels that it stands aside. */
  shift: [number, number];
  /** Half of its symbol's width, in pixels. */
  half: number;
  area?: Area;
}

export type Area = L.Path & { plain: L.PathOptions };

/** What the parts of the map of articles know in common; the map's frame has it as `dateline`. */
export interface State {
  map: L.Map;
  ink: Ink;
  labels: Labels;
  legend: HTMLDetailsElement | null;
  /** Done once map and style sheets are there. */
  ready: Promise<unknown>;
  /** What the page wants shown, and the group its places are in. */
  wanted: MapState | null;
  group: L.LayerGroup | null;
  markers: PlaceMarker[];
  /** Whether the reader has moved the map. */
  touched: boolean;
  /** Where a flight leads, until it ends; and where the map was sent last, as text. */
  destination: { center: L.LatLng; zoom: number } | null;
  heading: string | null;
  /** The place whose marker has the focus, and the one that gets it when drawn anew. */
  focused: string;
  refocus: string | null;
}
