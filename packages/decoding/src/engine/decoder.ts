// Turns a vocabulary and a language into what says which tokens may come next.
import { type Diagnostic, invariant } from '@diorama/diagnostics';
import { ASSET_CLASSES, EMPTY_CATALOG } from '@diorama/grammar';
import { tokenize } from '../vocabulary/tokenize.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { orTable } from './body-table.ts';
import { buildMask, tokensOf, visitReaches } from './build-mask.ts';
import type { CachedMask } from './cached-mask.ts';
import type { DecodingState } from './decoding-state.ts';
import { Engine, type Language } from './engine.ts';
import { explainToken } from './explain-token.ts';
import { findEnding } from './find-ending.ts';
import { findForced, keepCertain } from './find-forced.ts';
import type { LexemeState } from './lexemes/lexeme-state.ts';
import { mayBeNew } from './lexemes/word-state.ts';
import { bitMask, clearBit, countBits, intersect, listMask, type Mask, setBit } from './mask.ts';
import type { Position } from './position.ts';
import { type OpenSlot, openSlots, takeSlot } from './slots.ts';

/** Options for {@link createDecoder}. */
export interface DecoderOptions extends Language {
  /** At most so many objects, primitives and lamps. */
  readonly objects: number;
}
/** Core form in canonical layout; nothing is known of assets and files; any number of objects. */
export const DECODER_DEFAULTS: DecoderOptions = Object.freeze({
  catalog: EMPTY_CATALOG,
  form: 'core',
  layout: 'canonical',
  objects: Number.POSITIVE_INFINITY,
});

/**
 * Says of every prefix of a program which tokens may come next, so that the whole parses, checks and ends in time.
 * Methods throw a TypeError for states of another decoder, a RangeError for ids that the vocabulary does not have.
 */
export interface Decoder {
  readonly vocabulary: Vocabulary;
  readonly options: DecoderOptions;
  /**
   * The state of the empty text, of which a whole program comes with at most `budget` tokens, the end among them.
   * @throws RangeError if no program is that short, or for what is no number of tokens.
   */
  start(budget?: number): DecodingState;
  /** The ids that may come next; those that end the text exactly where the program may end. None behind the end. */
  mask(state: DecodingState): Mask;
  /** The state behind one more token; undefined if it is refused. */
  accept(state: DecodingState, id: number): DecodingState | undefined;
  /** Whether a token may come next: much faster than a mask. */
  allows(state: DecodingState, id: number): boolean;
  canEnd(state: DecodingState): boolean;
  /** Why a token may not come next; undefined if it may. */
  explain(state: DecodingState, id: number): Diagnostic | undefined;
  /** The bytes with which every continuation begins. */
  forced(state: DecodingState): Uint8Array;
  /**
   * Tokens that spell the forced bytes, but for those at the end that a longer token could spell together with what
   * comes. `encode` is the model's own tokenizer; without it they are the fewest.
   */
  forcedTokens(state: DecodingState, encode?: (text: string) => Iterable<number>): readonly number[];
  /** How many tokens suffice to end the program, the end among them. */
  need(state: DecodingState): number;
  /** The slots that may come next, and the numbers that fit. */
  slots(state: DecodingState): readonly OpenSlot[];
  /** The text so far; of an unfinished character its replacement. */
  text(state: DecodingState): string;
}

/** Above such a budget the ending of core form is not looked for: it has no depth that could need it. */
const AMPLE = 4096;
/** No token lets the ending grow by as many bytes, texts of the catalog aside. */
const GROWTH = 80;

/** The bytes of the longest text that the catalog may ask for. */
function longestText({ assets, embeddings, images }: DecoderOptions['catalog']): number {
  const ids = ASSET_CLASSES.flatMap((name) => [...(assets?.ids(name) ?? [])]);
  return Math.max(0, ...[...ids, ...(embeddings?.keys() ?? []), ...(images ?? [])].map((text) => 2 * text.length));
}

/** So many endings are kept as tokens. */
const MOST_SPELLED = 10_000;
/** No token that stays in a text lets the ending grow by as many tokens: the rest of a character, an escape. */
const INSIDE = 8;
/** By so many tokens the ending may be shorter further inside: a text that must not be blank, a comment before its slash. */
const MAY_NEED_LESS = 2;

