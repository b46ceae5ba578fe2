// What all states of one decoder share: nodes, tables, masks.
import { type Catalog, canEnd, createStateKeys, isCompared, type PrefixState, start } from '@diorama/grammar';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type BodyTable, buildBodyTable } from './body-table.ts';
import { unite } from './build-mask.ts';
import { Endings } from './endings.ts';
import { GapState } from './gap-state.ts';
import { createCanonicalLayout } from './layout/canonical-layout.ts';
import { FREE_LAYOUT } from './layout/free-layout.ts';
import type { Layout, LayoutState, Option } from './layout/layout.ts';
import type { LexemeState } from './lexemes/lexeme-state.ts';
import { hasPowers, longestDigits, mostDigits } from './longest-digits.ts';
import type { Mask } from './mask.ts';
import { Node } from './node.ts';
import { findReach, findReachBehind, type Reach } from './reach.ts';
import { Shape } from './shape.ts';
import { Spellings } from './spellings.ts';

/** What a decoder lets through. */
export interface Language {
  /** What is known of the world outside of the program. */
  readonly catalog: Catalog;
  /** Core form, the whole language, or core form with slots for numbers, rotations and appearances. */
  readonly form: 'core' | 'whole' | 'slots';
  /** The formatter's white space and no comments, or any white space and comments. */
  readonly layout: 'canonical' | 'free';
}

/** All that is kept is let go of when there are so many nodes; those in use stay. The whole language has ever new ones. */
const MOST_NODES = 100_000;

export class Engine {
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly layout: Layout;
  readonly isCore: boolean;
  /** Whether numbers are spelled as core form prints them. */
  readonly isPrinted: boolean;
  /** How many digits a token may bring before it ends a number; infinite if it may bring a power of ten. */
  readonly lookAhead: number;
  #keyOf = createStateKeys();
  readonly #typed = new Map<number, PrefixState>();
  readonly #nodes = new Map<string, Node>();
  #spellings = new Spellings();
  readonly #shapes = new Map<string, Shape>();
  readonly endings = new Endings();
  readonly #reaches = new Map<string, Reach>();
  readonly #masks = new Map<string, Mask>();
  readonly #tables = new Map<string, BodyTable>();

  constructor(vocabulary: Vocabulary, language: Language) {
    this.vocabulary = vocabulary;
    this.language = language;
    this.isCore = language.form !== 'whole';
    this.isPrinted = this.isCore && language.layout === 'canonical';
    this.layout = language.layout === 'free' ? FREE_LAYOUT : createCanonicalLayout(this.isCore);
    const digits = this.isPrinted ? mostDigits(vocabulary.trie) : longestDigits(vocabulary.trie);
    this.lookAhead = hasPowers(vocabulary.trie) ? Number.POSITIVE_INFINITY : digits;
  }

  /** Before the first lexeme. */
  start(objects: number): Node {
    const { catalog } = this.language;
    return this.node(start(catalog, { core: this.isCore, forgetsLabels: this.isCore }), this.layout.start, objects);
  }

  /** The node with this future; there is only one. */
  node(typed: PrefixState, layout: LayoutState, objects: number): Node {
    if (this.#nodes.size >= MOST_NODES) this.#forget();
    const number = this.#keyOf(typed);
    const key = `${number} ${layout.id} ${objects}`;
    let found = this.#nodes.get(key);
    if (found === undefined) {
      found = new Node(this, this.#known(number, typed), layout, objects);
      this.#nodes.set(key, found);
    }
    return found;
  }

  #forget(): void {
    this.#nodes.clear();
    this.#typed.clear();
    this.#shapes.clear();
    this.#reaches.clear();
    this.#masks.clear();
    this.#spellings = new Spellings();
    this.#keyOf = createStateKeys();
  }

  /** Of states with equal keys the first, which remembers what has been asked of it. */
  #known(number: number, typed: PrefixState): PrefixState {
    const known = this.#typed.get(number);
    if (known !== undefined) return known;
    this.#typed.set(number, typed);
    return typed;
  }

  /** The shape with these options; there is only one. */
  shape(typed: PrefixState, options: readonly Option[], endings: readonly string[]): Shape {
    const mayEnd = canEnd(typed);
    const end = mayEnd ? endings.map((gap) => `~${gap}`).join('') : '-';
    let key = `${end}|${isCompared(typed)}`;
    for (const { expectation, gaps } of options) key += `;${this.#spellings.keyOf(expectation)}~${gaps.join('~')}`;
    let found = this.#shapes.get(key);
    if (found === undefined) {
      found = new Shape({
        options,
        mayEnd,
        endings,
        isFree: this.layout.isFree,
        typed,
        engine: this,
        spellings: this.#spellings,
      });
      this.#shapes.set(key, found);
    }
    return found;
  }

  /** Where all tokens lead from a state. */
  reachOf(shape: Shape, lexeme: LexemeState): Reach {
    const { length } = this.vocabulary.trie.byte;
    if (!(lexeme instanceof GapState)) return this.reach(lexeme, 0, length);
    let found = shape.gapReaches.get(lexeme);
    if (found === undefined) {
      found = findReach(this, lexeme, 0, length);
      shape.gapReaches.set(lexeme, found);
    }
    return found;
  }

  /** Where the tokens from a node of the trie on lead from before the white space. */
  reachFrom(shape: Shape, first: number): Reach {
    let found = shape.reaches.get(first);
    if (found === undefined) {
      found = findReach(this, shape.start, first, first + (this.vocabulary.trie.size[first] as number));
      shape.reaches.set(first, found);
    }
    return found;
  }

  /** Where the tokens between two nodes of the trie lead from a state of a lexeme. */
  reach(lexeme: LexemeState, first: number, end: number): Reach {
    return this.#remember(`${first} ${lexeme.key}`, lexeme, () => findReach(this, lexeme, first, end));
  }

  /** Where the tokens from a node of the trie on lead, whose byte has led to a state of a lexeme. */
  reachBehind(lexeme: LexemeState, node: number): Reach {
    return this.#remember(`behind ${node} ${lexeme.key}`, lexeme, () => findReachBehind(this, lexeme, node));
  }

  #remember(key: string, lexeme: LexemeState, find: () => Reach): Reach {
    if (lexeme.key === undefined) return find();
    let found = this.#reaches.get(key);
    if (found === undefined) {
      found = find();
      this.#reaches.set(key, found);
    }
    return found;
  }

  /** The tokens of all of them. */
  mask(reaches: readonly Reach[]): Mask {
    const filled = reaches.filter(({ ids, bodies }) => ids.length > 0 || bodies.length > 0);
    const key = filled.map(contentKey).join();
    let found = this.#masks.get(key);
    if (found === undefined) {
      found = unite(filled, this.vocabulary.size);
      this.#masks.set(key, found);
    }
    return found;
  }

  /** The tokens below a node of the trie that stay in a text, a name or a comment. */
  table(root: number, body: string, state: LexemeState): BodyTable {
    const key = `${root} ${body}`;
    let found = this.#tables.get(key);
    if (found === undefined) {
      found = buildBodyTable(this.vocabulary.trie, root, state, this.vocabulary.size);
      this.#tables.set(key, found);
    }
    return found;
  }
}

/** Reaches of few tokens are often alike. */
function contentKey({ id, ids, bodies }: Reach): string {
  return bodies.length === 0 && ids.length <= FEW ? `=${ids.join('.')}` : `${id}`;
}
const FEW = 8;
