// Fetched where somebody lets a browser be woken.

import { PushSwitch } from "./push_switch";

if (!customElements.get("push-switch")) customElements.define("push-switch", PushSwitch);