const NO_LABELS: ReadonlySet<string> = new Set();

/**
 * Makes a decoder; tables are filled as they are needed, and shared by all of its states.
 * @throws RangeError if the vocabulary has no token for one of the characters that programs are written with, or for options
 * that there are not.
 */
export function createDecoder(vocabulary: Vocabulary, options: Partial<DecoderOptions> = {}): Decoder {
  requireCharacters(vocabulary);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const whole: DecoderOptions = { ...DECODER_DEFAULTS, ...given };
  requireOptions(whole);
  return new TokenDecoder(vocabulary, whole);
}

const FORMS: readonly string[] = ['core', 'whole', 'slots'] satisfies DecoderOptions['form'][];
const LAYOUTS: readonly string[] = ['canonical', 'free'] satisfies DecoderOptions['layout'][];

function requireOptions({ form, layout, objects }: DecoderOptions): void {
  if (!FORMS.includes(form)) throw new RangeError(`form is one of ${FORMS.join(', ')}, not ${form}`);
  if (!LAYOUTS.includes(layout)) throw new RangeError(`layout is one of ${LAYOUTS.join(', ')}, not ${layout}`);
  requireCount('objects', objects);
}

function requireCount(name: string, count: number): void {
  if (count !== Number.POSITIVE_INFINITY && !(Number.isInteger(count) && count >= 0))
    throw new RangeError(`${name} is a whole number from 0 on, or Infinity, not ${count}`);
}

/** Without a token for each character that the language needs, some place would have no continuation. */
function requireCharacters({ trie }: Vocabulary): void {
  const single = new Set<number>();
  for (let at = 0; at < trie.byte.length; at += trie.size[at] as number) {
    if ((trie.token[at] as number) >= 0) single.add(trie.byte[at] as number);
  }
  const missing = Array.from(NEEDED).filter((letter) => !single.has(letter.charCodeAt(0)));
  if (missing.length > 0)
    throw new RangeError(
      `the vocabulary has no tokens for the characters ${missing.map((letter) => JSON.stringify(letter)).join(' ')}`,
    );
}
const NEEDED = 'abcdefghijklmnopqrstuvwxyzABCDEF0123456789_{}()[]:,.=+-*/<>!"\\@#% \n';

class TokenDecoder implements Decoder {
  readonly vocabulary: Vocabulary;
  readonly options: DecoderOptions;
  readonly #engine: Engine;
  readonly #ends: ReadonlySet<number>;
  /** No token lets the ending grow by as many tokens. */
  readonly #growth: number;
  readonly #spelled = new Map<string, readonly number[]>();

  constructor(vocabulary: Vocabulary, options: DecoderOptions) {
    this.vocabulary = vocabulary;
    this.options = options;
    this.#engine = new Engine(vocabulary, options);
    this.#ends = new Set(vocabulary.ends);
    this.#growth = GROWTH + longestText(options.catalog);
  }

  start(budget = Number.POSITIVE_INFINITY): DecodingState {
    requireCount('a budget', budget);
    const { start: position } = this.#engine.start(this.options.objects);
    const plan = this.#plan(position);
    invariant(plan !== undefined, 'there is a program');
    if (!(plan.length <= budget))
      throw new RangeError(`no program has at most ${budget} tokens: the shortest needs ${plan.length}`);
    const owner = this.#engine;
    return { budget, hasEnded: false, token: -1, previous: undefined, owner, position, labels: NO_LABELS, plan };
  }

