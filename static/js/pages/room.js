/** The page of a room, for whoever sits or watches there. */
import {start} from "../room/start.js";
import {roomView} from "../room/views/room.js";

const parts = () => import("../room/later_parts.js");
start(roomView, {parts, talk: parts});
