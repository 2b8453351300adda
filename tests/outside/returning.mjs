/**
 * The pages' own connections without a browser: returning.mjs ADDRESS COOKIES MANY [COOKIES MANY ...]
 * Prints a line "open" or "waiting" with the moment (seconds since 1970) whenever one of them changes to that status.
 */
import process from "node:process";
import WebSocket from "ws"; // node's own never tells that a socket could not be opened
import {Connection} from "../../static/js/room/wire/connection.js";

const [address, ...crowd] = process.argv.slice(2);
const {origin} = new URL(address.replace("ws", "http"));

function come(Cookie, key) {
  const store = {get: () => null, set: () => true};
  const connection = new Connection({
    open: () => new WebSocket(address, {headers: {Cookie, Origin: origin}}).on("error", () => null), store, key, moment: () => "",
    onMessage: () => null, onAnswer: () => null,
    onStatus: (status) => status !== "connecting" && console.log(status, Date.now() / 1000),
  });
  connection.connect();
}

for (let place = 0; place < crowd.length; place += 2) {
  for (let count = 0; count < Number(crowd[place + 1]); count += 1) come(crowd[place], `${place}-${count}`);
}
