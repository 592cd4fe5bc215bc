// The script of every page: Turbo, and the small elements that improve what the server sent.
// Pages work without it. Words come from the server, in attributes.

import "@hotwired/turbo";

import { CopyCode } from "./element/copy_code";
import { DialogLink } from "./element/dialog_link";
import { DraftKeeper } from "./element/draft_keeper";
import { ErrorSummary } from "./element/error_summary";
import { LazyEditor } from "./element/lazy_editor";
import { LiveBadge } from "./element/live_badge";
import { PasswordMeter } from "./element/password_meter";
import { PhotoPicker } from "./element/photo_picker";
import { UndoBar } from "./element/undo_bar";
import { closeMenusOnLeave } from "./menu";

const elements: Record<string, CustomElementConstructor> = {
  "copy-code": CopyCode,
  "dialog-link": DialogLink,
  "draft-keeper": DraftKeeper,
  "error-summary": ErrorSummary,
  "lazy-editor": LazyEditor,
  "live-badge": LiveBadge,
  "password-meter": PasswordMeter,
  "photo-picker": PhotoPicker,
  "undo-bar": UndoBar,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

closeMenusOnLeave();
