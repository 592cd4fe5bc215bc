// Fetched on the page where coupons that came back are entered, with its decoder.

import { SlipReader } from "../element/slip_reader";

if (!customElements.get("slip-reader")) customElements.define("slip-reader", SlipReader);
