/** What `tsc` cannot see in the modules themselves. No browser is sent this file. */

/** /static/lit/ is node_modules/lit-html/. */
declare module "*/lit/lit-html.js" { export * from "lit-html"; }
declare module "*/lit/async-directive.js" { export * from "lit-html/async-directive.js"; }
declare module "*/lit/directives/guard.js" { export * from "lit-html/directives/guard.js"; }
declare module "*/lit/directives/keyed.js" { export * from "lit-html/directives/keyed.js"; }
declare module "*/lit/directives/live.js" { export * from "lit-html/directives/live.js"; }
declare module "*/lit/directives/repeat.js" { export * from "lit-html/directives/repeat.js"; }
declare module "*/lit/directives/style-map.js" { export * from "lit-html/directives/style-map.js"; }

/** Whoever looks for an element in a page knows what kind it is. */
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Document { getElementById(id: string): any; }
interface Element { closest(selectors: string): any; }

/** From the scripts of the library for accounts. */
interface Window { webauthnJSON: any; }
