/** The big screen of a room, which has no seat and no controls. */
import {start} from "../room/start.js";
import {tvView} from "../room/views/tv.js";

start(tvView, () => import("../room/beside/talk.js"));
