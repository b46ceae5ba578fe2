// Reports a color that is not six hexadecimal digits.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const invalidColorPage: ProblemPage = {
  code: 'invalid-color',
  severity: 'error',
  title: 'not a color',
  explanation:
    'A color is `#` and six hexadecimal digits: two each for red, green and blue, from `00` to `ff`. It is the notation of the web, in sRGB: `#000000` is black, `#ffffff` white, `#ff0000` red.\n\nShort forms and opacity, which the web also has, are left out here. Write all six digits.',
  bad: 'ground { color: #fa }\ntree { at: (0, -8), height: 4 }',
  good: 'ground { color: #ffaa00 }\ntree { at: (0, -8), height: 4 }',
};

/** A `#` with something else than six hexadecimal digits. */
export function invalidColor(place: Place, text: string): Diagnostic {
  const digits = text.slice(1);
  const notes = ['expected `#` and six hexadecimal digits, such as `#c3ccd4`'];
  if (/^[0-9a-fA-F]{3}$/.test(digits)) {
    const long = `#${[...digits].map((digit) => digit + digit).join('')}`;
    return problem(invalidColorPage, place, 'a color has six digits', {
      notes: [...notes, `written out it is \`${long}\``],
      fixes: [replace(place, long)],
    });
  }
  if (/^[0-9a-fA-F]{8}$/.test(digits))
    return problem(invalidColorPage, place, 'a color has no opacity', {
      notes,
      fixes: [replace(place, text.slice(0, 7), { safe: false })],
    });
  const stranger = /[^0-9a-fA-F]/.exec(digits)?.[0];
  const fact = stranger === undefined ? `these are ${digits.length} digits` : `\`${stranger}\` is no hexadecimal digit`;
  return problem(invalidColorPage, place, fact, { notes });
}
