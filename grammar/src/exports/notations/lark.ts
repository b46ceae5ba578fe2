// Turns rules into the dialect of Lark that llguidance, vLLM's guidance backend and custom tools of hosted models read.
import { invariant, unreachable } from '@diorama/diagnostics';
import { type Characters, literal, type Pattern, type Rule, type RuleSet } from '../rules/pattern.ts';
import { escapeCharacter, printCount } from './gbnf.ts';

/** The text of a grammar in Lark: lexemes are terminals of one regular expression each, white space is explicit. */
export function printLark(rules: RuleSet): string {
  const byName = new Map(rules.rules.map((rule) => [rule.name, rule]));
  const first = rules.rules[0]?.name;
  const nameOf = (name: string) => larkName(byName.get(name), name === first);
  // A terminal that only other terminals use stands inside of these.
  const used = new Set(
    rules.rules.filter(({ terminal }) => !terminal).flatMap(({ pattern }) => directReferences(pattern)),
  );
  const lines = rules.rules.flatMap((rule) => {
    if (!rule.terminal) return [`${nameOf(rule.name)}: ${print(rule.pattern, nameOf, 'choice')}\n`];
    return used.has(rule.name) ? [`${nameOf(rule.name)}: /${regex(rule.pattern, byName, 'choice')}/\n`] : [];
  });
  return [...rules.header.map((line) => `// ${line}`.trimEnd().concat('\n')), '\n', ...lines].join('');
}

function larkName(rule: Rule | undefined, isFirst: boolean): string {
  invariant(rule !== undefined, 'a rule that is referred to is there');
  if (isFirst) return 'start';
  const name = rule.name.replaceAll('-', '_');
  return rule.terminal ? name.toUpperCase() : name;
}

function directReferences(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'reference':
      return [pattern.name];
    case 'sequence':
      return pattern.parts.flatMap(directReferences);
    case 'choice':
      return pattern.options.flatMap(directReferences);
    case 'repeat':
      return directReferences(pattern.of);
    default:
      return [];
  }
}

type Level = 'choice' | 'sequence' | 'atom';

/** A rule's pattern. */
function print(pattern: Pattern, nameOf: (name: string) => string, level: Level): string {
  switch (pattern.kind) {
    case 'literal':
      return JSON.stringify(pattern.text);
    case 'characters':
      return `/${regexCharacters(pattern)}/`;
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

/** A terminal's pattern as a regular expression of Rust's: no look-around, nothing lazy. */
function regex(pattern: Pattern, rules: ReadonlyMap<string, Rule>, level: Level): string {
  switch (pattern.kind) {
    case 'literal':
      return [...pattern.text].length === 1 || level !== 'atom'
        ? [...pattern.text].map(escapeInRegex).join('')
        : `(${[...pattern.text].map(escapeInRegex).join('')})`;
    case 'characters':
      return regexCharacters(pattern);
    case 'reference':
      return regex(rules.get(pattern.name)?.pattern ?? literal(''), rules, level);
    case 'sequence': {
      const text = pattern.parts.map((part) => regex(part, rules, 'sequence')).join('');
      return level === 'atom' ? `(${text})` : text;
    }
    case 'choice': {
      const text = pattern.options.map((option) => regex(option, rules, 'choice')).join('|');
      return level === 'choice' ? text : `(${text})`;
    }
    case 'repeat': {
      const text = `${regex(pattern.of, rules, 'atom')}${printCount(pattern.min, pattern.max)}`;
      return level === 'atom' ? `(${text})` : text;
    }
    default:
      return unreachable(pattern);
  }
}

function escapeInRegex(character: string): string {
  return /[\\/.*+?()[\]{}|^$#&~-]/.test(character) ? `\\${character}` : escapeCharacter(character, '');
}

function regexCharacters({ ranges, negated }: Characters): string {
  const inner = ranges.map(([from, to]) => {
    const [first, last] = [from, to].map((character) =>
      /[\\\]\-^[&~/"]/.test(character) && character !== '"' ? `\\${character}` : escapeCharacter(character, ''),
    );
    return from === to ? first : `${first}-${last}`;
  });
  return `[${negated ? '^' : ''}${inner.join('')}]`;
}
