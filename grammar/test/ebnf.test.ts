// The EBNF text says what the parser's productions say.
import { grammarProductions } from '@diorama/syntax';
import { Alternation, type Alternative, type IProduction, NonTerminal, Option, Repetition, Terminal } from 'chevrotain';
import { expect, test } from 'vitest';
import { ruleName } from '../src/exports/ebnf.ts';
import { emitEbnf } from '../src/index.ts';
import { terminalName } from '../src/tokens.ts';
import { type Ebnf, readEbnf } from './ebnf-reader.ts';

const rules = readEbnf(emitEbnf());
const productions = Object.values(grammarProductions());

test.each(productions.map((rule) => [rule.name, rule] as const))('%s is written as the parser has it', (name, rule) => {
  const [only] = rule.definition;
  if (name === 'name' && only instanceof Terminal) return;
  expect(rules.get(ruleName(name))).toEqual(sequence(rule.definition));
});

test('every rule and token that the text uses is in it', () => {
  const used = new Set([...rules.values()].flatMap(names));
  expect([...used].filter((name) => !rules.has(name))).toEqual([]);
});

test('names are identifiers and soft keywords', () => {
  const name = rules.get('Name');
  expect(name?.kind === 'choice' && name.parts.map((part) => (part.kind === 'token' ? part.text : part))).toEqual([
    '"from"',
    '"as"',
    '"spacing"',
    '"step"',
    'IDENTIFIER',
  ]);
});

/** A production as the text should have it. */
function tree(part: IProduction): Ebnf {
  if (part instanceof Terminal) {
    const name = terminalName(part.terminalType);
    return /^[A-Z][a-z]/.test(name) ? { kind: 'rule', name } : { kind: 'token', text: name };
  }
  if (part instanceof NonTerminal) return { kind: 'rule', name: ruleName(part.nonTerminalName) };
  if (part instanceof Alternation) {
    return { kind: 'choice', parts: part.definition.map((one) => sequence((one as Alternative).definition)) };
  }
  if (part instanceof Option) return { kind: 'option', part: sequence(part.definition) };
  if (part instanceof Repetition) return { kind: 'repetition', part: sequence(part.definition) };
  throw new Error(`a production that the test does not know: ${part.constructor.name}`);
}
function sequence(parts: readonly IProduction[]): Ebnf {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? tree(only) : { kind: 'sequence', parts: parts.map(tree) };
}

function names(part: Ebnf): readonly string[] {
  switch (part.kind) {
    case 'token':
      return /^[A-Z_]+$/.test(part.text) ? [part.text] : [];
    case 'rule':
      return [part.name];
    case 'option':
    case 'repetition':
      return names(part.part);
    default:
      return part.parts.flatMap(names);
  }
}
