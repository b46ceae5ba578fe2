// Makes Chevrotain's parser recover without exceptions: at a mistake it notes what it expected, guesses, and goes on.
import { EmbeddedActionsParser, type IToken, type TokenType, tokenMatcher } from 'chevrotain';
import * as t from './tokens.ts';

/** What the parser expected and what it found instead, with the tokens around. */
export interface Complaint {
  /** The production in which it happened. */
  readonly rule: string;
  /** A token, a value, or the next entry of a body. */
  readonly expected: TokenType | 'value' | 'entry' | 'statement';
  readonly beforePrevious: IToken | undefined;
  readonly previous: IToken | undefined;
  /** Nothing at the end of the section. */
  readonly found: IToken | undefined;
  readonly next: IToken | undefined;
  /** The keyword that begins the statement, if one is near, and what follows it. */
  readonly beginning: IToken | undefined;
  readonly second: IToken | undefined;
  /** Whether the parser took what it found for what it expected. */
  readonly taken: boolean;
}

// Chevrotain's keys for its lookahead functions (parse/grammar/keys.js).
const OR_KEY = 1 << 8;
const OPTION_KEY = 2 << 8;
const MANY_KEY = 3 << 8;

type Lookahead = (this: RecoveringParser, alternatives?: unknown) => number | boolean | undefined;
interface RuleFunction {
  readonly ruleName: string;
  readonly originalGrammarAction: (this: RecoveringParser) => unknown;
  shortName?: number;
  /** Its place among the levels of operators, the loosest first; nothing for other rules. */
  level?: number;
}
interface Alternative {
  readonly ALT: (this: RecoveringParser) => unknown;
}

/**
 * The levels of operators, the loosest first. Each is its first operand, of the next level, unless an operator of its
 * own follows, so the parser need not descend through all of them to read a number.
 */
const LEVELS = ['or_', 'and_', 'not_', 'compare', 'range', 'sum', 'product', 'unary'];
const NOT_LEVEL = LEVELS.indexOf('not_');
const LEVEL_OF_OPERATOR: (number | undefined)[] = [];
for (const [level, operators] of [
  ['or_', [t.Or]],
  ['and_', [t.And]],
  ['compare', [t.EqualEqual, t.NotEqual, t.LessEqual, t.GreaterEqual, t.Less, t.Greater]],
  ['range', [t.DotDot, t.DotDotLess]],
  ['sum', [t.Plus, t.Minus]],
  ['product', [t.Star, t.Slash]],
] as const) {
  for (const { tokenTypeIdx } of operators) LEVEL_OF_OPERATOR[tokenTypeIdx as number] = LEVELS.indexOf(level);
}

/** Repetitions whose items are separated by commas, as rule and occurrence. */
const COMMA_LISTS: Readonly<Record<string, readonly number[]>> = {
  primary: [1, 2, 3],
  annotation: [0],
  prefab: [0],
  import_: [0],
};
/** Repetitions of entries that need no separator. */
const ENTRY_LISTS: Readonly<Record<string, readonly number[]>> = { program: [2], body: [0], elementBody: [0] };
/** Which alternative to take where none fits, so that the mistake is met where it can be named. */
const FALLBACKS: Readonly<Record<string, number>> = { expression: 1, if_: 1 };

/**
 * Chevrotain's own recovery throws and catches at each rule, skips to whatever token some outer rule may meet, and
 * drops the tree of the rule it leaves. Sections hand over balanced brackets, so this one can be simpler and better:
 * nothing is ever thrown, what is missing is supposed, what is too much is skipped up to the next entry or bracket.
 * It replaces the engine's internals (of 13.2.0, pinned); the grammar above it is ordinary Chevrotain.
 */
export class RecoveringParser extends EmbeddedActionsParser {
  /** What went wrong in the last parse. */
  complaints: Complaint[] = [];

  declare private currIdx: number;
  declare private tokVector: IToken[];
  declare private currRuleShortName: number;
  declare private currRuleLookaheadFuncs: Lookahead[];
  declare private lookAheadFuncsCache: Lookahead[][];
  declare private shortRuleNameToFull: string[];
  declare private fullRuleNameToShort: Record<string, number>;

