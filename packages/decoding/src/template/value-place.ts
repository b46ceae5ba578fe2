// What may come next at a place in the value of a hole, whatever is written in it so far.
import {
  admits,
  type Expectation,
  expected,
  type Lexeme,
  type NumberExpectation,
  type NumberUnit,
  type PrefixState,
} from '@diorama/grammar';
import { LexemePlace } from '../engine/gap-state.ts';
import { has, NAME_BYTES } from '../engine/lexemes/byte-set.ts';
import type { Completion, CompletionParts } from './completion.ts';
import { candidates } from './find-rest.ts';
import { gapBefore, goOn, isWhole, type ValueShape } from './value-shape.ts';

/** What may come next, and the white space before it. */
export interface ValueOption {
  readonly expectation: Expectation;
  readonly gap: string;
}

/** How many places are looked at for a value of which the rest of the template could make use. */
const MOST_SOUGHT = 100;

/** Nodes at the same place share it. */
export class ValuePlace {
  readonly #completion: Completion;
  readonly #hole: number;
  readonly #typed: PrefixState;
  readonly #shape: ValueShape;
  #admitted: readonly ValueOption[] | undefined;
  #options: readonly ValueOption[] | undefined;
  #lexemes: ReadonlyMap<string, LexemePlace> | undefined;

  constructor(completion: Completion, hole: number, typed: PrefixState, shape: ValueShape) {
    this.#completion = completion;
    this.#hole = hole;
    this.#typed = typed;
    this.#shape = shape;
  }

  get options(): readonly ValueOption[] {
    this.#options ??= this.#findOptions();
    return this.#options;
  }

  /** Where lexemes begin, by the white space before them. */
  get lexemes(): ReadonlyMap<string, LexemePlace> {
    this.#lexemes ??= placesOf(this.#completion.parts, this.#hole, this.#typed, this.options);
    return this.#lexemes;
  }

