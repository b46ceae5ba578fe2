import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const invalidColorPage: ProblemPage = {
  code: 'invalid-color',
  severity: 'error',
  title: 'not a color',
  explanation: 'A color is `#` and six hexadecimal digits: two each for red, green and blue, from 00 to ff, in sRGB.',
  bad: 'ground { color: #fa }\ntree { at: (0, -8), height: 4 }',
  good: 'ground { color: #ffaa00 }\ntree { at: (0, -8), height: 4 }',
};

/** A `#` with something else than six hexadecimal digits. */
export function invalidColor(place: Place, text: string): Diagnostic {
  const digits = text.slice(1);
  const short = /^[0-9a-fA-F]{3}$/.test(digits) ? `#${[...digits].map((digit) => digit + digit).join('')}` : undefined;
  const alpha = /^[0-9a-fA-F]{8}$/.test(digits);
  return problem(
    invalidColorPage,
    place,
    alpha ? 'a color has no opacity' : short ? 'a color has six digits' : 'this is no color',
    {
      notes: [
        'expected `#` and six hexadecimal digits, such as `#c3ccd4`',
        ...(short ? [`written out it is \`${short}\``] : []),
      ],
      fixes: short ? [replace(place, short)] : alpha ? [replace(place, text.slice(0, 7), { safe: false })] : [],
    },
  );
}
