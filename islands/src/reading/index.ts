// Fetched where something is heard: a text read aloud, a sound played at another speed.

import { ReadAloud } from "./read_aloud";
import { SoundPlayer } from "./sound_player";

if (!customElements.get("read-aloud")) customElements.define("read-aloud", ReadAloud);
if (!customElements.get("sound-player")) customElements.define("sound-player", SoundPlayer);
