// Reports a value of another type than is expected.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import type * as ast from '@diorama/syntax';
import { ENUMERATIONS, findUnit } from '@diorama/vocabulary';
import { ASSET_ID } from '../asset-catalog.ts';
import {
  ANGLE_BIT,
  type ElementType,
  LENGTH_BIT,
  NUMBER_BIT,
  type Numeric,
  POSITION_BIT,
  type Type,
  typeText,
} from '../type.ts';
import { COLOR_NAMES } from './color-names.ts';
import { expectedFound, howToWrite, withArticle, wrap } from './wording.ts';

export const wrongTypePage: ProblemPage = {
  code: 'wrong-type',
  severity: 'error',
  title: 'wrong type of value',
  explanation:
    'Every property, parameter and operator takes values of one type, and this is one of another. The types are checked before anything is drawn, so that a program that passes can be drawn, whatever its draws come to.\n\nThe message shows what is expected here, and how such a value is written.',
  bad: 'tree { at: (0, -8), height: "tall" }',
  good: 'tree { at: (0, -8), height: 5 }',
};

/** A value of one type stands where another is needed. */
export function wrongType(place: Place, expected: Type, found: Type, node: ast.Expression): Diagnostic {
  const { hint, fixes } = repair(place, expected, found, node) ?? {};
  return problem(wrongTypePage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [
      ...expectedFound(typeText(expected), typeText(found)),
      ...(hint === undefined ? howToWrite(expected) : [hint]),
    ],
    fixes: fixes ?? [],
  });
}

/** A value that an operator or a header cannot take; `expected` says in words what it takes. */
export function wrongOperand(place: Place, expected: string, found: Type, hint?: string): Diagnostic {
  return problem(wrongTypePage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [...expectedFound(expected, typeText(found)), ...(hint === undefined ? [] : [hint])],
  });
}

interface Repair {
  readonly hint: string;
  readonly fixes?: readonly Fix[];
}

/** What would make the value one of the expected type. */
function repair(place: Place, expected: Type, found: Type, node: ast.Expression): Repair | undefined {
  if (found.kind === 'view-position')
    return { hint: 'a point of the camera’s frame can only be the `at` of an element' };
  if (found.kind === 'element') return memberRepair(place, found, expected);
  if (found.kind === 'text') return textRepair(place, expected, node);
  const scalar = found.kind === 'numeric';
  switch (expected.kind) {
    case 'rotation':
      if (scalar && found.dimensions & ANGLE_BIT)
        return { hint: 'a turn about the vertical is written `yaw(…)`', fixes: [wrap(place, 'yaw(', ')')] };
      return found.kind === 'point' ? { hint: 'by three angles: `euler(pitch: 0, yaw: 40, roll: 0)`' } : undefined;
    case 'region':
      return scalar && found.dimensions & LENGTH_BIT
        ? { hint: 'a region is made with disk, ring, rectangle or path', fixes: [wrap(place, 'disk(radius: ', ')')] }
        : { hint: 'a region is made with disk, ring, rectangle or path' };
    case 'point': {
      const parts = scalar ? partsOfSum(node) : undefined;
      if (parts !== undefined)
        return {
          hint: `between the parts of a point stand commas: \`(${parts.join(', ')})\``,
          fixes: [replace(place, `(${parts.join(', ')})`, { safe: false })],
        };
      if (node.kind === 'list' && (node.items.length === 2 || node.items.length === 3))
        return { hint: 'the parts of a point stand in parentheses', fixes: [inParentheses(place)] };
      if (found.kind === 'point' && expected.as & POSITION_BIT)
        return { hint: 'a Vector is a way, not a place: add it to a point, `(0, 0) + …`' };
      return undefined;
    }
    case 'numeric':
      if (found.kind === 'range')
        return { hint: 'to draw a number from a range, write `random(…)`', fixes: [wrap(place, 'random(', ')')] };
      if (found.kind === 'list')
        return { hint: 'to choose one of a list, write `pick(…)`', fixes: [wrap(place, 'pick(', ')')] };
      return undefined;
    case 'boolean':
      return scalar ? { hint: 'compare it with something: `… > 0`' } : undefined;
    default:
      return undefined;
  }
}

