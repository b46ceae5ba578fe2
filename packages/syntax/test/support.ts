// Helpers of these tests: short spellings of trees and diagnostics, and random programs made from the grammar itself.
import { SourceFile } from '@diorama/diagnostics';
import {
  Alternation,
  type Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  Terminal,
  type TokenType,
} from 'chevrotain';
import {
  documentDiagnostics,
  documentProgram,
  grammarProductions,
  type ParsedDocument,
  type Program,
  parse,
  type Section,
} from '../src/index.ts';

export const source = (text: string): SourceFile => SourceFile.from('test.dio', text);

export function parsed(text: string): Program {
  return parse(source(text)).value;
}

/** `code [the text at the place]`, in order. */
export function mistakes(text: string): string[] {
  return parse(source(text)).diagnostics.map(
    ({ code, primary }) => `${code} [${text.slice(primary.start, primary.end)}]`,
  );
}

export function codes(text: string): string[] {
  return parse(source(text)).diagnostics.map(({ code }) => code);
}

/** A tree as `(kind part part)`: names and literals as they are, spans left out. */
export function compact(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(compact).join(' ')}]`;
  if (typeof node !== 'object' || node === null) return typeof node === 'string' ? node : String(node);
  const { kind, start: _start, end: _end, ...parts } = node as Record<string, unknown>;
  if (kind === 'name') return String(parts.text) || '_';
  if (kind === 'number') return `${String(parts.value)}${String(parts.unit)}${parts.integer === true ? '' : '~'}`;
  if (kind === 'text') return JSON.stringify(parts.value);
  const inner = Object.entries(parts)
    .filter(([, part]) => !(Array.isArray(part) && part.length === 0))
    .map(([, part]) => compact(part));
  return `(${[kind === undefined ? '' : String(kind), ...inner].filter((text) => text !== '').join(' ')})`;
}

/** A program without spans, comments and sections: what the formatter must not change. */
export function meaning(text: string): string {
  const { imports, items } = parsed(text);
  return compact([...imports, ...items]);
}

export function snapshot(document: ParsedDocument): { sections: readonly Section[]; diagnostics: unknown } {
  return { sections: documentProgram(document).sections, diagnostics: documentDiagnostics(document) };
}

export type Random = (below: number) => number;

/** Numbers from a seed (Park and Miller). */
export function randomFrom(seed: number): Random {
  let state = (Math.abs(seed) % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

/** Random tokens of a production, straight from the grammar, so every program of it parses. */
export function randomTokens(random: Random, rule = 'program', size = 60): string[] {
  const tokens: string[] = [];
  const rules = grammarProductions();
  const walk = (productions: readonly IProduction[], depth: number): void => {
    for (const production of productions) {
      const isFull = depth > 40 || tokens.length > size;
      if (production instanceof NonTerminal) walk(rules[production.nonTerminalName]?.definition ?? [], depth + 1);
      else if (production instanceof Terminal) tokens.push(randomSpelling(random, production.terminalType));
      else if (production instanceof Option) {
        if (!isFull && random(4) === 0) walk(production.definition, depth + 1);
      } else if (production instanceof Repetition) {
        for (let i = isFull ? 0 : random(depth < 2 ? 12 : 3); i > 0; i--) walk(production.definition, depth + 1);
      } else if (production instanceof Alternation) walk(chosen(random, production, isFull).definition, depth + 1);
      else throw new Error(`a production of a new kind: ${production.constructor.name}`);
    }
  };
  walk(rules[rule]?.definition ?? [], 0);
  return tokens;
}

/** Near the limit the first alternative of `primary`, which is a number, and the shortest elsewhere. */
function chosen(random: Random, alternation: Alternation, isFull: boolean): Alternative {
  const definition = alternation.definition as Alternative[];
  return definition[isFull ? shortest(definition) : random(definition.length)] as Alternative;
}

function shortest(alternatives: readonly Alternative[]): number {
  const weight = ({ definition }: Alternative): number =>
    definition.length * 10 + definition.filter((part) => !(part instanceof Terminal)).length;
  let best = 0;
  alternatives.forEach((alternative, index) => {
    if (weight(alternative) < weight(alternatives[best] as Alternative)) best = index;
  });
  return best;
}

/** No unit is a name, for `1 m oak {` is taken for `1m` and an element. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  Identifier: ['tree', 'oak', 'a', 'height', 'mmm', 'users', 'or_else'],
  Name: ['tree', 'oak', 'b', 'at', 'x1', '_', 'from', 'as', 'spacing', 'step', 'letter'],
  Number: ['1', '0.5', '2m', '30deg', '1e3', '7%', '1.5e-2km'],
  Text: ['"a"', '""', '"{ \\" // \\u00e9"'],
  Color: ['#a1b2c3', '#fff'],
};

function randomSpelling(random: Random, type: TokenType): string {
  const spellings = SPELLINGS[type.name];
  if (spellings !== undefined) return spellings[random(spellings.length)] as string;
  return typeof type.PATTERN === 'string' ? type.PATTERN : (type.PATTERN as RegExp).source;
}

/** Joins tokens with random white space and comments. */
export function randomLayout(random: Random, tokens: readonly string[], comments = true): string {
  const gaps = [' ', ' ', ' ', ' ', '\n', '\n  ', '\n\n\n', '\t', '\r\n'];
  const notes = [' // note\n', ' /* note */ ', '\n/// documentation\n', ' /* two\n lines */\n', '\n// own line\n\n'];
  let text = random(2) === 0 ? '' : (gaps[random(gaps.length)] as string);
  for (const token of tokens) {
    text += token + gaps[random(gaps.length)];
    if (comments && random(12) === 0) text += notes[random(notes.length)];
  }
  return text;
}