  /** Whether a repetition recovers, by rule and occurrence: 0 no, 1 list with commas, 2 list of entries. */
  #lists: number[] = [];
  #levels: RuleFunction[] = [];
  /** The first operand of the level that is entered, which has been read before. */
  #given: unknown;
  #lastComplaintAt = -1;
  #quietUntil = -1;

  constructor(vocabulary: readonly TokenType[], options: { readonly validate: boolean }) {
    super([...vocabulary], {
      recoveryEnabled: true,
      maxLookahead: 2,
      nodeLocationTracking: 'none',
      skipValidations: !options.validate,
    });
  }

  /** Sets the tokens of a section, its brackets balanced. */
  begin(tokens: IToken[]): void {
    this.input = tokens;
    this.complaints = [];
    this.#given = undefined;
    this.#lastComplaintAt = -1;
    this.#quietUntil = -1;
  }

  /** The offset at which the last consumed token ends. */
  protected endOfLast(): number {
    const last = this.tokVector[this.currIdx];
    return last === undefined ? (this.tokVector[0]?.startOffset ?? 0) : last.startOffset + last.image.length;
  }

  protected override performSelfAnalysis(): void {
    super.performSelfAnalysis();
    for (const [name, index] of Object.entries(this.fullRuleNameToShort)) {
      const rule = (this as unknown as Record<string, RuleFunction>)[name] as RuleFunction;
      const level = LEVELS.indexOf(name);
      rule.shortName = index;
      if (level !== -1) {
        rule.level = level;
        this.#levels[level] = rule;
      }
      for (let occurrence = 0; occurrence < 4; occurrence++) {
        const isCommaList = COMMA_LISTS[name]?.includes(occurrence) ?? false;
        const isEntryList = ENTRY_LISTS[name]?.includes(occurrence) ?? false;
        this.#lists[(index << 2) | occurrence] = isCommaList ? 1 : isEntryList ? 2 : 0;
      }
    }
  }

  // The engine. Chevrotain's own takes twice the time and, in deep nesting, twice the stack.

  /** SUBRULE */
  protected enter(rule: RuleFunction): unknown {
    if (rule.level !== undefined) return this.#enterLevel(rule.level);
    const callerName = this.currRuleShortName;
    const callerLookahead = this.currRuleLookaheadFuncs;
    const name = rule.shortName as number;
    this.currRuleShortName = name;
    this.currRuleLookaheadFuncs = this.lookAheadFuncsCache[name] as Lookahead[];
    const result = rule.originalGrammarAction.call(this);
    this.currRuleShortName = callerName;
    this.currRuleLookaheadFuncs = callerLookahead;
    return result;
  }