function memberRepair(place: Place, { members }: ElementType, expected: Type): Repair {
  const [first] = members;
  if (first === undefined) return { hint: 'a setting is no value: name what it should share with `let`' };
  const likely =
    expected.kind === 'point'
      ? 'at'
      : expected.kind === 'rotation'
        ? 'rotation'
        : expected.kind === 'numeric' && expected.dimensions & LENGTH_BIT
          ? 'height'
          : undefined;
  const member = members.find((name) => name === likely);
  if (member === undefined)
    return { hint: `of this element can be read: ${members.map((name) => `.${name}`).join(', ')}` };
  return {
    hint: `use its \`.${member}\``,
    fixes: [replace({ start: place.end, end: place.end }, `.${member}`, { title: `write .${member} behind it` })],
  };
}

function textRepair(place: Place, expected: Type, node: ast.Expression): Repair | undefined {
  const text = node.kind === 'text' ? node.value : undefined;
  const write = (value: string, safe: boolean) => [replace(place, value, { safe })];
  switch (expected.kind) {
    case 'appearance': {
      const maker = text !== undefined && ASSET_ID.test(text) ? 'asset' : 'like';
      return {
        hint: 'describe it, `like("…")`, or name it, `asset("…")`',
        fixes: [wrap(place, `${maker}(`, ')', text !== undefined && text.trim() !== '')],
      };
    }
    case 'color': {
      const named = COLOR_NAMES.get(text?.toLowerCase() ?? '');
      const digits = /^#?([0-9a-fA-F]{6})$/.exec(text ?? '')?.[1];
      if (named !== undefined)
        return { hint: `a Color is written in hexadecimal: ${text} is \`${named}\``, fixes: write(named, false) };
      return digits === undefined
        ? undefined
        : { hint: 'a Color stands without quotes', fixes: write(`#${digits}`, true) };
    }
    case 'enumeration': {
      const isWord = text !== undefined && ENUMERATIONS.get(expected.name)?.words.includes(text);
      return isWord ? { hint: 'the word stands without quotes', fixes: write(text, true) } : undefined;
    }
    case 'numeric': {
      const number = text?.trim() ?? '';
      return isNumber(number, expected)
        ? { hint: `${withArticle(typeText(expected))} stands without quotes`, fixes: write(number, true) }
        : undefined;
    }
    case 'boolean':
      return text === 'true' || text === 'false'
        ? { hint: 'a Boolean stands without quotes', fixes: write(text, true) }
        : undefined;
    case 'point': {
      const parts = (text ?? '')
        .trim()
        .replace(/^\((.*)\)$/, '$1')
        .split(',');
      const isPoint = [2, 3].includes(parts.length) && parts.every((part) => isNumber(part.trim(), A_LENGTH));
      return isPoint
        ? {
            hint: `${withArticle(typeText(expected).replace(/ or .*/, ''))} stands without quotes, in parentheses`,
            fixes: write(`(${parts.map((part) => part.trim()).join(', ')})`, true),
          }
        : undefined;
    }
    default:
      return undefined;
  }
}

const A_LENGTH: Numeric = { kind: 'numeric', dimensions: LENGTH_BIT, integer: false };
const BITS = { number: NUMBER_BIT, length: LENGTH_BIT, angle: ANGLE_BIT } as const;

/** Whether a text is a number as a program writes it, of the expected type. */
function isNumber(text: string, expected: Numeric): boolean {
  const [, digits, unit] = /^-?([0-9]+(?:\.[0-9]+)?)([a-z]*|%)$/.exec(text) ?? [];
  if (digits === undefined || (expected.integer && (digits.includes('.') || unit !== ''))) return false;
  if (unit === undefined || unit === '') return true;
  const known = findUnit(unit);
  return known !== undefined && (BITS[known.dimension] & expected.dimensions) !== 0;
}

/** `(0 -8)`: the numbers of a sum in parentheses that may be the parts of a point. */
function partsOfSum(node: ast.Expression): readonly string[] | undefined {
  const sum = node.kind === 'parenthesized' ? node.value : undefined;
  if (sum?.kind !== 'chain' || sum.level !== 'sum' || sum.rest.length > 2) return undefined;
  const parts = [numberText(sum.first, '')];
  for (const { operator, operand } of sum.rest) parts.push(numberText(operand, operator === '-' ? '-' : ''));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function numberText(node: ast.Expression, sign: string): string | undefined {
  if (node.kind === 'negation' && sign === '') return numberText(node.operand, '-');
  return node.kind === 'number' ? `${sign}${shortestDecimal(node.value)}${node.unit}` : undefined;
}

/** A list's brackets become a tuple's. */
function inParentheses(place: Place): Fix {
  return {
    title: 'write it in parentheses',
    edits: [
      { start: place.start, end: place.start + 1, text: '(' },
      { start: place.end - 1, end: place.end, text: ')' },
    ],
    safe: true,
  };
}
