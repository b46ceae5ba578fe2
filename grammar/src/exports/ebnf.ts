// Turns the parser's productions into the text of an EBNF grammar, one rule a production.
import { invariant } from '@diorama/diagnostics';
import { grammarProductions } from '@diorama/syntax';
import {
  Alternation,
  type Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { keywords, members, spelling, terminalName } from '../tokens.ts';

const HEADER = `\
(* The grammar of Diorama (.dio), generated from the parser: \`npm run generate\`. Do not edit.

   "word" is a token spelled so, UPPER CASE a token of the pattern given at the end; [ x ] is optional, { x } repeated
   any number of times, x | y a choice. White space and comments separate tokens and mean nothing else. Of the tokens
   that match at a place the longest counts; a keyword is a name nowhere, but for the soft ones that \`Name\` lists. *)
`;

/** The whole grammar as text: rules in the parser's order, then the tokens. */
export function emitEbnf(productions: Readonly<Record<string, Rule>> = grammarProductions()): string {
  const rules = Object.values(productions);
  const terminals = new Set<TokenType>();
  const definitions = rules
    .map((rule) => [ruleName(rule.name), alternatives(rule.definition, terminals)] as const)
    // A rule that only names a category of tokens is that category's own line below.
    .filter(([name, texts]) => texts.join() !== name);
  const words = [...terminals].filter((type) => spelling(type) === undefined);
  const categories = words.filter((type) => members(type).length > 0);
  const tokens = [...new Set([...words, ...categories.flatMap(members)])].filter(
    (type) => spelling(type) === undefined && members(type).length === 0,
  );
  return [
    HEADER,
    table(definitions),
    '\n(* Tokens *)\n',
    table([
      ...categories.map((type) => [type.name, members(type).map(terminalName)] as const),
      ...tokens.map((type) => [terminalName(type), [pattern(type)]] as const),
      ['KEYWORD', keywords().map(terminalName)],
    ]),
    '\n(* Between tokens *)\n',
    table([
      ['WHITE_SPACE', [String.raw`/[ \t\r\n]+/`]],
      ['COMMENT', [String.raw`/\/\/[^\r\n]*/`, String.raw`/\/\*([^*]|\*+[^*\/])*\*+\//`]],
    ]),
  ].join('');
}

/** How the grammar's text names a rule of the parser: `elementBody` is `ElementBody`, `let_` is `Let`. */
export function ruleName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/_$/, '');
}

/** Rules as lines; one that is too long has a line for each of its alternatives. */
function table(rows: readonly (readonly [string, readonly string[]])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  const line = ([name, texts]: readonly [string, readonly string[]]) => {
    const whole = `${name.padEnd(width)} = ${texts.join(' | ')} ;\n`;
    return whole.length <= LINE ? whole : `${name.padEnd(width)} = ${texts.join(`\n${' '.repeat(width)} | `)} ;\n`;
  };
  return rows.map(line).join('');
}
const LINE = 120;

/** The alternatives of a sequence that is nothing but a choice; else the sequence alone. */
function alternatives(sequence: readonly IProduction[], terminals: Set<TokenType>): readonly string[] {
  const [only] = sequence;
  return sequence.length === 1 && only instanceof Alternation
    ? only.definition.map((one) => concatenation((one as Alternative).definition, terminals))
    : [concatenation(sequence, terminals)];
}

function choice(sequence: readonly IProduction[], terminals: Set<TokenType>): string {
  return alternatives(sequence, terminals).join(' | ');
}

function concatenation(sequence: readonly IProduction[], terminals: Set<TokenType>): string {
  return sequence.map((production) => term(production, terminals)).join(' ');
}

function term(production: IProduction, terminals: Set<TokenType>): string {
  if (production instanceof Terminal) {
    terminals.add(production.terminalType);
    return terminalName(production.terminalType);
  }
  if (production instanceof NonTerminal) return ruleName(production.nonTerminalName);
  if (production instanceof Alternation) return `( ${choice([production], terminals)} )`;
  invariant('definition' in production, 'a production is a terminal or has parts');
  const parts = production.definition as readonly IProduction[];
  const inner = choice(parts, terminals);
  if (production instanceof Option) return `[ ${inner} ]`;
  if (production instanceof Repetition) return `{ ${inner} }`;
  const once = concatenation(parts, terminals);
  if (production instanceof RepetitionMandatory) return `${once} { ${inner} }`;
  const separated = (separator: TokenType) => {
    terminals.add(separator);
    return `${once} { ${terminalName(separator)} ${once} }`;
  };
  if (production instanceof RepetitionMandatoryWithSeparator) return separated(production.separator);
  if (production instanceof RepetitionWithSeparator) return `[ ${separated(production.separator)} ]`;
  throw new Error(`internal error: a production of a kind that EBNF has no sign for: ${production.constructor.name}`);
}

function pattern(type: TokenType): string {
  invariant(type.PATTERN instanceof RegExp, 'a token without a spelling has a pattern');
  const source = `/${type.PATTERN.source}/`;
  return type.name === 'Identifier' ? `${source} - KEYWORD` : source;
}
