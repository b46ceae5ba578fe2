// Turns the parser's productions into rules over characters: the whole language, with its white space woven in.
import { invariant } from '@diorama/diagnostics';
import { grammarProductions } from '@diorama/syntax';
import { UNITS } from '@diorama/vocabulary';
import {
  Alternation,
  type Alternative,
  type IProduction,
  NonTerminal,
  Option,
  type Rule as Production,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { members, spelling } from '../../tokens.ts';
import {
  COLOR,
  COMMENT,
  DIGIT,
  gapBehindSlash,
  gapPattern,
  namePattern,
  SPACE,
  textPattern,
} from '../rules/lexemes.ts';
import {
  anyNumberOf,
  characters,
  choice,
  literal,
  optional,
  otherThan,
  type Pattern,
  type RuleSet,
  reference,
  repeat,
  sequence,
  someOf,
} from '../rules/pattern.ts';
import { createRuleList, type RuleList } from '../rules/rule-list.ts';

const HEADER = [
  'The grammar of Diorama (.dio), the whole language. Generated: `diorama grammar export`. Do not edit.',
  '',
  'Kept: every text that it allows is parsed without an error; units, escapes and colors are real ones.',
  'Left to the checker: which names exist, types, which kind takes which properties and how often, ranges, files.',
  'White space is bounded, and asked for in a few places where the language could do without: behind a comma or bracket',
  'before the next property or item, and between a keyword and a bracket. Texts, names and digits have no bound.',
];

/** The whole language, from the parser's productions. */
export function wholeRules(productions: Readonly<Record<string, Production>> = grammarProductions()): RuleSet {
  const facts = edgesOf(productions);
  const list = createRuleList();
  const [root] = Object.values(productions);
  invariant(root !== undefined, 'the grammar has productions');
  list.rule(nameOf(root.name), () => {
    const ctx: Context = { facts, list, gaps: gapsOf(list) };
    const gap = optional(ctx.gaps.some);
    return sequence(
      gap,
      optional(sequence(filled(ctx, root.definition), gap)),
      optional(list.terminal('last-comment', () => LAST_COMMENT)),
    );
  });
  const ctx: Context = { facts, list, gaps: gapsOf(list) };
  for (const production of Object.values(productions).slice(1)) {
    const token = onlyToken(production);
    if (token === undefined) list.rule(nameOf(production.name), () => filled(ctx, production.definition));
    else tokenPattern(list, token);
  }
  return { header: HEADER, rules: list.list() };
}

/** The comment on the last line needs no line end. */
const LAST_COMMENT = sequence(literal('//'), anyNumberOf(otherThan('\r', '\n')));

/** The token of a production that only names a category of tokens: that category's rule has its name. */
function onlyToken({ name, definition }: Production): TokenType | undefined {
  const [only] = definition;
  if (definition.length !== 1 || !(only instanceof Terminal)) return undefined;
  return only.terminalType.name.toLowerCase() === name.toLowerCase() ? only.terminalType : undefined;
}

function nameOf(production: string): string {
  return production
    .replace(/_$/, '')
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replace(/^-/, '');
}

interface Context {
  readonly facts: ReadonlyMap<string, Edges>;
  readonly list: RuleList;
  readonly gaps: Gaps;
}

interface Gaps {
  readonly some: Pattern;
  readonly behindSlash: Pattern;
}
function gapsOf(list: RuleList): Gaps {
  const space = list.terminal('space', () => SPACE);
  const comment = list.terminal('comment', () => COMMENT);
  return {
    // Rules, not lexemes: behind white space a `/` may begin a comment or divide, which a greedy lexeme could not undo.
    some: list.rule('gap', () => gapPattern(space, comment)),
    behindSlash: list.rule('gap-behind-slash', () => gapBehindSlash(space, comment)),
  };
}

/** How what a pattern stands for begins and ends: two words beside each other need white space between them. */
interface Edges {
  readonly first: ReadonlySet<Edge>;
  readonly last: ReadonlySet<Edge>;
  readonly nullable: boolean;
}
/** `/` may not be followed by a comment at once: `//` is one. */
type Edge = 'word' | 'slash' | 'other';

/** The edges of all rules: a fixpoint, for rules come back to themselves. */
function edgesOf(productions: Readonly<Record<string, Production>>): ReadonlyMap<string, Edges> {
  const facts = new Map<string, Edges>();
  for (const name of Object.keys(productions)) facts.set(name, NO_EDGES);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { name, definition } of Object.values(productions)) {
      const next = edgesOfSequence(facts, definition);
      const before = facts.get(name);
      if (before !== undefined && sizeOf(before) === sizeOf(next) && before.nullable === next.nullable) continue;
      facts.set(name, next);
      changed = true;
    }
  }
  return facts;
}
const NO_EDGES: Edges = { first: new Set(), last: new Set(), nullable: false };
function sizeOf({ first, last }: Edges): number {
  return first.size + last.size;
}

