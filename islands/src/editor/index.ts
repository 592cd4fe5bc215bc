// Fetched on pages with an editor only.

import { RichEditor } from "./rich_editor";

if (!customElements.get("rich-editor")) customElements.define("rich-editor", RichEditor);
