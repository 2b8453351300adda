/**
 * Steps that wait: as the server is told of them, with the ids it has given meanwhile, two as one, and whether one still makes
 * sense on a deck that has changed. Pure.
 */
import {find} from "./cards.js";
import {gettext} from "../kit/i18n.js";

export const CONFLICT = gettext("Somebody has changed this card meanwhile.");
export const GONE = gettext("Somebody has removed this card meanwhile.");

/** What the server is told of a step beside its verb and its card. */
const TOLD = ["after", "facts", "kind", "lines", "token", "was"];

/**
 * What is sent: {verb, revision, card, ...}, made on the deck as of `revision`.
 * @type {(step: Builder.Step, revision: string) => object}
 */
export function body(step, revision) {
  const card = "id" in step ? {card: step.id} : {};
  const told = Object.entries(step).filter(([name, value]) => TOLD.includes(name) && value !== undefined);
  return {verb: step.verb, revision, ...card, ...Object.fromEntries(told)};
}

/**
 * The step with the server's ids of the cards that it is about; `ids` has them by those of the page.
 * @type {(step: Builder.Step, ids: Map<string, string>) => Builder.Step}
 */
export function renamed(step, ids) {
  const next = {...step};
  if ("id" in next) next.id = ids.get(next.id) ?? next.id;
  if ("after" in next && next.after !== null) next.after = ids.get(next.after) ?? next.after;
  return next;
}

/**
 * A change that came to nothing with those of the same card that wait behind it, as one, and the steps that are left:
 * nothing of it may be written over what is there without being asked for.
 * @type {(steps: Builder.Step[]) => {lost: Builder.Step, rest: Builder.Step[]}}
 */
export function takenOut([first, ...others]) {
  if (first.verb !== "change") return {lost: first, rest: others};
  const {id} = first;
  const behind = others.flatMap((step) => (step.verb === "change" && step.id === id ? [step] : []));
  const facts = behind.reduce((sum, step) => ({...sum, ...step.facts}), first.facts);
  return {lost: {...first, facts}, rest: others.filter((step) => !(step.verb === "change" && step.id === id))};
}

/**
 * Two steps that wait behind each other as one: the same card, or facts again. Null where they stay two.
 * @type {(last: Builder.Step, step: Builder.Step) => ?Builder.Step}
 */
export function joined(last, step) {
  if (last.verb === "facts" && step.verb === "facts") return {...last, facts: {...last.facts, ...step.facts}};
  const same = last.verb === "change" && step.verb === "change" && last.id === step.id && last.session === step.session;
  return same ? {...last, facts: {...last.facts, ...step.facts}} : null;
}

/**
 * What is in the way of a step on a deck that has changed elsewhere: what to tell people, "" where nobody needs to know, null
 * for nothing. `told` is the card as the server has it, null where it is gone; without it the cards of this page tell.
 * @type {(step: Builder.Step, cards: Builder.Cards, told?: Builder.Card | null) => string | null}
 */
export function inTheWay(step, cards, told) {
  if (!("id" in step)) return null;
  const card = told === undefined ? find(cards, step.id) : told;
  if (!card) return step.verb === "change" ? GONE : "";
  if (step.verb === "change" && card.text === step.facts.text && !("kind" in step.facts)) return "";
  return "was" in step && step.was !== undefined && card.text !== step.was ? CONFLICT : null;
}
