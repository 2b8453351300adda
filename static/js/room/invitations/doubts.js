/**
 * News of guests and answers of the server may cross on the way, and nobody can tell which is newer: what was heard meanwhile
 * stands, and the list is asked for once more. Draws nothing.
 */

const PAUSE_MS = 2000;

export class Doubts {
  /** @param {Room.Tools["guests"]} guests */
  constructor(guests) {
    this.guests = guests;
    this.requests = 0;
    this.waits = false;
    /** @type {Map<number, Wire.Invitation>} */
    this.heard = new Map(); // while a request is on its way
    /** @type {Set<number>} */
    this.lately = new Set();
  }

  /**
   * Wait for an answer that tells of guests; what was heard meanwhile stands in its place.
   * @template T
   * @param {Promise<T>} request
   * @param {(answer: T) => any} [documentOf]  where the answer has its guests; any: the shapes of views/hosting.py and views/nights.py
   */
  async during(request, documentOf = (answer) => answer) {
    if (this.requests === 0) this.heard.clear();
    this.requests += 1;
    try {
      const answer = await request, told = documentOf(answer);
      /** @param {Wire.Invitation} row */
      const newest = (row) => this.heard.get(row.id) || row;
      if (told.invitations) told.invitations = told.invitations.map(newest);
      if (told.invitation) told.invitation = newest(told.invitation);
      return answer;
    } finally {
      this.requests -= 1;
    }
  }

  /**
   * The socket told of a guest: in doubt beside a request, and beside other news of the same guest.
   * @param {Wire.Invitation} row
   */
  hear(row) {
    if (this.requests) this.heard.set(row.id, row);
    if (this.requests || this.lately.has(row.id)) this.lookLater();
    this.lately.add(row.id);
    this.guests.later(() => this.lately.delete(row.id), PAUSE_MS);
  }

  lookLater() {
    if (this.waits) return;
    this.waits = true;
    this.guests.later(() => {
      this.waits = false;
      this.look();
    }, PAUSE_MS);
  }

  /** Ask what has become of the guests; where the answer does not come, the next connection asks. */
  async look() {
    const {guests} = this;
    if (!guests.known) return;
    const list = await this.during(guests.get(guests.links.invitations)).catch(() => null);
    if (!list) return;
    guests.learn({invitations: list.invitations});
    guests.changed();
  }
}