  mask(state: DecodingState): Mask {
    this.#require(state);
    const all = this.#typedMask(state);
    if (state.hasEnded || this.#isAmple(state)) return all;
    return this.#withinBudget(state, all);
  }

  accept(state: DecodingState, id: number): DecodingState | undefined {
    this.#require(state);
    if (!Number.isInteger(id) || id < 0 || id >= this.vocabulary.size)
      throw new RangeError(`${id} is no id of a vocabulary of ${this.vocabulary.size}`);
    return this.#acceptWithin(state, id);
  }

  allows(state: DecodingState, id: number): boolean {
    return this.accept(state, id) !== undefined;
  }

  canEnd(state: DecodingState): boolean {
    this.#require(state);
    const { position, labels, hasEnded } = state;
    return !hasEnded && position.mayEnd && !endsInLabel(position, labels);
  }

  explain(state: DecodingState, id: number): Diagnostic | undefined {
    if (this.accept(state, id) !== undefined) return undefined;
    return explainToken({
      text: this.text(state),
      token: this.#ends.has(id) ? undefined : new TextDecoder().decode(this.vocabulary.bytes(id)),
      language: this.options,
      labels: state.labels,
      budget: state.budget,
      hasEnded: state.hasEnded,
      fitsTypes: this.#accept(state, id) !== undefined,
    });
  }

  forced(state: DecodingState): Uint8Array {
    this.#require(state);
    return state.hasEnded ? new Uint8Array(0) : findForced(state.position);
  }

  forcedTokens(state: DecodingState, encode?: (text: string) => Iterable<number>): readonly number[] {
    const bytes = this.forced(state);
    if (bytes.length === 0) return [];
    const ids = encode === undefined ? tokenize(this.vocabulary, bytes) : encode(new TextDecoder().decode(bytes));
    const tokens = keepCertain(this.vocabulary, bytes, [...(ids ?? [])]);
    // Near to the end of the budget the ending may be spelled with fewer tokens.
    let at: DecodingState | undefined = state;
    const kept: number[] = [];
    for (const id of tokens) {
      at = at && this.#acceptWithin(at, id);
      if (at === undefined) break;
      kept.push(id);
    }
    return kept;
  }

  need(state: DecodingState): number {
    this.#require(state);
    if (state.hasEnded) return 0;
    const plan = state.plan ?? this.#ownPlan(state);
    return plan === undefined ? Number.POSITIVE_INFINITY : plan.length;
  }

  slots(state: DecodingState): readonly OpenSlot[] {
    this.#require(state);
    return this.options.form === 'slots' && !state.hasEnded ? openSlots(state.position) : [];
  }

  text(state: DecodingState): string {
    this.#require(state);
    const tokens: number[] = [];
    for (let at: DecodingState | undefined = state; at !== undefined; at = at.previous) tokens.push(at.token);
    const decoder = new TextDecoder();
    let text = '';
    for (const id of tokens.reverse()) {
      if (id < 0) continue;
      const slot = this.vocabulary.slots.get(id);
      text +=
        slot === undefined ? decoder.decode(this.vocabulary.bytes(id), { stream: true }) : decoder.decode() + slot;
    }
    return text + decoder.decode();
  }

  #require(state: DecodingState): void {
    if (state?.owner !== this.#engine) throw new TypeError('this state belongs to another decoder');
  }

  // Masks

  /** Without regard to the budget. */
  #typedMask({ position, labels, hasEnded }: DecodingState): Mask {
    if (hasEnded) return listMask(new Uint32Array(0), this.vocabulary.size);
    const { mask, labels: tokens } = this.#cached(position);
    if (labels.size === 0 && !position.mayEnd && this.options.form !== 'slots') return mask;
    const free = labels.size === 0 ? mask : this.#withoutTaken(mask, tokens, labels, position.lexeme.spelled ?? '');
    const ends = position.mayEnd && !endsInLabel(position, labels) ? this.vocabulary.ends : [];
    return this.#with(free, [...ends, ...this.#slotIds(position)]);
  }

