/** The page of a room, for whoever sits or watches there. */
import {start} from "../room/start.js";
import {roomView} from "../room/views/room.js";

start(roomView, () => import("../room/views/later_panels.js"));
