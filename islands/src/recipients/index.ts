// Fetched where somebody chooses to whom a message goes.

import { RecipientPicker } from "./recipient_picker";

if (!customElements.get("recipient-picker")) customElements.define("recipient-picker", RecipientPicker);