function edgesOfSequence(facts: ReadonlyMap<string, Edges>, parts: readonly IProduction[]): Edges {
  const all = parts.map((part) => edgesOfPart(facts, part));
  return {
    first: firstsOf(all),
    last: firstsOf(all.toReversed().map(({ first, last, nullable }) => ({ first: last, last: first, nullable }))),
    nullable: all.every(({ nullable }) => nullable),
  };
}
/** What a sequence may begin with: its parts up to the first that is never left out. */
function firstsOf(parts: readonly Edges[]): ReadonlySet<Edge> {
  const firsts = new Set<Edge>();
  for (const { first, nullable } of parts) {
    for (const edge of first) firsts.add(edge);
    if (!nullable) break;
  }
  return firsts;
}

function edgesOfPart(facts: ReadonlyMap<string, Edges>, part: IProduction): Edges {
  if (part instanceof Terminal) return edgesOfToken(part.terminalType);
  if (part instanceof NonTerminal) return facts.get(part.nonTerminalName) ?? NO_EDGES;
  if (part instanceof Alternation) {
    const all = part.definition.map((one) => edgesOfSequence(facts, (one as Alternative).definition));
    return {
      first: new Set(all.flatMap(({ first }) => [...first])),
      last: new Set(all.flatMap(({ last }) => [...last])),
      nullable: all.some(({ nullable }) => nullable),
    };
  }
  const inner = edgesOfSequence(facts, partsOf(part));
  return { ...inner, nullable: inner.nullable || isOptional(part) };
}

function edgesOfToken(type: TokenType): Edges {
  const spelled = spelling(type);
  const edge = (isWord: boolean): ReadonlySet<Edge> => new Set([isWord ? 'word' : spelled === '/' ? 'slash' : 'other']);
  // A color begins with `#` but goes on like a word.
  const [begins, ends] =
    spelled === undefined
      ? [type.name !== 'Text' && type.name !== 'Color', type.name !== 'Text']
      : [/^\w/.test(spelled), /\w$/.test(spelled)];
  return { first: edge(begins), last: edge(ends), nullable: false };
}

function partsOf(part: IProduction): readonly IProduction[] {
  invariant('definition' in part, 'a production is a terminal or has parts');
  return part.definition as readonly IProduction[];
}
function isOptional(part: IProduction): boolean {
  return part instanceof Option || part instanceof Repetition || part instanceof RepetitionWithSeparator;
}

/** A sequence that is not empty, without white space before or behind it. */
function filled(ctx: Context, parts: readonly IProduction[]): Pattern {
  const [first, ...rest] = parts;
  if (first === undefined) return literal('');
  const edges = edgesOfPart(ctx.facts, first);
  const here = sequence(present(ctx, first), behind(ctx, edges.last, rest));
  return edges.nullable ? choice(here, filled(ctx, rest)) : here;
}

