/**
 * Hands a link or a text to somebody else: the share sheet, or the clipboard.
 * Works without a secure context too, where browsers offer neither.
 */

/** @param {string} text */
function copyTheOldWay(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr";
  (document.querySelector("dialog[open]") || document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

/**
 * Copy a text. Resolves to true when it is on the clipboard.
 * @param {string} text
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    return copyTheOldWay(text);
  }
}

export const canShare = () => typeof navigator.share === "function";

/**
 * Open the share sheet; resolves to "shared", "copied" or "" when the person thought better of it.
 * @param {{title?: string, text?: string, url?: string}} data
 */
export async function share(data) {
  if (canShare()) {
    try {
      await navigator.share(data);
      return "shared";
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return "";
    }
  }
  const text = [data.text, data.url].filter(Boolean).join("\n");
  return (await copy(text)) ? "copied" : "";
}