  /** SUBRULE of a level of operators: reads an operand, then the levels whose operators follow, from the tightest. */
  #enterLevel(loosest: number): unknown {
    let value = this.#given;
    if (value !== undefined) {
      this.#given = undefined;
      return value;
    }
    const callerName = this.currRuleShortName;
    const callerLookahead = this.currRuleLookaheadFuncs;
    const isNot = loosest <= NOT_LEVEL && this.tokVector[this.currIdx + 1]?.tokenType === t.Not;
    let reached = LEVELS.length;
    let level: number | undefined = isNot ? NOT_LEVEL : LEVELS.length - 1;
    do {
      const rule = this.#levels[level] as RuleFunction;
      const name = rule.shortName as number;
      this.currRuleShortName = name;
      this.currRuleLookaheadFuncs = this.lookAheadFuncsCache[name] as Lookahead[];
      this.#given = value;
      value = rule.originalGrammarAction.call(this);
      reached = level;
      level = LEVEL_OF_OPERATOR[(this.tokVector[this.currIdx + 1] as IToken).tokenTypeIdx];
    } while (level !== undefined && loosest <= level && level < reached);
    this.currRuleShortName = callerName;
    this.currRuleLookaheadFuncs = callerLookahead;
    return value;
  }

  /** CONSUME */
  protected accept(type: TokenType): IToken {
    const next = this.tokVector[this.currIdx + 1] as IToken;
    if (next.tokenTypeIdx === type.tokenTypeIdx || type.categoryMatchesMap?.[next.tokenTypeIdx] === true) {
      this.currIdx++;
      return next;
    }
    return this.#recoverToken(type);
  }

  /** What a repetition does when nothing more of it follows. */
  protected endRepetition(occurrence: number, goesOn: Lookahead, action: () => unknown): void {
    const list = this.#lists[(this.currRuleShortName << 2) | occurrence];
    if (list === 0) return;
    if (list === 1) this.#recoverCommaList(goesOn, action);
    else this.#recoverEntries(goesOn, action);
  }

  /** The lookahead function of an occurrence in the current rule. */
  protected lookahead(key: number): Lookahead {
    return this.currRuleLookaheadFuncs[key] as Lookahead;
  }

  /** What an alternation does when nothing of it follows. */
  protected recoverAlternation(alternatives: readonly Alternative[]): unknown {
    return this.#recoverChoice(alternatives);
  }

  // The guesses.

  /** A token is not what it should be: takes it for that, skips it, or supposes that it was left out. */
  #recoverToken(expected: TokenType): IToken {
    const at = this.currIdx + 1;
    const found = this.tokVector[at] as IToken;
    const next = this.tokVector[at + 1];
    const isParameter = this.shortRuleNameToFull[this.currRuleShortName] === 'param';
    const taken = !isParameter && standsFor(found, expected, this.tokVector[at - 1], next);
    this.#complain(expected, taken);
    if (CLOSERS.has(expected)) return this.#skipToCloser(expected);
    if (taken) return expected === t.Name ? { ...this.#take(), payload: t.NO_NAME } : this.#take();
    const closer = CLOSER_OF.get(expected);
    if (closer !== undefined) {
      this.#putBack(this.#supposed(closer));
      return this.#supposed(expected);
    }
    if (next !== undefined && !isStructure(found, expected) && tokenMatcher(next, expected)) {
      this.currIdx++;
      return this.#take();
    }
    return this.#supposed(expected);
  }

  /** Skips what should not stand before a closing bracket, which is there, for brackets are balanced. */
  #skipToCloser(expected: TokenType): IToken {
    let depth = 0;
    for (let i = this.currIdx + 1; i < this.tokVector.length; i++) {
      const { tokenType } = this.tokVector[i] as IToken;
      if (depth === 0 && tokenType === expected) {
        this.currIdx = i;
        return this.tokVector[i] as IToken;
      }
      if (OPENERS.has(tokenType)) depth++;
      else if (CLOSERS.has(tokenType) && --depth < 0) break;
    }
    return this.#supposed(expected);
  }

  /** After `1` in `(1 2)`: goes on as if the comma were there. */
  #recoverCommaList(goesOn: Lookahead, action: () => unknown): void {
    while (startsListItem(this.tokVector[this.currIdx + 1], this.shortRuleNameToFull[this.currRuleShortName])) {
      const before = this.currIdx;
      action.call(this);
      while (goesOn.call(this) === true) action.call(this);
      if (this.currIdx === before) return;
    }
  }

  /** Something in a body is no entry: skips to what looks like the next one. */
  #recoverEntries(goesOn: Lookahead, action: () => unknown): void {
    while (!this.#isAtEndOfList()) {
      this.#complain('entry');
      this.#skipToEntry();
      while (goesOn.call(this) === true) action.call(this);
    }
  }

  #isAtEndOfList(): boolean {
    const next = this.tokVector[this.currIdx + 1];
    return isEnd(next) || next?.tokenType === t.RightBrace;
  }

  #skipToEntry(): void {
    let depth = 0;
    for (let i = this.currIdx + 1; ; i++) {
      const token = this.tokVector[i];
      const skipped = i - 1 - this.currIdx;
      if (token === undefined || isEnd(token)) {
        this.currIdx = i - 1;
        return;
      }
      const type = token.tokenType;
      if (depth === 0 && (type === t.RightBrace || (skipped > 0 && startsEntry(this.tokVector, i)))) {
        this.currIdx = i - 1;
        return;
      }
      if (OPENERS.has(type)) depth++;
      else if (CLOSERS.has(type)) depth--;
    }
  }

  /** No alternative fits. */
  #recoverChoice(alternatives: readonly Alternative[]): unknown {
    const rule = this.shortRuleNameToFull[this.currRuleShortName] ?? '';
    const fallback = FALLBACKS[rule];
    if (fallback !== undefined) return (alternatives[fallback] as Alternative).ALT.call(this);
    if (rule === 'primary') {
      const isConditional = (this.tokVector[this.currIdx + 1] as IToken).tokenType === t.If;
      this.#complain('value');
      return isConditional ? this.enter((this as unknown as { expression: RuleFunction }).expression) : undefined;
    }
    if (rule === 'elementBody' && tokenMatcher(this.tokVector[this.currIdx + 1] as IToken, t.Name)) {
      return (alternatives[0] as Alternative).ALT.call(this);
    }
    this.#complain(rule === 'statement' ? 'statement' : 'entry');
    if (rule !== 'statement') this.#skipToEntry();
    return undefined;
  }

  /** Notes a mistake, unless it may follow from the last one: one message an entry. */
  #complain(expected: Complaint['expected'], taken = false): void {
    const at = this.currIdx + 1;
    if (at === this.#lastComplaintAt || at < this.#quietUntil) return;
    const tokens = this.tokVector;
    const real = (token: IToken | undefined): IToken | undefined => (isEnd(token) ? undefined : token);
    const begins = beginningOf(tokens, at);
    this.complaints.push({
      rule: this.shortRuleNameToFull[this.currRuleShortName] ?? '',
      expected,
      beforePrevious: tokens[at - 2],
      previous: tokens[at - 1],
      found: real(tokens[at]),
      next: real(tokens[at + 1]),
      beginning: tokens[begins],
      second: tokens[begins + 1],
      taken,
    });
    this.#lastComplaintAt = at;
    // An `if` in the place of a value begins no statement.
    this.#quietUntil = nextEntry(tokens, expected === 'value' && tokens[at]?.tokenType === t.If ? at + 1 : at);
  }

  #take(): IToken {
    this.currIdx++;
    return this.tokVector[this.currIdx] as IToken;
  }

  #supposed(type: TokenType): IToken {
    return supposedToken(type, this.endOfLast());
  }

  /** Makes a token the next one, in the place of the last, which has been read. */
  #putBack(token: IToken): void {
    if (this.currIdx < 0) return;
    this.tokVector[this.currIdx] = token;
    this.currIdx--;
  }
}