  /** Of a mask the tokens behind which the budget still suffices. */
  #withinBudget(state: DecodingState, mask: Mask): Mask {
    const left = state.budget - 1;
    const words = new Uint32Array((this.vocabulary.size + 31) >> 5);
    const tryEach = (ids: Iterable<number>) => {
      for (const id of ids) if (mask.has(id) && this.#acceptWithin(state, id)) setBit(words, id);
    };
    visitReaches(this.#engine, state.position, (node, place, { ends, bodies }) => {
      for (const { lexeme, ids } of ends) {
        if (!endsAlike(lexeme)) {
          tryEach(ids);
          continue;
        }
        const need = this.#need(node.at(place, lexeme));
        if (need + this.#mayNeedMore(state, lexeme) <= left) for (const id of ids) setBit(words, id);
        else if (need <= left) tryEach(ids);
      }
      for (const { lexeme, table } of bodies) {
        const need = this.#need(node.at(place, lexeme));
        // Of the thousands that stay in a text or a name most need not be looked at one by one.
        if (need + this.#mayNeedMore(state, lexeme) <= left) orTable(words, table);
        else if (need - MAY_NEED_LESS <= left) {
          for (const id of tokensOf(table))
            if (need <= left && this.#isFree(state, lexeme, id)) setBit(words, id);
            else tryEach([id]);
        }
      }
    });
    const planned = state.plan?.[0];
    if (planned !== undefined) setBit(words, planned);
    tryEach(this.vocabulary.ends);
    tryEach(this.#slotIds(state.position));
    return intersect(words, mask);
  }

  /** By how many tokens more one of a lexeme's states may need than another: a name that is taken needs another letter. */
  #mayNeedMore({ labels }: DecodingState, { body, spelled }: LexemeState): number {
    if (spelled !== undefined) return 1 + labels.size;
    return body === undefined ? 0 : INSIDE;
  }

  /** Whether a token makes an open name one that is not taken. */
  #isFree({ position, labels }: DecodingState, { closing }: LexemeState, id: number): boolean {
    const newName = closing?.expectation;
    if (newName?.kind !== 'new-name') return false;
    const spelled = (position.lexeme.spelled ?? '') + String.fromCharCode(...this.vocabulary.bytes(id));
    const name = spelled.slice(spelled.search(/[A-Za-z0-9_]*$/));
    return !labels.has(name) && mayBeNew(name, newName);
  }

  #need(position: Position): number {
    return this.#plan(position)?.length ?? Number.POSITIVE_INFINITY;
  }

  #cached(position: Position): CachedMask {
    if (position.mask !== undefined) return position.mask;
    const { node, place, lexeme } = position;
    let found: CachedMask | undefined;
    if (lexeme.key === undefined) found = buildMask(this.#engine, position);
    else {
      const key = `${place?.gap} ${lexeme.key}`;
      found = node.masks.get(key) ?? buildMask(this.#engine, position);
      node.masks.set(key, found);
    }
    position.mask = found;
    return found;
  }

  #withoutTaken(mask: Mask, tokens: CachedMask['labels'], labels: ReadonlySet<string>, spelled: string): Mask {
    const refused = tokens.filter(({ names }) =>
      names.some((name, at) => labels.has(at === 0 ? spelled + name : name)),
    );
    if (refused.length === 0) return mask;
    const words = mask.words.slice();
    for (const { id } of refused) clearBit(words, id);
    return bitMask(words, countBits(words));
  }

