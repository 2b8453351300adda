/** The key "?", which explains in every phase, in a lobby too; and which keys are for the table at all. */

const BUSY = "input, select, textarea, summary, a, [contenteditable]";

/**
 * The room, where a key is meant for its table: no field, link or panel needs it.
 * @type {(room: Room.Model | Room.Opening | null, event: KeyboardEvent) => Room.Model | null}
 */
export function heardBy(room, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !room || !room.table || room.panels.name) return null;
  return /** @type {Element} */ (event.target).closest(BUSY) ? null : room;
}

/**
 * Listen for "?", which can be switched off; `current()` gives the room as it is drawn now.
 * @param {() => (Room.Model | Room.Opening | null)} current
 */
export function watchHelp(current) {
  document.addEventListener("keydown", (event) => {
    const room = event.key === "?" ? heardBy(current(), event) : null;
    if (room && room.shortcuts) room.act.open("explain");
  });
}