/** The rest of a sequence, each part with the white space before it. */
function behind(ctx: Context, before: ReadonlySet<Edge>, parts: readonly IProduction[]): Pattern {
  const patterns: Pattern[] = [];
  let last = before;
  for (const part of parts) {
    const edges = edgesOfPart(ctx.facts, part);
    const gap = gapBetween(ctx, last, edges.first);
    const pattern = sequence(gap, present(ctx, part));
    patterns.push(repeated(ctx, part, gap) ?? (edges.nullable ? optional(pattern) : pattern));
    last = edges.nullable ? new Set([...last, ...edges.last]) : edges.last;
  }
  return sequence(...patterns);
}

/** A repetition whose white space is the same before the first time as between two: it needs to be said only once. */
function repeated(ctx: Context, part: IProduction, gap: Pattern): Pattern | undefined {
  if (!(part instanceof Repetition || part instanceof RepetitionMandatory)) return undefined;
  const parts = partsOf(part);
  const { first, last } = edgesOfSequence(ctx.facts, parts);
  if (JSON.stringify(gapBetween(ctx, last, first)) !== JSON.stringify(gap)) return undefined;
  return repeat(sequence(gap, filled(ctx, parts)), part instanceof Repetition ? 0 : 1);
}

function gapBetween({ gaps }: Context, last: ReadonlySet<Edge>, first: ReadonlySet<Edge>): Pattern {
  if (last.has('slash')) return optional(gaps.behindSlash);
  return last.has('word') && first.has('word') ? gaps.some : optional(gaps.some);
}

/** A part that is not left out. */
function present(ctx: Context, part: IProduction): Pattern {
  if (part instanceof Terminal) return tokenPattern(ctx.list, part.terminalType);
  if (part instanceof NonTerminal) return reference(nameOf(part.nonTerminalName));
  if (part instanceof Alternation) {
    return choice(...part.definition.map((one) => filled(ctx, (one as Alternative).definition)));
  }
  const parts = partsOf(part);
  const once = filled(ctx, parts);
  if (part instanceof Option) return once;
  const { first, last } = edgesOfSequence(ctx.facts, parts);
  if (part instanceof Repetition || part instanceof RepetitionMandatory) {
    return sequence(once, anyNumberOf(sequence(gapBetween(ctx, last, first), once)));
  }
  if (part instanceof RepetitionMandatoryWithSeparator || part instanceof RepetitionWithSeparator) {
    const separator = edgesOfToken(part.separator);
    const next = sequence(
      gapBetween(ctx, last, separator.first),
      tokenPattern(ctx.list, part.separator),
      gapBetween(ctx, separator.last, first),
      once,
    );
    return sequence(once, anyNumberOf(next));
  }
  throw new Error(`internal error: a production of a kind that has no pattern: ${part.constructor.name}`);
}

function tokenPattern(list: RuleList, type: TokenType): Pattern {
  const spelled = spelling(type);
  if (spelled !== undefined) return literal(spelled);
  if (members(type).length > 0) return list.terminal('name', () => namePattern());
  switch (type.name) {
    case 'Number':
      return list.rule('number', () => numberPattern(list));
    case 'Text':
      return list.terminal('text', () => textPattern());
    case 'Color':
      return list.terminal('color', () => COLOR);
    default:
      throw new Error(`internal error: a token that has no pattern: ${type.name}`);
  }
}

/** A rule of several lexemes: as a single one, `0.` of `0..5` would begin a fraction where lexemes are cut greedily. */
function numberPattern(list: RuleList): Pattern {
  const digits = list.terminal('digits', () => someOf(DIGIT));
  const exponent = list.terminal('exponent', () =>
    sequence(characters('E', 'e'), optional(characters('+', '-')), someOf(DIGIT)),
  );
  const unit = list.terminal('unit', () => choice(...UNITS.map(({ name }) => literal(name))));
  return sequence(digits, optional(sequence(literal('.'), digits)), optional(exponent), optional(unit));
}