/** Puts the engine in the place of Chevrotain's methods: SUBRULE to SUBRULE9, and so on. */
function replaceEngine(parser: object): void {
  type Engine = Pick<RecoveringParser, never> & {
    enter(rule: RuleFunction): unknown;
    accept(type: TokenType): IToken;
    lookahead(key: number): Lookahead;
    endRepetition(occurrence: number, goesOn: Lookahead, action: () => unknown): void;
    recoverAlternation(alternatives: readonly Alternative[]): unknown;
  };
  type Action = (this: Engine) => unknown;
  const methods = parser as Record<string, unknown>;
  for (let i = 0; i <= 9; i++) {
    const suffix = i === 0 ? '' : i;
    methods[`SUBRULE${suffix}`] = methods.enter;
    methods[`CONSUME${suffix}`] = methods.accept;
    methods[`OPTION${suffix}`] = function (this: Engine, action: Action): unknown {
      return this.lookahead(OPTION_KEY | i).call(this as never) === true ? action.call(this) : undefined;
    };
    methods[`MANY${suffix}`] = function (this: Engine, action: Action): void {
      const goesOn = this.lookahead(MANY_KEY | i);
      while (goesOn.call(this as never) === true) action.call(this);
      this.endRepetition(i, goesOn, action as () => unknown);
    };
    methods[`OR${suffix}`] = function (this: Engine, alternatives: readonly Alternative[]): unknown {
      const choice = this.lookahead(OR_KEY | i).call(this as never, alternatives) as number | undefined;
      if (choice === undefined) return this.recoverAlternation(alternatives);
      return (alternatives[choice] as Alternative).ALT.call(this as never);
    };
  }
}

replaceEngine(RecoveringParser.prototype);

/** A token that is not in the text. */
export function supposedToken(tokenType: TokenType, startOffset: number): IToken {
  const tokenTypeIdx = tokenType.tokenTypeIdx as number;
  return { image: '', startOffset, tokenTypeIdx, tokenType, isInsertedInRecovery: true };
}

export const CLOSER_OF: ReadonlyMap<TokenType, TokenType> = new Map([
  [t.LeftBrace, t.RightBrace],
  [t.LeftParenthesis, t.RightParenthesis],
  [t.LeftBracket, t.RightBracket],
]);
export const OPENERS: t.TokenSet = t.tokenSet(CLOSER_OF.keys());
export const CLOSERS: t.TokenSet = t.tokenSet(CLOSER_OF.values());

