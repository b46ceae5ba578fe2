// Keeps the endings that were found, by where the parser and the layout are: most serve at other nodes too, and to try one
// is faster than to search.
import { canEnd, type Lexeme, step } from '@diorama/grammar';
import type { Node } from './node.ts';

/** A text with which a program ends. */
export interface Ending {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  /** How many objects it brings. */
  readonly objects: number;
}

/** So many are tried at one place. */
const MOST_TRIED = 24;

export class Endings {
  readonly #known = new WeakMap<Node, Ending>();
  /** The shortest first. */
  readonly #byPlace = new Map<string, Ending[]>();
  readonly #places = new Map<object, number>();

  /** A known ending of a node, or of another one that serves. */
  find(node: Node): Ending | undefined {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const found = this.#byPlace.get(this.#placeOf(node))?.find((one) => serves(one, node));
    if (found !== undefined) this.#known.set(node, found);
    return found;
  }

  add(node: Node, ending: Ending): void {
    if (this.#known.has(node)) return;
    this.#known.set(node, ending);
    const place = this.#placeOf(node);
    const list = this.#byPlace.get(place) ?? [];
    if (list.some(({ text }) => text === ending.text)) return;
    list.push(ending);
    list.sort((a, b) => a.text.length - b.text.length);
    if (list.length > MOST_TRIED) list.pop();
    this.#byPlace.set(place, list);
  }

  #placeOf({ typed, layout }: Node): string {
    let key = `${layout.id}`;
    for (const { node } of typed.paths) {
      let number = this.#places.get(node);
      if (number === undefined) {
        number = this.#places.size;
        this.#places.set(node, number);
      }
      key += ` ${number}`;
    }
    return key;
  }
}

/** Equal layouts lay equal lexemes out alike, so only the types need to be asked. */
function serves({ lexemes, objects }: Ending, node: Node): boolean {
  if (objects > node.objects) return false;
  let typed: Node['typed'] | undefined = node.typed;
  for (const lexeme of lexemes) {
    typed = step(typed, lexeme);
    if (typed === undefined) return false;
  }
  return canEnd(typed);
}
