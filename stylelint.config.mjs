// What stylelint looks for in the style sheets: mistakes, sides that are called left and right, and rules that reach other pages. It
// minds no formatting.

/** A rule of a page's sheet holds in its page alone: it begins with the class that the sheet or its folder gives to <body>. */
const within = (files, name) => ({
  files: [`static/css/${files}`],
  rules: {
    "selector-disallowed-list": [[`/^(?!\\.${name}-page(?![\\w-]))/`], {
      splitList: true, ignore: ["keyframe-selectors"],
      message: `Begin with .${name}-page, so that no other page has the rule`,
    }],
  },
});
const SHEETS = ["account", "builder", "decks", "import", "invited", "letters", "mine", "profile", "propose", "recap", "rooms", "tv", "writing"];

export default {
  extends: "stylelint-config-recommended",
  plugins: ["stylelint-use-logical"],
  rules: {
    "csstools/use-logical": ["always", {
      // Lines run from left to right or the other way, never from top to bottom; Chrome 108 knows no logical float.
      except: [/^(min-|max-)?(width|height)$/, /top|bottom|block|float/],
    }],
    // Rules stand together by what they are about.
    "no-descending-specificity": null,
  },
  overrides: [...SHEETS.map((name) => within(`${name}.css`, name)), within("room/*.css", "room")],
};
