// The map of articles in the dashboard: what Folium's script calls in its frame, as `dateline`.

import { fetchAhead } from "../base/data_files.js";
import { start, show } from "./map.js";
import { placeMarker } from "./markers.js";
import { state } from "./state.js";

fetchAhead("countries-110m");
Object.assign(window, { dateline: Object.assign(state, { start, show, marker: placeMarker }) });
