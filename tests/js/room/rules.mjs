/** Options and presets in the shape of game/rules/described.py, for tests: few, and of every kind. */

const NO_JUDGE = {when: true, other: "who", value: "all", why: "where all decide nobody chooses"};

const option = (name, kind, group, more) => ({name, kind, group, label: name[0].toUpperCase() + name.slice(1), sentence: `About ${name}.`, live: true, conflicts: [], ...more});

export const rules = {
  groups: [["deciding", "Deciding"], ["end", "End"], ["seconds", "Fixed seconds"]],
  options: [
    option("points", "number", "end", {label: "Points to win", default: 7, values: [0, 5, 7, 10], zero: "No limit"}),
    option("hands", "number", "end", {label: "Cards in a hand", default: 10, values: [5, 10], live: false}),
    option("who", "choice", "deciding", {label: "Who decides", default: "one", values: [["one", "A judge"], ["all", "Everybody votes"]]}),
    option("chooses", "switch", "deciding", {default: false, conflicts: [NO_JUDGE]}),
    option("timing", "choice", "deciding", {default: "table", values: [["table", "By the table"], ["fixed", "Fixed seconds"]]}),
    option("seconds.playing", "number", "seconds", {label: "Time to answer", default: 90, values: [0, 30, 90], zero: "No timer", unit: "s", only_with: ["timing", "fixed"]}),
  ],
  presets: [],
};

export const SETTINGS = {points: 7, hands: 10, who: "one", chooses: false, timing: "table", seconds: {playing: 90}, late_answers: "chosen", door: "open"};
rules.presets = [{name: "Classic", hint: "7 points", settings: SETTINGS}, {name: "Quick", hint: "5 points", settings: {...SETTINGS, points: 5}}];
