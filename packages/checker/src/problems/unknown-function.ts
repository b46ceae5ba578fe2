// Reports a call of what is no function.
import { type Diagnostic, insert, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
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
  const elsewhere = POINTS.test(name)
    ? 'a point is written in parentheses alone: `(x, z)` or `(x, y, z)`'
    : ELSEWHERE.get(name.toLowerCase());
  const fact = nearest ? `did you mean \`${nearest.text}\`?` : 'no function has this name';
  return problem(unknownFunctionPage, place, fact, {
    notes: nearest
      ? []
      : [
          elsewhere ??
            (expected !== undefined && fitting.length > 0
              ? `${withArticle(expected)} is made by ${fitting.join(', ')}`
              : `the functions are ${names.join(', ')}`),
        ],
    fixes: nearest === undefined && POINTS.test(name) ? [replace(place, '')] : writeSuggestion(place, nearest),
  });
}

/** What makes a point in other languages; here parentheses do. */
const POINTS = /^(?:vec|vec2|vec3|vector|vector2|vector3|point|position)$/i;

/** What other languages have, and how it is written here. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['range', 'a range is written `0..<5`, which leaves 5 out, or `1..5`'],
  ['rgb', 'a color is written in hexadecimal: `#ff8000`'],
  ['rgba', 'a color is written in hexadecimal: `#ff8000`'],
  ['hsl', 'a color is written in hexadecimal: `#ff8000`'],
  ['print', 'a program only describes a scene'],
  ['pow', 'a power is written as a product: `a * a`'],
]);

/** The name of an argument, without its colon: `center (0, 1)`. */
export function calledArgument(place: Place, name: string): Diagnostic {
  return problem(unknownFunctionPage, place, `expected \`:\` after the argument’s name \`${name}\``, {
    title: 'missing colon',
    notes: [`write \`${name}: …\``],
    fixes: [insert(place.end, ':', { title: 'insert `:`' })],
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
