/** What later.js fetches in one file. */
export {decksPanel} from "../shelf/panel.js";
export {invitePanel} from "../invitations/panel.js";
export {cardPanel} from "./card_sheet.js";
export {gameOver, gameOverDock} from "./game_over.js";
export {explainPanel, menuPanel, rulesPanel} from "./menu.js";
export {questions, questionsDock} from "./questions.js";
export {roundOver, roundOverDock} from "./round_over.js";
