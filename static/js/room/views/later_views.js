/** The views that later.js draws once they have come. */
export {invitedLine} from "../invitations/invited_line.js";
export {nightCard, nightPanel} from "../invitations/night_card.js";
export {invitePanel} from "../invitations/panel.js";
export {decksPanel} from "../shelf/panel.js";
export {questions as seatQuestions} from "./asks.js";
export {cardPanel} from "./card_sheet.js";
export {clockPanel, countdown, stoppedBanner} from "./clock.js";
export {watchingDock} from "./door.js";
export {gameOver, gameOverDock} from "./game_over.js";
export {hostBanner, hostPanel} from "./host_panel.js";
export {historyPanel} from "./history.js";
export {explainPanel, menuPanel, rulesPanel} from "./menu.js";
export {lookPanel} from "./my_look.js";
export {piles, pilesDock} from "./piles.js";
export {playing, playingDock} from "./playing.js";
export {questions, questionsDock} from "./questions.js";
export {roundOver, roundOverDock} from "./round_over.js";
export {evening} from "./titles.js";
