/** A clock with timers that run when told, a socket that remembers, a storage in memory. */

export class FakeTime {
  constructor() {
    this.at = 1000000;
    this.timers = new Map();
    this.next = 1;
    this.now = () => this.at;
    this.setTimer = (run, delay) => {
      this.next += 1;
      this.timers.set(this.next, {run, due: this.at + (delay || 0)});
      return this.next;
    };
    this.clearTimer = (timer) => this.timers.delete(timer);
  }

  /** Let time pass, running every timer that comes due, in order. */
  pass(ms) {
    const end = this.at + ms;
    for (;;) {
      const due = [...this.timers].filter(([, timer]) => timer.due <= end).sort((a, b) => a[1].due - b[1].due)[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.at = Math.max(this.at, due[1].due);
      due[1].run();
    }
    this.at = end;
  }
}

export class FakeSocket {
  constructor() {
    this.readyState = 1;
    this.sent = [];
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  hears(message) {
    this.onmessage({data: JSON.stringify(message)});
  }

  breaks(code = 1006) {
    this.readyState = 3;
    this.onclose({code});
  }
}

export class FakeStorage {
  constructor() {
    this.items = new Map();
  }

  getItem(key) {
    return this.items.has(key) ? this.items.get(key) : null;
  }

  setItem(key, value) {
    this.items.set(key, value);
  }

  get length() {
    return this.items.size;
  }

  key(index) {
    return [...this.items.keys()][index];
  }

  removeItem(key) {
    this.items.delete(key);
  }
}
