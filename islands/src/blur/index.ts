// Fetched when somebody blurs a part of a picture before it leaves the device.

import { PhotoBlur } from "./photo_blur";

if (!customElements.get("photo-blur")) customElements.define("photo-blur", PhotoBlur);

/** Shows a picture, has parts of it blurred, and answers the new one; nothing when nothing was blurred. */
export function blurred(file: File, words: DOMStringMap): Promise<File | undefined> {
  const dialog = document.createElement("photo-blur") as PhotoBlur;
  document.body.append(dialog);
  return dialog.ask(file, words).finally(() => dialog.remove());
}
