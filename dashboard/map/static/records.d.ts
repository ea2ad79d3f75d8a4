// Made by `make javascript` of dashboard/records/map_data.py: change that.

export type Degrees = [number, number];

/**
 * Colours by use, and how opaque an area's fill is.
 */
export interface Colours {
  water: string;
  land: string;
  ice: string;
  unsettled: string;
  coast: string;
  border: string;
  disputed: string;
  countryText: string;
  cityText: string;
  placeText: string;
  halo: string;
  onGroup: string;
  accent: string;
  areaFill: number;
}

/**
 * How a group of mentions is drawn.
 */
export interface GroupLook {
  label: string;
  color: string;
  shape: "disc" | "ring" | "diamond" | "square" | "triangle";
}

/**
 * The map of articles: its groups in order, and the legend's words explained.
 */
export interface Ink {
  water: string;
  land: string;
  ice: string;
  unsettled: string;
  coast: string;
  border: string;
  disputed: string;
  countryText: string;
  cityText: string;
  placeText: string;
  halo: string;
  onGroup: string;
  accent: string;
  areaFill: number;
  dark: boolean;
  groups: Record<string, GroupLook>;
  order: string[];
  terms: Record<string, string>;
  online: boolean;
}

/**
 * The map of coverage: the shades of countries, least coverage first.
 */
export interface AtlasInk {
  water: string;
  land: string;
  ice: string;
  unsettled: string;
  coast: string;
  border: string;
  disputed: string;
  countryText: string;
  cityText: string;
  placeText: string;
  halo: string;
  onGroup: string;
  accent: string;
  areaFill: number;
  dark: boolean;
  shades: string[];
}

/**
 * A place: `r` in pixels, `km` the radius of its approximate position or None.
 */
export interface PlaceProperties {
  name: string;
  count: number;
  groups: [string, number][];
  r: number;
  area: boolean;
  outline: string;
  probability: number;
  certainty: "sure" | "likely" | "unsure";
  zoom: number;
  km: number | null;
}

/**
 * What the map of articles shows. `seq` counts the page's commands: to go to `center` and
 * `zoom`, with `selected` selected.
 */
export interface MapState {
  seq: number;
  center: [number, number] | null;
  zoom: number | null;
  selected: string;
  channel: string;
  credits: string[];
}

/**
 * GeoJSON's point: longitude and latitude.
 */
export interface Point {
  type: "Point";
  coordinates: [number, number];
}

/**
 * A place as GeoJSON.
 */
export interface PlaceFeature {
  type: "Feature";
  id: string;
  properties: PlaceProperties;
  geometry: Point;
}

/**
 * The places as GeoJSON, most mentioned first.
 */
export interface PlaceCollection {
  type: "FeatureCollection";
  features: PlaceFeature[];
}

/**
 * What the one-file page carries of its map.
 */
export interface OneFilePage {
  ink: Ink;
  features: PlaceCollection;
  credits: string[];
}

/**
 * A place of the map of coverage, or `names` of them that lie close together in `box`.
 */
export interface DiscProperties {
  name: string;
  names: number;
  count: number;
  articles: number;
  mentions: number;
  r: number;
  area: boolean;
  outline: string;
  box: [[number, number], [number, number]];
}

/**
 * A disc as GeoJSON.
 */
export interface DiscFeature {
  type: "Feature";
  id: string;
  properties: DiscProperties;
  geometry: Point;
}

/**
 * The discs as GeoJSON, the largest first.
 */
export interface DiscCollection {
  type: "FeatureCollection";
  features: DiscFeature[];
}

/**
 * The least count of each class, and each country's count and class.
 */
export interface Shades {
  edges: number[];
  countries: Record<string, [number, number]>;
}

/**
 * The selected place.
 */
export interface Ring {
  name: string;
  lat: number;
  lon: number;
}

/**
 * What the map of coverage shows. `seq` counts the page's commands: to go to `center` and
 * `zoom`; `reach` is the southernmost and the northernmost latitude of all places.
 */
export interface AtlasState {
  seq: number;
  center: [number, number] | null;
  zoom: number | null;
  channel: string;
  shades: Shades;
  chosen: string[];
  measure: "article" | "mention";
  selected: Ring | null;
  reach: [number, number];
}
