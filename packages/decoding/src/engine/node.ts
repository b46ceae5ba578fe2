// A place between two lexemes: what is known of the program so far, and how it is laid out.
import { type Expectation, expected, type PrefixState, step } from '@diorama/grammar';
import type { CachedMask } from './cached-mask.ts';
import type { Engine } from './engine.ts';
import type { LexemePlace } from './gap-state.ts';
import type { LayoutState, Option } from './layout/layout.ts';
import type { Closing, LexemeState } from './lexemes/lexeme-state.ts';
import { Position } from './position.ts';
import type { Shape } from './shape.ts';

/** Nodes with the same future are one object. */
export class Node {
  readonly engine: Engine;
  readonly typed: PrefixState;
  readonly layout: LayoutState;
  /** How many more objects may come; those that no token can reach are not counted. */
  readonly objects: number;
  /** The masks of positions between this place and the next, by what they have in common. */
  readonly masks = new Map<string, CachedMask>();
  /** The tokens of known endings, by the same. */
  readonly plans = new Map<string, readonly number[]>();
  readonly #following = new Map<string, Node | undefined>();
  #shape: Shape | undefined;
  #start: Position | undefined;

  constructor(engine: Engine, typed: PrefixState, layout: LayoutState, objects: number) {
    this.engine = engine;
    this.typed = typed;
    this.layout = layout;
    this.objects = objects;
  }

  /** What may come next, and how it is laid out. */
  get shape(): Shape {
    this.#shape ??= this.engine.shape(this.typed, this.#findOptions(), this.engine.layout.endings(this.layout));
    return this.#shape;
  }
  #findOptions(): readonly Option[] {
    const all = expected(this.typed);
    const open = this.objects > 0 ? all : all.filter((one) => this.#mayCome(one));
    const printed = this.engine.isPrinted ? withoutNegativeZero(open) : open;
    return this.engine.layout.options(this.layout, this.typed, printed);
  }
  /** Whether the program may end here, if the layout lets it. */
  get mayEnd(): boolean {
    return this.shape.mayEnd;
  }
  get layoutEndings(): readonly string[] {
    return this.shape.endings;
  }
  /** What may come next, and behind which white space. */
  get options(): readonly Option[] {
    return this.shape.options;
  }
  /** What may come next by the white space before it. */
  get places(): ReadonlyMap<string, LexemePlace> {
    return this.shape.places;
  }

  /** The position before the white space. */
  get start(): Position {
    this.#start ??= new Position(this, undefined, this.shape.start, new Map());
    return this.#start;
  }

  /** The position in a lexeme that stands here. */
  at(place: LexemePlace | undefined, lexeme: LexemeState): Position {
    return new Position(this, place, lexeme, new Map());
  }

  /** Behind a lexeme that stood behind this white space; undefined if what it says is refused. */
  after(gap: string, closing: Closing): Node | undefined {
    const { lexeme, expectation } = closing;
    const key = `${gap}|${expectation.kind}|${lexeme.type}|${lexeme.text}`;
    if (this.#following.has(key)) return this.#following.get(key);
    const found = this.#after(gap, closing);
    this.#following.set(key, found);
    return found;
  }

  #after(gap: string, closing: Closing): Node | undefined {
    const typed = step(this.typed, closing.lexeme);
    if (typed === undefined) return undefined;
    const objects = beginsObject(closing.expectation) ? this.objects - 1 : this.objects;
    return this.engine.node(typed, this.engine.layout.after(this.layout, gap, closing), objects);
  }

  /** Whether the limit of objects lets it come. */
  #mayCome(expectation: Expectation): boolean {
    if (this.objects > 0) return true;
    if (beginsObject(expectation)) return false;
    if (!('text' in expectation)) return true;
    // What is scattered is one at least.
    if (expectation.text === 'scatter') return false;
    if (expectation.text !== '@') return true;
    // An annotation needs an element behind it.
    return expected(this.typed).some((one) => one.kind === 'kind-name' && !beginsObject(one));
  }
}

/** Whether it begins an object, a primitive or a lamp: not a setting. */
export function beginsObject(expectation: Expectation): boolean {
  return expectation.kind === 'kind-name' && !(expectation.definition?.once ?? false);
}

/** No minus where only 0 could follow it. */
function withoutNegativeZero(expectations: readonly Expectation[]): readonly Expectation[] {
  const number = expectations.find((one) => one.kind === 'number');
  const unit = number?.units.find(({ name }) => name === '');
  if (unit?.ranges === undefined || !unit.bounded || unit.ranges.some(({ min = -1 }) => min < 0)) return expectations;
  return expectations.filter((one) => !(one.kind === 'operator' && one.text === '-'));
}
