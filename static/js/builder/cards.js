/**
 * The cards of a deck as far as this page has them, and what each step makes of them before the server has answered.
 * Pure: cards + step -> cards, so what is shown is what is stored and the steps that still wait, one after the other.
 *
 * Cards are {counts: {black, white}, black: part, white: part}; a part is {head, unseen, tail}: the first cards in their
 * order, how many follow that were not fetched, and those of the very end that were added here.
 */

/** @type {Builder.Kind[]} */
export const KINDS = ["black", "white"];

/** @returns {Builder.Part} */
export const emptyPart = () => ({head: [], unseen: 0, tail: []});

/**
 * All cards of one kind that are here, in order.
 * @type {(cards: Builder.Cards, kind: Builder.Kind) => Builder.Card[]}
 */
export const all = (cards, kind) => [...cards[kind].head, ...cards[kind].tail];

/**
 * How many of one kind there are, with those that were not fetched.
 * @type {(cards: Builder.Cards, kind: Builder.Kind) => number}
 */
export const total = (cards, kind) => all(cards, kind).length + cards[kind].unseen;

/** @type {(cards: Builder.Cards, id: string) => Builder.Card | undefined} */
export const find = (cards, id) => KINDS.flatMap((kind) => all(cards, kind)).find((card) => card.id === id);

/**
 * The part with one more page of the server's: {cards, start, total}; `start` 0 begins it anew.
 * @type {(part: Builder.Part, page: Omit<Builder.CardPage, "kind">) => Builder.Part}
 */
export function withPage(part, page) {
  const head = page.start ? [...part.head, ...page.cards.filter((card) => !has(part.head, card.id))] : page.cards;
  const tail = page.start ? part.tail.filter((card) => !has(head, card.id)) : [];
  return joined({head, tail, unseen: Math.max(0, page.total - head.length - tail.length)});
}

/**
 * The cards after a step: {verb: "add", cards}, {verb: "change", id, facts}, {verb: "remove", id}, {verb: "move", id, after}.
 * @type {(cards: Builder.Cards, step: Builder.Step) => Builder.Cards}
 */
export function after(cards, step) {
  switch (step.verb) {
    case "add": return add(cards, step);
    case "change": return changed(cards, step);
    case "remove": return remove(cards, step);
    case "move": return move(cards, step);
    default: return cards;
  }
}

/**
 * The stored cards once the server has done the step: `answer` has its cards and counts.
 * @type {(cards: Builder.Cards, step: Builder.Step, answer: Pick<Builder.Done, "cards" | "counts">) => Builder.Cards}
 */
export function settled(cards, step, answer) {
  let next;
  if (step.verb === "add") next = add(cards, {cards: answer.cards});
  else if (step.verb === "change") next = replaced(cards, step.id, answer.cards[0]);
  else next = after(cards, step);
  return answer.counts ? {...next, counts: answer.counts} : next;
}

/** @type {(cards: Builder.Cards, step: Pick<Builder.Add, "cards">) => Builder.Cards} */
function add(cards, {cards: news}) {
  let next = cards;
  for (const card of news) {
    if (find(next, card.id)) continue;
    const part = next[card.kind];
    next = counted({...next, [card.kind]: joined({...part, tail: [...part.tail, card]})}, card.kind, 1);
  }
  return next;
}

/** @type {(cards: Builder.Cards, step: Builder.Change) => Builder.Cards} */
function changed(cards, {id, facts}) {
  const card = find(cards, id);
  if (!card) return cards;
  const {pick, ...rest} = {...card, ...facts};
  // What a new text picks is known once the server has counted; until then its blanks tell.
  return replaced(cards, id, facts.text || facts.kind ? rest : {...rest, ...(pick && {pick})});
}

/**
 * Another card in the place of this one; one of another kind goes to the end of its kind.
 * @type {(cards: Builder.Cards, id: string, card: Builder.Card | undefined) => Builder.Cards}
 */
function replaced(cards, id, card) {
  const old = find(cards, id);
  if (!old || !card) return cards;
  if (old.kind !== card.kind) return add(remove(cards, {id}), {cards: [card]});
  return edited(cards, old.kind, (list) => list.map((one) => (one.id === id ? card : one)));
}

/** @type {(cards: Builder.Cards, step: Pick<Builder.Remove, "id">) => Builder.Cards} */
function remove(cards, {id}) {
  const card = find(cards, id);
  if (!card) return cards;
  return counted(edited(cards, card.kind, (list) => list.filter((one) => one.id !== id)), card.kind, -1);
}

/** @type {(cards: Builder.Cards, step: Builder.Move) => Builder.Cards} */
function move(cards, {id, after: anchor}) {
  const card = find(cards, id);
  if (!card || anchor === id || (anchor !== null && !all(cards, card.kind).some((one) => one.id === anchor))) return cards;
  const taken = edited(cards, card.kind, (list) => list.filter((one) => one.id !== id));
  const part = taken[card.kind];
  if (anchor === null) return {...taken, [card.kind]: {...part, head: [card, ...part.head]}};
  return edited(taken, card.kind, (list) => list.flatMap((one) => (one.id === anchor ? [one, card] : [one])));
}

/**
 * Where a card goes that is dropped before or behind another one: the id it follows, null for the top.
 * @type {(list: Builder.Card[], id: string, target: string, behind: boolean) => string | null | undefined}
 */
export function anchorFor(list, id, target, behind) {
  const others = list.filter((card) => card.id !== id);
  const at = others.findIndex((card) => card.id === target);
  if (at < 0) return undefined;
  if (behind) return target;
  return at ? others[at - 1].id : null;
}

/**
 * Where one step up (-1) or down (1) leads: the id it follows then, null for the top, undefined where there is no way.
 * @type {(list: Builder.Card[], id: string, by: number) => string | null | undefined}
 */
export function stepFor(list, id, by) {
  const at = list.findIndex((card) => card.id === id);
  const next = list[at + by];
  return at < 0 || !next ? undefined : anchorFor(list, id, next.id, by > 0);
}

/** @type {(cards: Builder.Cards, kind: Builder.Kind, edit: (list: Builder.Card[]) => Builder.Card[]) => Builder.Cards} */
function edited(cards, kind, edit) {
  const {head, tail, unseen} = cards[kind];
  return {...cards, [kind]: {head: edit(head), tail: edit(tail), unseen}};
}

/** @type {(cards: Builder.Cards, kind: Builder.Kind, by: number) => Builder.Cards} */
function counted(cards, kind, by) {
  return {...cards, counts: {...cards.counts, [kind]: cards.counts[kind] + by}};
}

/**
 * @param {Builder.Part} part
 * @returns {Builder.Part}
 */
function joined(part) {
  return part.unseen ? part : {head: [...part.head, ...part.tail], tail: [], unseen: 0};
}

/** @type {(list: Builder.Card[], id: string) => boolean} */
const has = (list, id) => list.some((card) => card.id === id);
