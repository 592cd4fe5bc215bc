// The script of every page: Turbo, and the small elements that improve what the server sent.
// Pages work without it. Words come from the server, in attributes.

import "@hotwired/turbo";

import { BadgeReader } from "./element/badge_reader";
import { DialogLink } from "./element/dialog_link";
import { DraftKeeper } from "./element/draft_keeper";
import { ErrorSummary } from "./element/error_summary";
import { FreshPart } from "./element/fresh_part";
import { IdleReturn } from "./element/idle_return";
import { LazyPart } from "./element/lazy_part";
import { LinkFields } from "./element/link_fields";
import { LiveBadge } from "./element/live_badge";
import { PasswordMeter } from "./element/password_meter";
import { PhotoPicker } from "./element/photo_picker";
import { PrintPage } from "./element/print_page";
import { closeMenusOnLeave } from "./menu";

const elements: Record<string, CustomElementConstructor> = {
  "badge-reader": BadgeReader,
  "dialog-link": DialogLink,
  "draft-keeper": DraftKeeper,
  "error-summary": ErrorSummary,
  "fresh-part": FreshPart,
  "idle-return": IdleReturn,
  "lazy-part": LazyPart,
  "link-fields": LinkFields,
  "live-badge": LiveBadge,
  "password-meter": PasswordMeter,
  "photo-picker": PhotoPicker,
  "print-page": PrintPage,
};

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

closeMenusOnLeave();
