/**
 * The tie between map and text, without a run of the page: a BroadcastChannel whose name the page
 * gives. Each message says `to` whom it goes, and has some of these.
 */
export interface ToMap {
  /** The id of the place pointed at, or "". */
  hint?: string;
  /** The id of the place chosen, or ""; and whether to fly there. */
  select?: string;
  follow?: boolean;
  /** Where else a mention might lie, or null. */
  ghost?: Ghost | null;
}

export interface Ghost {
  lat: number;
  lon: number;
  name: string;
  outline: string;
}

/** The place chosen on the map, with the map's camera. */
export interface MapChoice {
  select: string;
  center: [number, number];
  zoom: number;
}

export type ToPage = ({ hint: string } & { select?: undefined }) | (MapChoice & { hint?: undefined });
