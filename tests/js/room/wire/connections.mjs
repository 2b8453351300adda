/** Pages with a connection over sockets in memory, for tests. */
import {Connection} from "../../../../static/js/room/wire/connection.js";
import {Store} from "../../../../static/js/kit/storage.js";
import {FakeSocket, FakeStorage, FakeTime} from "../../fakes.mjs";

export const WELCOME = {type: "welcome", version: 1, table: {}, seat: null, now: 5};

/** By then it has tried again, after a first break. */
export const BACK = 2150;

/** A page whose connection has not been welcomed yet; it keeps what it is told. */
export function aPage({hurried = () => false, storage = new FakeStorage(), store = new Store(() => storage), time = new FakeTime(), random = () => 0.5} = {}) {
  const page = {sockets: [], statuses: [], messages: [], answers: [], time, storage, moment: "1.1.playing"};
  page.connection = new Connection({
    open: () => {
      page.sockets.push(new FakeSocket());
      return page.sockets.at(-1);
    },
    store, hurried, key: "KX7PQ", random, now: time.now, setTimer: time.setTimer, clearTimer: time.clearTimer,
    onMessage: (message) => page.messages.push(message), onStatus: (status) => page.statuses.push(status),
    onAnswer: (answer, frame) => page.answers.push([answer, frame]), moment: () => page.moment,
  });
  page.connection.connect();
  Object.defineProperty(page, "socket", {get: () => page.sockets.at(-1)});
  return page;
}

export function aConnectedPage(options) {
  const page = aPage(options);
  page.socket.hears(WELCOME);
  return page;
}
