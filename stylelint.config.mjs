// What stylelint looks for in the style sheets: mistakes, and sides that are called left and right. It minds no formatting.
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
};
