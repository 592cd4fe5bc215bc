// Fetched on pages with a form that carries files.

import { FilePicker } from "./file_picker";
import { VoiceNote } from "./voice_note";

if (!customElements.get("file-picker")) customElements.define("file-picker", FilePicker);
if (!customElements.get("voice-note")) customElements.define("voice-note", VoiceNote);
