// Turns a vocabulary and a language into what says which tokens may come next.
import type { Diagnostic } from '@diorama/diagnostics';
import { EMPTY_CATALOG } from '@diorama/grammar';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { buildMask } from './build-mask.ts';
import { Engine, type Language } from './engine.ts';
import { bitMask, clearBit, countBits, listMask, type Mask, setBit } from './mask.ts';
import type { CachedMask } from './mask-cache.ts';
import type { Position } from './position.ts';

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

/** What has been decoded so far. A value: accepting a token gives a new one and leaves the old one be. */
export interface DecodingState {
  /** How many tokens may still come. */
  readonly budget: number;
  /** @internal */
  readonly decoder: Decoder;
  /** @internal */
  readonly position: Position;
  /** @internal The labels that the program has. */
  readonly labels: ReadonlySet<string>;
  /** @internal */
  readonly previous: DecodingState | undefined;
  /** @internal The token that led here; -1 for none. */
  readonly token: number;
  /** @internal Whether the text has ended. */
  readonly hasEnded: boolean;
}

export interface Decoder {
  readonly vocabulary: Vocabulary;
  readonly options: DecoderOptions;
  /** The state of the empty text. */
  start(budget?: number): DecodingState;
  /** The ids that may come next. */
  mask(state: DecodingState): Mask;
  /** The state behind one more token; undefined if it is refused. */
  accept(state: DecodingState, id: number): DecodingState | undefined;
  allows(state: DecodingState, id: number): boolean;
  canEnd(state: DecodingState): boolean;
  explain(state: DecodingState, id: number): Diagnostic | undefined;
  text(state: DecodingState): string;
}

const NO_LABELS: ReadonlySet<string> = new Set();

export function createDecoder(vocabulary: Vocabulary, options: Partial<DecoderOptions> = {}): Decoder {
  return new TokenDecoder(vocabulary, { ...DECODER_DEFAULTS, ...options });
}

class TokenDecoder implements Decoder {
  readonly vocabulary: Vocabulary;
  readonly options: DecoderOptions;
  readonly #engine: Engine;
  readonly #ends: ReadonlySet<number>;

  constructor(vocabulary: Vocabulary, options: DecoderOptions) {
    this.vocabulary = vocabulary;
    this.options = options;
    this.#engine = new Engine(vocabulary, options);
    this.#ends = new Set(vocabulary.ends);
  }

  start(budget = Number.POSITIVE_INFINITY): DecodingState {
    const { start: position } = this.#engine.start(this.options.objects);
    return { budget, decoder: this, position, labels: NO_LABELS, previous: undefined, token: -1, hasEnded: false };
  }

  mask(state: DecodingState): Mask {
    const { position, labels } = state;
    const { mask, labels: tokens } = this.#cached(position);
    const free = labels.size === 0 ? mask : this.#withoutTaken(mask, tokens, labels, position.lexeme.spelled ?? '');
    return position.mayEnd && !endsInLabel(position, labels) ? this.#withEnds(free) : free;
  }

  #cached(position: Position): CachedMask {
    if (position.mask !== undefined) return position.mask;
    const { key } = position.lexeme;
    if (key === undefined) {
      position.mask = buildMask(this.#engine, position);
      return position.mask;
    }
    const byKey = this.#engine.masks.get(position.node) ?? new Map<string, CachedMask>();
    this.#engine.masks.set(position.node, byKey);
    const full = `${position.place?.gap} ${key}`;
    let found = byKey.get(full);
    if (found === undefined) {
      found = buildMask(this.#engine, position);
      byKey.set(full, found);
    }
    position.mask = found;
    return found;
  }

  #withoutTaken(mask: Mask, tokens: CachedMask['labels'], labels: ReadonlySet<string>, spelled: string): Mask {
    const refused = tokens.filter(({ suffix }) =>
      suffix
        .slice(1)
        .split(' ')
        .some((one, index) => labels.has(index === 0 ? spelled + one : one)),
    );
    if (refused.length === 0) return mask;
    const words = mask.words.slice();
    for (const { id } of refused) clearBit(words, id);
    return bitMask(words, countBits(words));
  }

  #withEnds(mask: Mask): Mask {
    const { ends, size } = this.vocabulary;
    if (mask.ids !== undefined) return listMask(Uint32Array.from([...mask.ids, ...ends]).sort(), size);
    const words = mask.words.slice();
    for (const id of ends) setBit(words, id);
    return bitMask(words, countBits(words));
  }

  accept(state: DecodingState, id: number): DecodingState | undefined {
    if (this.#ends.has(id)) {
      if (!this.canEnd(state)) return undefined;
      return { ...state, budget: state.budget - 1, previous: state, token: id, hasEnded: true };
    }
    const bytes = this.vocabulary.bytes(id);
    if (bytes.length === 0 || state.hasEnded) return undefined;
    let { position, labels } = state;
    for (const byte of bytes) {
      const target = position.advance(byte);
      if (target === undefined) return undefined;
      const label = position.lexeme.closing?.label;
      if (label !== undefined && position.endsBefore(byte) && this.#engine.isCore) {
        if (labels.has(label)) return undefined;
        labels = new Set([...labels, label]);
      }
      position = target;
    }
    return { budget: state.budget - 1, decoder: this, position, labels, previous: state, token: id, hasEnded: false };
  }

  allows(state: DecodingState, id: number): boolean {
    return this.accept(state, id) !== undefined;
  }

  canEnd({ position, labels, hasEnded }: DecodingState): boolean {
    return !hasEnded && position.mayEnd && !endsInLabel(position, labels);
  }

  explain(): Diagnostic | undefined {
    return undefined;
  }

  text(state: DecodingState): string {
    const parts: Uint8Array[] = [];
    for (let at: DecodingState | undefined = state; at !== undefined; at = at.previous) {
      if (at.token >= 0) parts.push(this.vocabulary.bytes(at.token));
    }
    parts.reverse();
    const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let offset = 0;
    for (const part of parts) {
      all.set(part, offset);
      offset += part.length;
    }
    return new TextDecoder().decode(all);
  }
}

function endsInLabel({ lexeme }: Position, labels: ReadonlySet<string>): boolean {
  const label = lexeme.closing?.label;
  return label !== undefined && labels.has(label);
}
