/** For `node --import`: modules under /static/lit/ are those of node_modules/lit-html, as the pages' server has them. */
import {register} from "node:module";

const hook = `
const served = ${JSON.stringify(new URL("../../static/lit/", import.meta.url).href)};
const kept = ${JSON.stringify(new URL("../../node_modules/lit-html/", import.meta.url).href)};
export function resolve(specifier, context, next) {
  const url = specifier.startsWith(".") ? new URL(specifier, context.parentURL).href : specifier;
  return next(url.startsWith(served) ? kept + url.slice(served.length) : specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hook)}`);
