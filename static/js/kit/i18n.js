/**
 * What people read, in the language of the page. Django's catalogue (domain djangojs), a classic script before the module
 * scripts, has the translations; in English there is none. Places of a text are named: "%(name)s plays".
 */

/** @type {{gettext?: (text: string) => string, ngettext?: (one: string, many: string, count: number) => string, pgettext?: (context: string, text: string) => string}} */
const catalogue = /** @type {any} */ (globalThis).django ?? {};
const PLACE = /%\((\w+)\)s/g;

/** @typedef {Record<string, string | number | undefined>} Values */

/** @type {(text: string, values?: Values) => string} */
const filled = (text, values) => (values ? text.replace(PLACE, (place, name) => (name in values ? String(values[name] ?? "") : place)) : text);

/**
 * A text, with `values` in its places.
 * @type {(text: string, values?: Values) => string}
 */
export const gettext = (text, values) => filled(catalogue.gettext?.(text) ?? text, values);

/**
 * The form that goes with `count`, with it in the place %(count)s and `values` in the others; null leaves all places, for `parts`.
 * @type {(one: string, many: string, count: number, values?: Values | null) => string}
 */
export const ngettext = (one, many, count, values) => filled(catalogue.ngettext?.(one, many, count) ?? (count === 1 ? one : many), values === null ? undefined : {count, ...values});

/**
 * A text that means something else elsewhere: `context` says which one this is, to translators alone.
 * @type {(context: string, text: string, values?: Values) => string}
 */
export const pgettext = (context, text, values) => filled(catalogue.pgettext?.(context, text) ?? text, values);

/**
 * A text whose places hold what a lit template may hold: elements, icons, nothing.
 * @type {(text: string, values: Record<string, unknown>) => unknown[]}
 */
export const parts = (text, values) => text.split(PLACE).map((piece, index) => (index % 2 ? values[piece] : piece));
