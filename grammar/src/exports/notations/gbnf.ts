// Turns rules into GBNF, the notation of llama.cpp's grammars.
import { unreachable } from '@diorama/diagnostics';
import type { Characters, Pattern, RuleSet } from '../rules/pattern.ts';

/** How one dialect of the notation differs. */
export interface Dialect {
  /** How a rule is named. */
  readonly name: (name: string, isFirst: boolean) => string;
  readonly comment: string;
}
const GBNF: Dialect = { name: (name, isFirst) => (isFirst ? 'root' : name), comment: '# ' };

/** The text of a grammar for llama.cpp: `--grammar-file`, or `grammar` in a request to its server. */
export function printGbnf(rules: RuleSet, dialect: Dialect = GBNF): string {
  const first = rules.rules[0]?.name;
  const nameOf = (name: string) => dialect.name(name, name === first);
  const lines = rules.rules.map(({ name, pattern }) => `${nameOf(name)} ::= ${print(pattern, nameOf, 'choice')}\n`);
  return [...rules.header.map((line) => `${dialect.comment}${line}`.trimEnd().concat('\n')), '\n', ...lines].join('');
}

type Level = 'choice' | 'sequence' | 'atom';

/** A pattern, in parentheses where it binds less tightly than its place asks for. */
function print(pattern: Pattern, nameOf: (name: string) => string, level: Level): string {
  switch (pattern.kind) {
    case 'literal':
      return `"${[...pattern.text].map((character) => escapeCharacter(character, '"\\')).join('')}"`;
    case 'characters':
      return printCharacters(pattern);
    case 'reference':
      return nameOf(pattern.name);
    case 'sequence': {
      const text = pattern.parts.map((part) => print(part, nameOf, 'sequence')).join(' ');
      return level === 'choice' ? text : `(${text})`;
    }
    case 'choice': {
      const text = pattern.options.map((option) => print(option, nameOf, 'choice')).join(' | ');
      return level === 'choice' ? text : `(${text})`;
    }
    case 'repeat': {
      const text = `${print(pattern.of, nameOf, 'atom')}${printCount(pattern.min, pattern.max)}`;
      return level === 'atom' ? `(${text})` : text;
    }
    default:
      return unreachable(pattern);
  }
}

/** `*`, `+`, `?`, `{2}`, `{1,8}` */
export function printCount(min: number, max: number | undefined): string {
  if (max === undefined) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function printCharacters({ ranges, negated }: Characters): string {
  const inner = ranges.map(([from, to]) => {
    const [first, last] = [from, to].map((character) => escapeCharacter(character, '\\]-^['));
    return from === to ? first : `${first}-${last}`;
  });
  return `[${negated ? '^' : ''}${inner.join('')}]`;
}

/** A character as both dialects read it, inside of quotes or brackets. */
export function escapeCharacter(character: string, special: string): string {
  const known = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  if (known !== undefined) return known;
  if (character === '\\' || character === '"') return special.includes(character) ? `\\${character}` : character;
  const code = character.codePointAt(0) ?? 0;
  if (special.includes(character) || code < 32 || code === 127)
    return `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
  if (code > 0xffff) return `\\U${code.toString(16).toUpperCase().padStart(8, '0')}`;
  if (code > 127) return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return character;
}