  #with(mask: Mask, more: readonly number[]): Mask {
    if (more.length === 0) return mask;
    if (mask.ids !== undefined) return listMask(Uint32Array.from([...mask.ids, ...more]).sort(), this.vocabulary.size);
    const words = mask.words.slice();
    for (const id of more) setBit(words, id);
    return bitMask(words, countBits(words));
  }

  #slotIds(position: Position): readonly number[] {
    if (this.options.form !== 'slots') return [];
    const open = new Set(openSlots(position).map(({ slot }) => slot));
    return [...this.vocabulary.slots].flatMap(([id, slot]) => (open.has(slot) ? [id] : []));
  }

  // Tokens

  #acceptWithin(state: DecodingState, id: number): DecodingState | undefined {
    const next = this.#accept(state, id);
    if (next === undefined || next.budget === Number.POSITIVE_INFINITY || this.#isFar(next)) return next;
    return this.#within(state, next);
  }

  /** Without regard to the budget. */
  #accept(state: DecodingState, id: number): DecodingState | undefined {
    if (state.hasEnded) return undefined;
    if (this.#ends.has(id)) return this.#acceptEnd(state, id);
    const slot = this.vocabulary.slots.get(id);
    if (slot !== undefined) return this.#acceptSlot(state, id, slot);
    const bytes = this.vocabulary.bytes(id);
    if (bytes.length === 0) return undefined;
    let { position, labels } = state;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number;
      const target = position.advance(byte);
      if (target === undefined) return undefined;
      const label = this.#engine.isCore ? position.lexeme.closing?.label : undefined;
      if (label !== undefined && position.endsBefore(byte)) {
        if (labels.has(label)) return undefined;
        labels = new Set([...labels, label]);
      }
      position = target;
    }
    return this.#behind(state, id, position, labels);
  }

  #acceptEnd(state: DecodingState, id: number): DecodingState | undefined {
    const { position, labels } = state;
    if (!position.mayEnd || endsInLabel(position, labels)) return undefined;
    return { ...this.#behind(state, id, position, labels), hasEnded: true };
  }

  #acceptSlot(state: DecodingState, id: number, slot: OpenSlot['slot']): DecodingState | undefined {
    if (this.options.form !== 'slots') return undefined;
    const position = takeSlot(state.position, slot);
    return position && this.#behind(state, id, position, state.labels);
  }

  #behind(previous: DecodingState, token: number, position: Position, labels: ReadonlySet<string>): DecodingState {
    const { budget, owner } = previous;
    return { budget: budget - 1, hasEnded: false, token, previous, owner, position, labels, plan: undefined };
  }

  // Budgets

  /** Whether the budget is so large that the ending need not be looked for. */
  #isFar({ budget }: DecodingState): boolean {
    return this.#engine.isCore && budget > AMPLE;
  }

  /** Whether the budget is so large that no token can use up what the ending needs. */
  #isAmple(state: DecodingState): boolean {
    if (state.budget === Number.POSITIVE_INFINITY || this.#isFar(state)) return true;
    return this.#engine.isCore && this.need(state) + this.#growth < state.budget;
  }

  /** The state with a plan that its budget allows; undefined if there is none. */
  #within(before: DecodingState, state: DecodingState): DecodingState | undefined {
    if (state.hasEnded) return state.budget < 0 ? undefined : state;
    const own = this.#ownPlan(state);
    // What was planned stays possible.
    const { plan: planned } = before;
    const isPlanned = planned !== undefined && planned[0] === state.token;
    const plan = isPlanned && (own === undefined || planned.length <= own.length) ? planned.slice(1) : own;
    return plan !== undefined && plan.length <= state.budget ? { ...state, plan } : undefined;
  }

  /** The plan from here on; an open name that is taken is first made another one. */
  #ownPlan({ position, labels }: DecodingState): readonly number[] | undefined {
    if (!endsInLabel(position, labels)) return this.#plan(position);
    let free: Position | undefined = position;
    let letters = 0;
    for (; free !== undefined && endsInLabel(free, labels); letters++) free = free.advance(UNDERSCORE);
    const plan = free && this.#plan(free);
    const more = tokenize(this.vocabulary, new Uint8Array(letters).fill(UNDERSCORE));
    return plan && more && [...more, ...plan];
  }

  /** The tokens of a known ending; undefined if the search for one gave up, as it may behind long expressions. */
  #plan(position: Position): readonly number[] | undefined {
    if (position.plan !== undefined) return position.plan;
    const { node, place, lexeme } = position;
    const key = lexeme.key && endsAlike(lexeme) ? `${place?.gap} ${lexeme.key}` : undefined;
    let plan = key === undefined ? undefined : node.plans.get(key);
    if (plan === undefined) {
      const ending = findEnding(position);
      if (ending === undefined) return undefined;
      plan = this.#spell(ending);
      if (plan === undefined) return undefined;
      if (key !== undefined) node.plans.set(key, plan);
    }
    position.plan = plan;
    return plan;
  }

  /** Undefined if the vocabulary cannot spell it. */
  #spell(ending: string): readonly number[] | undefined {
    let found = this.#spelled.get(ending);
    if (found === undefined) {
      const tokens = tokenize(
        this.vocabulary,
        Uint8Array.from(ending, (letter) => letter.charCodeAt(0)),
      );
      if (tokens === undefined) return undefined;
      found = [...tokens, ...this.vocabulary.ends.slice(0, 1)];
      if (this.#spelled.size > MOST_SPELLED) this.#spelled.clear();
      this.#spelled.set(ending, found);
    }
    return found;
  }
}

/** Whether lexemes of equal keys end alike: digits that are out of bounds need powers of ten of their own. */
function endsAlike({ closing, endings, isPassing }: LexemeState): boolean {
  return closing !== undefined || endings === undefined || !isPassing;
}

function endsInLabel({ lexeme }: Position, labels: ReadonlySet<string>): boolean {
  const label = lexeme.closing?.label;
  return label !== undefined && labels.has(label);
}

const UNDERSCORE = 0x5f;
