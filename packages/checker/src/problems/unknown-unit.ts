// Reports a unit that there is not.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import type * as ast from '@diorama/syntax';
import { UNITS } from '@diorama/vocabulary';
import { type Type, typeText } from '../type.ts';
import { suggest } from './wording.ts';

export const unknownUnitPage: ProblemPage = {
  code: 'unknown-unit',
  severity: 'error',
  title: 'unknown unit',
  explanation:
    'A unit is glued to its number. For lengths there are `mm`, `cm`, `m` and `km`, for angles `deg`, `rad` and `turn`, and `%` for hundredths.\n\nA unit may be left out where the place says what is measured: lengths are in metres, angles in degrees. Watts, lux and the like are pure numbers.',
  bad: 'tree { at: (0, -8), height: 4metres }',
  good: 'tree { at: (0, -8), height: 4m }',
};

/** A suffix that is no unit. `place` is that of the number. */
export function unknownUnit(place: Place, node: ast.NumberLiteral, expected: Type | undefined): Diagnostic {
  const { unit, value } = node;
  const names = UNITS.map(({ name }) => name);
  const suffix = { start: place.end - unit.length, end: place.end };
  const here = { ...place, ...suffix };
  const all = `the units are ${names.join(', ')}`;
  const other = decimalOf(node);
  if (other !== undefined) {
    return problem(unknownUnitPage, place, 'numbers are decimal', {
      notes: [`write \`${other}\``],
      fixes: [replace(place, other)],
    });
  }
  const power = /^(.+)[23]$/.exec(unit)?.[1];
  if (power !== undefined && names.includes(power)) {
    return problem(unknownUnitPage, here, 'there are no areas and no volumes', {
      notes: [all, `for a length, write \`${power}\``],
      fixes: [replace(suffix, power, { safe: false })],
    });
  }
  const metres = IMPERIAL.get(unit.toLowerCase());
  if (metres !== undefined) {
    // Twelve digits: a product of two decimals has no more that matter.
    const converted = `${shortestDecimal(Number((value * metres).toPrecision(12)))}m`;
    return problem(unknownUnitPage, here, `lengths are metric: ${value}${unit} is \`${converted}\``, {
      notes: [all],
      fixes: [replace(place, converted)],
    });
  }
  const alias = ALIASES.get(unit.toLowerCase());
  if (alias !== undefined)
    return problem(unknownUnitPage, here, `did you mean \`${alias}\`?`, {
      notes: [all],
      fixes: [replace(suffix, alias)],
    });
  if (expected?.kind === 'numeric' && /^(Number|Integer)$/.test(typeText(expected))) {
    return problem(unknownUnitPage, here, 'a pure number has no unit', {
      notes: [all, 'leave the unit out'],
      fixes: [replace(suffix, '', { title: 'remove the unit', safe: false })],
    });
  }
  const nearest = suggest(unit, names);
  return problem(unknownUnitPage, here, nearest ? `did you mean \`${nearest.text}\`?` : 'no such unit', {
    notes: [all],
    fixes: nearest ? [replace(suffix, nearest.text, { safe: nearest.safe })] : [],
  });
}

/** What `0x10`, `0b101` or `0o17` is in decimal digits. */
function decimalOf({ unit, value, integer }: ast.NumberLiteral): string | undefined {
  const isOther = integer && value === 0 && /^(?:x[0-9a-f]+|b[01]+|o[0-7]+)$/i.test(unit);
  return isOther ? shortestDecimal(Number(`0${unit}`)) : undefined;
}

/** In metres, exactly (the international yard and pound agreement, 1959). */
const IMPERIAL: ReadonlyMap<string, number> = new Map([
  ['in', 0.0254],
  ['inch', 0.0254],
  ['inches', 0.0254],
  ['ft', 0.3048],
  ['feet', 0.3048],
  ['foot', 0.3048],
  ['yd', 0.9144],
  ['mi', 1609.344],
  ['mile', 1609.344],
  ['miles', 1609.344],
]);

/** What people write. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['meter', 'm'],
  ['metre', 'm'],
  ['meters', 'm'],
  ['metres', 'm'],
  ['degree', 'deg'],
  ['degrees', 'deg'],
  ['d', 'deg'],
  ['radian', 'rad'],
  ['radians', 'rad'],
  ['turns', 'turn'],
  ['millimeters', 'mm'],
  ['millimetres', 'mm'],
  ['centimeters', 'cm'],
  ['centimetres', 'cm'],
  ['kilometers', 'km'],
  ['kilometres', 'km'],
  ['percent', '%'],
]);
