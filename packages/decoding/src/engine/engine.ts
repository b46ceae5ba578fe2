// What all states of one decoder share: nodes, tables, masks.
import { type Catalog, createStateKeys, type PrefixState, start } from '@diorama/grammar';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type BodyTable, buildBodyTable } from './body-table.ts';
import { createCanonicalLayout } from './layout/canonical-layout.ts';
import { FREE_LAYOUT } from './layout/free-layout.ts';
import type { Layout, LayoutState } from './layout/layout.ts';
import type { LexemeState } from './lexemes/lexeme-state.ts';
import { longestDigits } from './longest-digits.ts';
import { Node } from './node.ts';

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
const MOST_NODES = 10_000;

export class Engine {
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly layout: Layout;
  readonly isCore: boolean;
  /** How many digits a token may bring before it ends a number. */
  readonly lookAhead: number;
  #keyOf = createStateKeys();
  readonly #typed = new Map<number, PrefixState>();
  readonly #nodes = new Map<string, Node>();
  readonly #tables = new Map<string, BodyTable>();

  constructor(vocabulary: Vocabulary, language: Language) {
    this.vocabulary = vocabulary;
    this.language = language;
    this.isCore = language.form !== 'whole';
    this.layout = language.layout === 'free' ? FREE_LAYOUT : createCanonicalLayout(this.isCore);
    this.lookAhead = longestDigits(vocabulary.trie);
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
    this.#keyOf = createStateKeys();
  }

  /** Of states with equal keys the first, which remembers what has been asked of it. */
  #known(number: number, typed: PrefixState): PrefixState {
    const known = this.#typed.get(number);
    if (known !== undefined) return known;
    this.#typed.set(number, typed);
    return typed;
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