  /** What types let through here, whatever stands behind the hole. */
  get admitted(): readonly ValueOption[] {
    this.#admitted ??= this.#findAdmitted();
    return this.#admitted;
  }
  #findAdmitted(): readonly ValueOption[] {
    const { values } = this.#completion.parts;
    const shape = this.#shape;
    // A whole literal does not go on.
    const all = isWhole(shape) && values === 'literals' ? [] : expected(this.#typed);
    return all.flatMap((one): readonly ValueOption[] => {
      const expectation = this.#narrow(one);
      const gap = expectation && gapBefore(shape, expectation, values);
      if (expectation === undefined || gap === undefined || this.#wouldJoin(shape, expectation)) return [];
      return [{ expectation, gap }];
    });
  }

  /** Of a literal of which use is made elsewhere only the types that are of use there. */
  #findOptions(): readonly ValueOption[] {
    const { template, values } = this.#completion.parts;
    if (values !== 'literals' || this.#shape.open !== '' || template.holes[this.#hole]?.isPlain) return this.admitted;
    return this.admitted.flatMap(({ expectation, gap }): readonly ValueOption[] => {
      if (expectation.kind !== 'number') return this.#leadsOut({ expectation, gap }) ? [{ expectation, gap }] : [];
      const leading = new Set(
        firstOfEach(expectation.units)
          .filter((unit) => this.#leadsOut({ expectation: { ...expectation, units: [unit] }, gap }))
          .map(measureOf),
      );
      const units = expectation.units.filter((unit) => leading.has(measureOf(unit)));
      return units.length === 0 ? [] : [{ expectation: { ...expectation, units }, gap }];
    });
  }

  /** Whether the rest of the template agrees with the type of a value that begins so. */
  #leadsOut(first: ValueOption): boolean {
    const seen = new Set<ValuePlace>([this]);
    let open = this.#follow(first);
    for (let sought = 0; open.length > 0 && sought < MOST_SOUGHT; ) {
      const next: ValuePlace[] = [];
      for (const place of open) {
        if (seen.has(place)) continue;
        seen.add(place);
        if (isWhole(place.#shape) && this.#completion.leadsOut(this.#hole, place.#typed)) return true;
        if (++sought >= MOST_SOUGHT) break;
        for (const option of place.admitted) next.push(...place.#follow(option));
      }
      open = next;
    }
    return false;
  }

  /** The places behind a few lexemes of an option, one of each type. */
  #follow({ expectation }: ValueOption): readonly ValuePlace[] {
    const shape = goOn(this.#shape, expectation);
    const found = new Set<ValuePlace>();
    for (const lexeme of lexemesOf(expectation)) {
      if (!admits(expectation, lexeme)) continue;
      const typed = this.#completion.stepAlike(this.#hole, this.#typed, { lexeme, expectation });
      if (typed !== undefined) found.add(this.#completion.place(this.#hole, typed, shape));
    }
    return [...found];
  }

  /** Of numbers only those that can be the whole value, unless they are operands. */
  #narrow(expectation: Expectation): Expectation | undefined {
    const { template, values } = this.#completion.parts;
    if (template.holes[this.#hole]?.isOperand || values === 'expressions') return expectation;
    if (expectation.kind === 'function-name') return expectation.direct ? expectation : undefined;
    if (expectation.kind !== 'number') return expectation;
    const units = expectation.units.filter(({ direct }) => direct).map((unit) => ({ ...unit, bounded: true }));
    return units.length === 0 ? undefined : ({ ...expectation, units } satisfies NumberExpectation);
  }

  /** Whether a lexeme would be one with the letter that is written before the hole. */
  #wouldJoin({ last }: ValueShape, expectation: Expectation): boolean {
    if (last !== 'nothing') return false;
    const before = this.#completion.parts.template.written[this.#hole]?.bytes ?? '';
    if (before === '' || !has(NAME_BYTES, before.charCodeAt(before.length - 1))) return false;
    if (expectation.kind === 'number') return true;
    const text = 'text' in expectation ? expectation.text : 'name' in expectation ? expectation.name : '';
    return text !== '' && has(NAME_BYTES, text.charCodeAt(0));
  }
}

export function placesOf(
  { template, lookAhead }: CompletionParts,
  hole: number,
  typed: PrefixState,
  options: readonly ValueOption[],
): ReadonlyMap<string, LexemePlace> {
  const engine = { isCore: template.holes[hole]?.isPlain ?? false, isPrinted: false, lookAhead };
  const byGap = new Map<string, Expectation[]>();
  for (const { expectation, gap } of options) byGap.set(gap, [...(byGap.get(gap) ?? []), expectation]);
  return new Map([...byGap].map(([gap, list]) => [gap, new LexemePlace({ typed, engine }, gap, list)]));
}

/** What a unit tells types: what it measures, and where there is none that there is none. */
export function measureOf({ name, dimensions }: NumberUnit): string {
  return name === '' ? '' : dimensions.join('/');
}
function firstOfEach(units: readonly NumberUnit[]): readonly NumberUnit[] {
  const first = new Map<string, NumberUnit>();
  for (const unit of units) {
    const known = first.get(measureOf(unit));
    if (known === undefined || known.name.length > unit.name.length) first.set(measureOf(unit), unit);
  }
  return [...first.values()];
}

/** A lexeme of each type that an expectation tells of: numbers of each dimension, whole and broken. */
function lexemesOf(expectation: Expectation): readonly Lexeme[] {
  switch (expectation.kind) {
    case 'number':
      return firstOfEach(expectation.units).flatMap((unit) => {
        const texts = candidates({ ...expectation, units: [unit] });
        const fitting = texts.filter((text) => admits(expectation, { type: 'Number', text }));
        const whole = fitting.find((text) => /^[1-9][0-9]*[^.]*$/.test(text));
        const broken = fitting.find((text) => /[1-9]/.test(text) && text.includes('.'));
        return [whole ?? fitting[0], broken].flatMap((text) => (text === undefined ? [] : [{ type: 'Number', text }]));
      });
    case 'text':
      return candidates(expectation).map((text) => ({ type: 'Text', text }));
    case 'color':
      return [{ type: 'Color', text: '#000000' }];
    case 'punctuation':
    case 'operator':
    case 'keyword':
      return [{ type: expectation.token, text: expectation.text }];
    default:
      return candidates(expectation).map((text) => ({ type: 'Identifier', text }));
  }
}
