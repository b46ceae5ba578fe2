// Reports an asset of another class than its element.
import {
  type Diagnostic,
  type Fix,
  type Label,
  type Place,
  type ProblemPage,
  problem,
  replace,
} from '@diorama/diagnostics';
import { findKind } from '@diorama/vocabulary';
import { expectedFound } from './wording.ts';

export const wrongClassPage: ProblemPage = {
  code: 'wrong-class',
  severity: 'error',
  title: 'an asset of another class',
  explanation:
    'The class of an asset is that of its element: a `tree` takes assets of `tree/…`, the ground those of `ground/…`. So the word that begins the element always says what is seen, and how large such a thing may be.\n\nTake an asset of the element’s class, or change the element. An `object` takes assets of any class.',
  bad: 'tree { at: (0, -8), height: 4, appearance: asset("bush/fern") }',
  good: 'bush { at: (0, -8), height: 1, appearance: asset("bush/fern") }',
};

/** The word that begins an element. */
type Word = { readonly start: number; readonly end: number };

/** An asset that its element cannot wear. */
export function wrongClass(place: Place, id: string, kind: string, element: Word): Diagnostic {
  const className = classOf(id);
  const other = kind !== 'ground' && findKind(className)?.role === 'object' ? className : undefined;
  return problem(wrongClassPage, place, `this is an asset of the class \`${className}\``, {
    notes: [
      ...expectedFound(`${kind}/…`, id),
      kind === 'ground'
        ? 'describe the ground in words: `like("dry grass")`'
        : `write ${other === undefined ? '' : `\`${other} { … }\`, or `}\`object { … }\`, which takes any asset`,
    ],
    fixes: kind === 'ground' ? [] : [writeKind(element, other ?? 'object')],
  });
}

/** One of the assets that may come of an expression: another time there may be one that the element can wear. */
export function sometimesWrongClass(
  place: Place,
  id: string,
  kind: string,
  element: Word,
  related: readonly Label[],
): Diagnostic {
  return problem(wrongClassPage, place, `this may be an asset of the class \`${classOf(id)}\``, {
    related,
    notes: [
      ...expectedFound(`${kind}/…`, id),
      kind === 'ground' ? `take assets of \`ground/…\` alone` : 'write `object { … }`, which takes any asset',
    ],
    fixes: kind === 'ground' ? [] : [writeKind(element, 'object')],
  });
}

function classOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function writeKind({ start, end }: Word, kind: string): Fix {
  return replace({ start, end }, kind, { safe: false });
}
