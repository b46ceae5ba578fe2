// What may come next at a place between two lexemes, and behind which white space. Places that differ only in what comes
// later share it, and with it all that has been found out about spellings and tokens.
import type { Expectation, PrefixState } from '@diorama/grammar';
import { CanonicalGap, FreeGap, type GapState, LexemePlace, type PlaceOptions } from './gap-state.ts';
import type { Option } from './layout/layout.ts';
import type { Reach } from './reach.ts';
import type { Spellings } from './spellings.ts';

/** What a shape is made of. */
interface ShapeParts {
  readonly options: readonly Option[];
  /** Whether the program may end here, if the layout lets it. */
  readonly mayEnd: boolean;
  /** The white space with which it may end. */
  readonly endings: readonly string[];
  readonly isFree: boolean;
  /** One of the prefixes that have this shape. */
  readonly typed: PrefixState;
  readonly engine: PlaceOptions;
  readonly spellings: Spellings;
}

export class Shape {
  readonly options: readonly Option[];
  readonly mayEnd: boolean;
  readonly endings: readonly string[];
  /** What may come next by the white space before it. */
  readonly places: ReadonlyMap<string, LexemePlace>;
  /** Before the white space. */
  readonly start: GapState;
  /** Where the tokens below a node of the trie lead from the start. */
  readonly reaches = new Map<number, Reach>();
  /** Where tokens lead from the white space so far. */
  readonly gapReaches = new Map<GapState, Reach>();

  constructor({ options, mayEnd, endings, isFree, typed, engine, spellings }: ShapeParts) {
    this.options = options;
    this.mayEnd = mayEnd;
    this.endings = endings;
    const byGap = new Map<string, Expectation[]>();
    for (const { expectation, gaps } of options) {
      for (const gap of gaps) byGap.set(gap, [...(byGap.get(gap) ?? []), expectation]);
    }
    this.places = new Map(
      [...byGap].map(([gap, list]) => [gap, new LexemePlace({ typed, engine, spellings }, gap, list)]),
    );
    this.start = isFree ? new FreeGap(this) : new CanonicalGap(this, '');
  }
}
