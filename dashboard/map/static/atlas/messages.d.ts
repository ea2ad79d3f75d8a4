/** Where the map looks: its centre in degrees, Leaflet's zoom, its size in pixels. */
export interface Camera {
  center: [number, number];
  zoom: number;
  size: [number, number];
  /** Whether the reader moved it there. */
  moved: boolean;
}

/**
 * What the map of coverage tells the page, on the BroadcastChannel that the page names: where the
 * reader moved it to, or the id of a place or the code of a country that was chosen.
 */
export interface ToPage {
  camera?: Camera;
  place?: string;
  country?: string;
}