const VALUE_STARTS: t.TokenSet = t.tokenSet([
  ...[t.NumberToken, t.Text, t.Color, t.Question, t.True, t.False, t.LeftParenthesis, t.LeftBracket, t.Minus],
  ...[t.Not, t.Identifier, ...t.SOFT_KEYWORDS],
]);
const STATEMENT_STARTS: t.TokenSet = t.tokenSet([t.Let, t.Prefab, t.Use, t.For, t.If, t.Scatter, t.At]);
const KEYWORDS: t.TokenSet = t.tokenSet(t.KEYWORDS);

export function isEnd(token: IToken | undefined): boolean {
  return token === undefined || token.tokenType.name === 'EOF';
}

export function isKeyword(token: IToken | undefined): boolean {
  return KEYWORDS.has(token?.tokenType);
}

export function startsValue(token: IToken | undefined): boolean {
  return VALUE_STARTS.has(token?.tokenType);
}

function startsListItem(token: IToken | undefined, rule: string | undefined): boolean {
  if (token === undefined) return false;
  return rule === 'import_' || rule === 'prefab' ? token.tokenType === t.Identifier : VALUE_STARTS.has(token.tokenType);
}

/** Whether a field, a `let` or a statement seems to start at a token. */
export function startsEntry(tokens: readonly IToken[], at: number): boolean {
  const token = tokens[at] as IToken;
  if (STATEMENT_STARTS.has(token.tokenType)) return true;
  if (!tokenMatcher(token, t.Name)) return false;
  const second = tokens[at + 1];
  if (second === undefined) return false;
  if (second.tokenType === t.Colon || second.tokenType === t.LeftBrace) return true;
  return tokenMatcher(second, t.Name) && tokens[at + 2]?.tokenType === t.LeftBrace;
}

/** The first index from `at` at which an entry, or behind a comma the next part, seems to start outside of brackets. */
function nextEntry(tokens: readonly IToken[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const { tokenType } = tokens[i] as IToken;
    if (depth === 0 && (startsEntry(tokens, i) || (i > at && tokens[i - 1]?.tokenType === t.Comma))) return i;
    if (tokenType === t.LeftParenthesis || tokenType === t.LeftBracket) depth++;
    else if (depth > 0 && (tokenType === t.RightParenthesis || tokenType === t.RightBracket)) depth--;
  }
  return tokens.length;
}

/** The nearest keyword before `at` that begins a statement around it; -1 if none is near. */
function beginningOf(tokens: readonly IToken[], at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0 && i > at - 200; i--) {
    const { tokenType } = tokens[i] as IToken;
    if (CLOSERS.has(tokenType)) depth++;
    else if (OPENERS.has(tokenType)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && STATEMENT_STARTS.has(tokenType)) return i;
  }
  return -1;
}

/** Tokens that a stray-token guess must not jump over. */
function isStructure(token: IToken, expected: TokenType): boolean {
  const type = token.tokenType;
  if (expected === t.Name && (type === t.Comma || type === t.Equal)) return true;
  return STATEMENT_STARTS.has(type) || OPENERS.has(type) || CLOSERS.has(type) || type.name === 'EOF';
}

/** Whether a wrong token was evidently written for the right one: a keyword as a name, `=` for `:`. */
function standsFor(
  found: IToken,
  expected: TokenType,
  previous: IToken | undefined,
  next: IToken | undefined,
): boolean {
  const type = found.tokenType;
  if (expected === t.Colon) return type === t.Equal;
  if (expected === t.Equal) return type === t.Colon || type === t.EqualEqual;
  if (expected !== t.Name || !KEYWORDS.has(type)) return false;
  return previous?.tokenType === t.Dot || (next !== undefined && NAME_FOLLOWERS.has(next.tokenType));
}

/** What follows the name of a `let`, a `prefab`, a loop variable, an element, an import. */
const NAME_FOLLOWERS: t.TokenSet = t.tokenSet([
  ...[t.Equal, t.Colon, t.LeftParenthesis, t.In, t.LeftBrace, t.Comma, t.From, t.As, t.RightBracket],
]);
