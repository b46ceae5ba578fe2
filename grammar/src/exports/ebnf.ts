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
  const definitions = rules.map((rule) => [ruleName(rule.name), choice(rule.definition, terminals)] as const);
  const words = [...terminals].filter((type) => spelling(type) === undefined);
  const categories = words.filter((type) => members(type).length > 0);
  const tokens = [...new Set([...words, ...categories.flatMap(members)])].filter(
    (type) => spelling(type) === undefined && members(type).length === 0,
  );
  return [
    HEADER,
    table(definitions),
    '\n(* Tokens *)\n',
    table(categories.map((type) => [type.name, members(type).map(terminalName).join(' | ')])),
    table(tokens.map((type) => [terminalName(type), pattern(type)])),
    '\n(* Between tokens *)\n',
    table([
      ['WHITE_SPACE', '/[ \\t\\r\\n]+/'],
      ['COMMENT', '/\\/\\/[^\\r\\n]*/ | /\\/\\*([^*]|\\*+[^*\\/])*\\*+\\//'],
    ]),
  ].join('');
}

/** How the grammar's text names a rule of the parser: `elementBody` is `ElementBody`, `let_` is `Let`. */
export function ruleName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/_$/, '');
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `${name.padEnd(width)} = ${text} ;\n`).join('');
}

function choice(sequence: readonly IProduction[], terminals: Set<TokenType>): string {
  const [only] = sequence;
  return sequence.length === 1 && only instanceof Alternation
    ? only.definition.map((one) => concatenation((one as Alternative).definition, terminals)).join(' | ')
    : concatenation(sequence, terminals);
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

/** The patterns of tokens that the lexer matches by a function, to be quick with texts that are never closed. */
const PATTERNS: Readonly<Record<string, string>> = { Text: String.raw`"(?:[^"\\\r\n]|\\[^\r\n])*"` };

function pattern(type: TokenType): string {
  const known = type.PATTERN instanceof RegExp ? type.PATTERN.source : PATTERNS[type.name];
  invariant(known !== undefined, 'a token without a spelling has a pattern');
  const source = `/${known}/`;
  const isName = type.name === 'Identifier';
  const except = keywords().map(terminalName).join(' | ');
  return isName ? `${source} - ( ${except} )` : source;
}
