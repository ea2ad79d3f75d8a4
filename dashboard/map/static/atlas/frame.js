// The map of coverage in the dashboard: what Folium's script calls in its frame, as `dateline`.

import { fetchAhead } from "../base/data_files.js";
import { showAtlas, startAtlas } from "./atlas.js";
import { tellPage } from "./channel.js";
import { disc } from "./discs.js";
import { state } from "./state.js";

fetchAhead("countries-110m");
Object.assign(window, { dateline: Object.assign(state, { startAtlas, showAtlas, disc, tell: tellPage }) });
