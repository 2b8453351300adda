// What eslint looks for: mistakes, and ways of writing that hide some. It minds no formatting.
import js from "@eslint/js";
import globals from "globals";

export default [
  {ignores: ["node_modules/", ".venv*/", "var/", "staticfiles/"]},
  js.configs.recommended,
  {
    languageOptions: {ecmaVersion: 2023, sourceType: "module", globals: globals.browser},
    linterOptions: {reportUnusedDisableDirectives: "error"},
    rules: {
      "array-callback-return": "error",
      eqeqeq: "error",
      "no-constructor-return": "error",
      "no-duplicate-imports": "error",
      "no-else-return": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-lonely-if": "error",
      "no-new-func": "error",
      // Names of the window that are easily meant for names of one's own.
      "no-restricted-globals": ["error", "event", "name", "status", "length", "top", "parent", "open", "close"],
      "no-script-url": "error",
      "no-self-compare": "error",
      "no-shadow": ["error", {hoist: "never"}],
      "no-template-curly-in-string": "error",
      "no-unmodified-loop-condition": "error",
      "no-unneeded-ternary": "error",
      "no-unreachable-loop": "error",
      "no-unused-expressions": "error",
      // What is taken out of an object to leave it behind, and errors that say nothing more.
      "no-unused-vars": ["error", {ignoreRestSiblings: true, caughtErrors: "none"}],
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      radix: "error",
    },
  },
  // A script of its own that very old browsers read, too.
  {files: ["static/js/boot.js"], languageOptions: {ecmaVersion: 5, sourceType: "script"}, rules: {"no-var": "off", "object-shorthand": "off"}},
  {files: ["tests/js/**", "*.mjs", "bin/**"], languageOptions: {globals: globals.node}},
];
