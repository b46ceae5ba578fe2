// Writes a random text that exported rules have: whatever comes out is to be a program.
import type { Pattern, RuleSet } from '../../src/exports/rules/pattern.ts';

/** A text of a grammar; `random` gives numbers from 0 up to 1. Beyond some depth it takes the short ways. */
export function randomSentence(rules: RuleSet, random: () => number): string {
  const byName = new Map(rules.rules.map(({ name, pattern }) => [name, pattern]));
  const heightOf = heightsOf(rules);
  let steps = 0;
  const isLong = (depth: number) => depth >= DEEP || steps > LONG;
  const write = (pattern: Pattern, depth: number): string => {
    steps += 1;
    switch (pattern.kind) {
      case 'literal':
        return pattern.text;
      case 'characters': {
        if (pattern.negated) return OTHERS.find((one) => !isIn(pattern.ranges, one) && random() < 0.3) ?? 'x';
        const [from, to] = pattern.ranges[Math.floor(random() * pattern.ranges.length)] ?? ['x', 'x'];
        const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
        return String.fromCodePoint(low + Math.floor(random() * (high - low + 1)));
      }
      case 'reference': {
        const inner = byName.get(pattern.name);
        if (inner === undefined) throw new Error(`no rule ${pattern.name}`);
        return write(inner, depth + 1);
      }
      case 'sequence':
        return pattern.parts.map((part) => write(part, depth)).join('');
      case 'choice': {
        const lowest = Math.min(...pattern.options.map(heightOf));
        const options = !isLong(depth) ? pattern.options : pattern.options.filter((one) => heightOf(one) === lowest);
        return write(options[Math.floor(random() * options.length)] ?? pattern, depth);
      }
      case 'repeat': {
        const { of, min, max = min + (depth === 0 ? 6 : 3) } = pattern;
        if (isLong(depth)) return Array.from({ length: min }, () => write(of, depth)).join('');
        const count = min + Math.floor(random() * (Math.min(max, min + 6) - min + 1));
        return Array.from({ length: count }, () => write(of, depth)).join('');
      }
    }
  };
  const [first] = rules.rules;
  return first === undefined ? '' : write(first.pattern, 0);
}

const DEEP = 26;
const LONG = 1500;

/** How many rules a pattern is above the characters, at least. */
function heightsOf({ rules }: RuleSet): (pattern: Pattern) => number {
  const heights = new Map<string, number>();
  const heightOf = (pattern: Pattern): number => {
    switch (pattern.kind) {
      case 'reference':
        return 1 + (heights.get(pattern.name) ?? Number.POSITIVE_INFINITY);
      case 'sequence':
        return Math.max(0, ...pattern.parts.map(heightOf));
      case 'choice':
        return Math.min(...pattern.options.map(heightOf));
      case 'repeat':
        return pattern.min === 0 ? 0 : heightOf(pattern.of);
      default:
        return 0;
    }
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const { name, pattern } of rules) {
      const height = heightOf(pattern);
      if (height === (heights.get(name) ?? Number.POSITIVE_INFINITY)) continue;
      heights.set(name, height);
      changed = true;
    }
  }
  return heightOf;
}

const OTHERS = ['a', 'é', '漢', '🦒', "'", ' ', '#', '/', '{', '9'];

function isIn(ranges: readonly (readonly [string, string])[], character: string): boolean {
  return ranges.some(([from, to]) => from <= character && character <= to);
}
