import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { suggest, withArticle, writeSuggestion } from './wording.ts';

export const unknownFunctionPage: ProblemPage = {
  code: 'unknown-function',
  severity: 'error',
  title: 'unknown function',
  explanation:
    'Functions are part of the language; there is none of this name, and programs cannot declare their own.\n\nWhat a program can name is a value, with `let`, or a part of a scene, with `prefab`. A prefab is used like an element: `thicket { at: (0, -8) }`.',
  bad: 'tree { at: (0, -8), height: rnd(3..5) }',
  good: 'tree { at: (0, -8), height: random(3..5) }',
};

/** A call of what is no function. `fitting` are the functions that give what the place expects, `expected`. */
export function unknownFunction(
  place: Place,
  name: string,
  names: readonly string[],
  fitting: readonly string[],
  expected: string | undefined,
): Diagnostic {
  const nearest = suggest(name, fitting, SYNONYMS) ?? suggest(name, names, SYNONYMS);
  const fact = nearest ? `did you mean \`${nearest.text}\`?` : 'no function has this name';
  return problem(unknownFunctionPage, place, fact, {
    notes: nearest
      ? []
      : [
          expected !== undefined && fitting.length > 0
            ? `${withArticle(expected)} is made by ${fitting.join(', ')}`
            : `the functions are ${names.join(', ')}`,
        ],
    fixes: writeSuggestion(place, nearest),
  });
}

/** A call of a prefab, or of the kind of an element. */
export function calledElement(place: Place, name: string, what: 'prefab' | 'kind'): Diagnostic {
  const fact = what === 'prefab' ? 'a prefab' : 'a kind of element';
  return problem(unknownFunctionPage, place, `\`${name}\` is ${fact}, not a function`, {
    notes: [`use it as an element: \`${name} { at: (0, -8) }\``],
  });
}

/** What other languages call them. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['rnd', 'random'],
  ['rand', 'random'],
  ['uniform', 'random'],
  ['choose', 'pick'],
  ['choice', 'pick'],
  ['oneof', 'pick'],
  ['circle', 'disk'],
  ['disc', 'disk'],
  ['rect', 'rectangle'],
  ['square', 'rectangle'],
  ['annulus', 'ring'],
  ['line', 'path'],
  ['rotate', 'yaw'],
  ['turn', 'yaw'],
  ['rotation', 'euler'],
  ['look_at', 'facing'],
  ['lookat', 'facing'],
  ['lerp', 'mix'],
  ['linspace', 'steps'],
  ['modulo', 'mod'],
  ['model', 'asset'],
]);
