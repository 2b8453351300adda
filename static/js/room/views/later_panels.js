/** What later.js fetches in one file. */
export {decksPanel} from "../shelf/panel.js";
export {invitePanel} from "../invitations/panel.js";
export {cardPanel} from "./card_sheet.js";
export {explainPanel, menuPanel, rulesPanel} from "./menu.js";
