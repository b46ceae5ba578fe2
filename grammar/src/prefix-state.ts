// The states of a program's prefixes: where the parser may be, and what is known there. A state is a value: stepping
// gives a new one and leaves the old one be, so that to fork is to keep a reference.
import { closest, type Diagnostic, invariant, label, type Place, replace } from '@diorama/diagnostics';
import { findKind } from '@diorama/vocabulary';
import { type Catalog, EMPTY_CATALOG, type Export, type Exports } from './catalog.ts';
import { type Expectation, isWellFormed, type Lexeme, textOf } from './expectation.ts';
import { type CallNode, type EndNode, type Network, type Node, type TokenNode, theNetwork } from './machine/network.ts';
import { spelling } from './tokens.ts';
import type { Attributes, LevelAttributes, PrimaryAttributes } from './typed/attributes.ts';
import { beginCall, closeCall, enterArgument, mayArgue, takeArgument } from './typed/calls.ts';
import type { Result } from './typed/demand.ts';
import {
  beginExpression,
  enterItem,
  enterLevel,
  leaveExpression,
  leaveLevel,
  levelToken,
  primaryToken,
  takeItem,
  takeOperand,
} from './typed/expressions.ts';
import { importFiles } from './typed/imports.ts';
import { enterRule, enterValue, leaveRule, takeMark, takeRule, takeValue } from './typed/items.ts';
import {
  expectNumber,
  expectsColor,
  expectText,
  takeBoolean,
  takeColor,
  takeHole,
  takeNumber,
  takeText,
} from './typed/literals.ts';
import { type CallMeaning, MEANINGS, type TokenMeaning } from './typed/meanings.ts';
import { expectNames, takeName } from './typed/names.ts';
import { entries } from './typed/persistent-map.ts';
import { type Language, type Refusal, type Run, refuse, type World } from './typed/run.ts';
import { TOP } from './typed/scope.ts';

/** @internal A rule that is open: what is known in it, and where its parent goes on. */
export interface Frame {
  readonly attributes: Attributes;
  readonly call: CallNode | undefined;
  readonly parent: Frame | undefined;
}
/** @internal One way in which the prefix can be read. */
export interface Path {
  readonly node: Node;
  readonly frame: Frame;
  readonly world: World;
}

/** What is known of a prefix. Opaque: ask {@link expected}, {@link canEnd}, {@link explain}; go on with {@link step}. */
export interface PrefixState {
  readonly language: Language;
  /** @internal */
  readonly paths: readonly Path[];
  /** @internal What has been computed of it already. */
  readonly memory: { expected?: readonly Expectation[]; canEnd?: boolean };
}

/** Options for {@link start}. */
export interface StartOptions {
  /** Only core form: literals, no names, loops or arithmetic. */
  readonly core: boolean;
  /**
   * Labels are not remembered, so that prefixes which differ in labels alone have one state: whether a label is taken is
   * left to the caller. Only with `core`, where no label is ever used.
   */
  readonly forgetsLabels: boolean;
}
/** The whole language, not core form alone. */
export const START_DEFAULTS: StartOptions = Object.freeze({ core: false, forgetsLabels: false });

/** The state of the empty program. */
export function start(catalog: Catalog = EMPTY_CATALOG, options: Partial<StartOptions> = {}): PrefixState {
  const { core, forgetsLabels } = { ...START_DEFAULTS, ...options };
  const frame: Frame = { attributes: { rule: 'program' }, call: undefined, parent: undefined };
  const world: World = { scope: TOP, settings: [], embeddings: undefined, usesEmbeddings: false };
  return stateOf({ catalog, core, forgetsLabels }, [{ node: theNetwork().root, frame, world }]);
}

/** The state after one more lexeme; nothing if no program begins so. */
export function step(state: PrefixState, lexeme: Lexeme): PrefixState | undefined {
  const paths = advance({ ...state.language, refusals: undefined }, state, lexeme);
  return paths.length === 0 ? undefined : stateOf(state.language, paths);
}

/** What may come next. Empty only where nothing but the end may. */
export function expected(state: PrefixState): readonly Expectation[] {
  state.memory.expected ??= findExpected(state);
  return state.memory.expected;
}

/** Whether the prefix is a whole program. */
export function canEnd(state: PrefixState): boolean {
  state.memory.canEnd ??= findEnd({ ...state.language, refusals: undefined }, state);
  return state.memory.canEnd;
}

/** Why a lexeme may not come next, or, without one, why the program may not end; nothing if it may. */
export function explain(state: PrefixState, lexeme?: Lexeme): Refusal | undefined {
  const refusals: Refusal[] = [];
  const run: Run = { ...state.language, refusals };
  const fine = lexeme === undefined ? findEnd(run, state) : advance(run, state, lexeme).length > 0;
  if (fine) return undefined;
  return mostTelling(refusals, lexeme) ?? unexpected(state, lexeme);
}

/** Of several ways to read a lexeme, the first but for one: the name of a kind is no misspelt property. */
function mostTelling(refusals: readonly Refusal[], lexeme: Lexeme | undefined): Refusal | undefined {
  const isKind = lexeme !== undefined && findKind(lexeme.text) !== undefined;
  return (isKind ? refusals.find(({ code }) => code === 'no-children') : undefined) ?? refusals[0];
}

/** The same as a diagnostic: `place` is the lexeme's, or the end of the text; `before` the last complete lexeme's. */
export function explainAt(
  state: PrefixState,
  lexeme: Lexeme | undefined,
  place: Place,
  before: Place = place,
): Diagnostic | undefined {
  const refusal = explain(state, lexeme);
  if (refusal === undefined) return undefined;
  const { code, title, message, notes, candidates } = refusal;
  const nearest = lexeme && refusal.blames === 'lexeme' ? closest(lexeme.text, candidates) : undefined;
  return {
    code,
    severity: 'error',
    title,
    primary: label(
      refusal.blames === 'before' ? before : place,
      nearest === undefined ? message : `${message}; did you mean ${nearest}?`,
    ),
    related: [],
    notes,
    fixes: nearest === undefined ? [] : [replace(place, nearest)],
  };
}

/** What the program so far offers to other files. */
export function exportsOf(state: PrefixState): Exports {
  const found = new Map<string, Export>();
  const scope = worldAtEnd(state)?.scope;
  if (scope === undefined) return found;
  for (const [name, { types, constant, value }] of entries(scope.values)) {
    found.set(name, { kind: 'value', types, constant, ...(value !== undefined && { value }) });
  }
  for (const [name, { parameters, embeddings }] of entries(scope.prefabs)) {
    found.set(name, { kind: 'prefab', parameters: parameters ?? [], ...(embeddings !== undefined && { embeddings }) });
  }
  return found;
}

/** With what the last declaration declares, if the program may end here. */
function worldAtEnd(state: PrefixState): World | undefined {
  let found: World | undefined;
  const visitor: Visitor = {
    token() {},
    end({ world }) {
      found ??= world;
    },
  };
  for (const path of state.paths) walk({ ...state.language, refusals: undefined }, path, END, visitor);
  return found ?? state.paths[0]?.world;
}

function stateOf(language: Language, paths: readonly Path[]): PrefixState {
  return { language, paths, memory: {} };
}

// Walking the network

/** What a walk meets: a token that may come, or the end of the program. */
interface Visitor {
  token(path: Path, node: TokenNode): void;
  end(path: Path): void;
}

function advance(run: Run, state: PrefixState, lexeme: Lexeme): Path[] {
  const found: Path[] = [];
  const visitor: Visitor = {
    token(path, node) {
      const next = takeToken(run, path, node, lexeme);
      if (next !== undefined) found.push(next);
    },
    end() {},
  };
  for (const path of state.paths) walk(run, path, lexeme.type, visitor);
  return found;
}

function findEnd(run: Run, state: PrefixState): boolean {
  let ends = false;
  const visitor: Visitor = {
    token() {},
    end() {
      ends = true;
    },
  };
  for (const path of state.paths) walk(run, path, END, visitor);
  return ends;
}
/** No token is named so. */
const END = '';

function findExpected(state: PrefixState): readonly Expectation[] {
  const run: Run = { ...state.language, refusals: undefined };
  const found: Expectation[] = [];
  const visitor: Visitor = {
    token(path, node) {
      for (const expectation of expectToken(run, path, node)) {
        if (!found.some((other) => isSame(other, expectation))) found.push(expectation);
      }
    },
    end() {},
  };
  for (const path of state.paths) walk(run, path, undefined, visitor);
  return found;
}

function isSame(a: Expectation, b: Expectation): boolean {
  if (a.kind !== b.kind) return false;
  if ('token' in a && 'token' in b) return a.token === b.token;
  return 'name' in a && 'name' in b && a.name === b.name;
}

/** Follows every way from a path to its next tokens; with a token's name, only those that can lead to it. */
function walk(run: Run, path: Path, token: string | undefined, visitor: Visitor): void {
  const { node } = path;
  switch (node.kind) {
    case 'token':
      if (token === undefined || node.starts.has(token)) visitor.token(path, node);
      return;
    case 'fork':
      for (const branch of node.branches) {
        if (mayLead(branch, token)) walk(run, { ...path, node: branch }, token, visitor);
      }
      return;
    case 'call': {
      const entered = enter(run, path, node);
      if (entered !== undefined) walk(run, entered, token, visitor);
      return;
    }
    case 'end':
      leave(run, path, node, token, visitor);
  }
}

function mayLead(node: Node, token: string | undefined): boolean {
  return token === undefined || node.mayEnd || node.starts.has(token);
}

function leave(run: Run, path: Path, _node: EndNode, token: string | undefined, visitor: Visitor): void {
  const { frame } = path;
  if (frame.parent === undefined || frame.call === undefined) {
    visitor.end(path);
    return;
  }
  // Most ways out of a rule lead nowhere: those need not be computed.
  if (token !== undefined && !leadsOut(frame, token)) return;
  const next = exit(run, path, frame, frame.parent, frame.call);
  if (next !== undefined) walk(run, next, token, visitor);
}

/** Whether the rules around a frame can go on with a token once it ends. */
function leadsOut(frame: Frame, token: string): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.call === undefined) return token === END;
    const { next } = at.call;
    if (next.starts.has(token)) return true;
    if (!next.mayEnd) return false;
  }
  return false;
}

function callMeaning({ rule, callee, occurrence }: CallNode): CallMeaning {
  const found = MEANINGS[rule]?.calls?.[occurrence === 0 ? callee : `${callee}${occurrence}`];
  invariant(found !== undefined, `the place of ${callee} in ${rule} has a meaning`);
  return found;
}
function tokenMeaning({ rule, token, occurrence }: TokenNode): TokenMeaning {
  const found = MEANINGS[rule]?.tokens?.[occurrence === 0 ? token : `${token}${occurrence}`];
  invariant(found !== undefined, `the place of ${token} in ${rule} has a meaning`);
  return found;
}
const callMeanings = new WeakMap<CallNode, CallMeaning>();
function meaningOfCall(node: CallNode): CallMeaning {
  let found = callMeanings.get(node);
  if (found === undefined) {
    found = callMeaning(node);
    callMeanings.set(node, found);
  }
  return found;
}
const tokenMeanings = new WeakMap<TokenNode, TokenMeaning>();
function meaningOfToken(node: TokenNode): TokenMeaning {
  let found = tokenMeanings.get(node);
  if (found === undefined) {
    found = tokenMeaning(node);
    tokenMeanings.set(node, found);
  }
  return found;
}

/** Goes into a rule. */
function enter(run: Run, path: Path, call: CallNode): Path | undefined {
  const { frame, world } = path;
  const attributes = begin(run, frame.attributes, call, world);
  if (attributes === undefined) return undefined;
  const entry = network().entries.get(call.callee);
  invariant(entry !== undefined, `there is a rule ${call.callee}`);
  return { node: entry, frame: { attributes, call, parent: frame }, world };
}
function network(): Network {
  return theNetwork();
}

function begin(run: Run, of: Attributes, call: CallNode, world: World): Attributes | undefined {
  const { callee } = call;
  const meaning = meaningOfCall(call);
  if (run.core && NOT_IN_CORE.has(callee)) return undefined;
  switch (callee) {
    case 'expression': {
      if (isLevel(of)) return enterLevel(of, callee, meaning);
      const inherited =
        of.rule === 'primary'
          ? enterItem(of, meaning)
          : of.rule === 'argument'
            ? enterArgument(run, of, world)
            : enterValue(run, of, meaning, world);
      return inherited && beginExpression(inherited);
    }
    case 'or_':
    case 'and_':
    case 'not_':
    case 'compare':
    case 'range':
    case 'sum':
    case 'product':
    case 'unary':
    case 'postfix':
    case 'primary':
      return isLevel(of) ? enterLevel(of, callee, meaning) : undefined;
    case 'argument': {
      if (of.rule !== 'primary' || of.call === undefined) return undefined;
      const { wanted, bound, frame, literal, call: state } = of;
      return { rule: 'argument', wanted, bound, frame, literal, call: state, name: '', value: undefined };
    }
    default:
      return enterRule(run, of, callee, meaning, world);
  }
}
/** What only people write. */
const NOT_IN_CORE: ReadonlySet<string> = new Set(['import_', 'let_', 'prefab', 'for_', 'if_', 'scatter']);
const NOT_LITERAL: ReadonlySet<TokenMeaning> = new Set<TokenMeaning>([
  'conditional',
  'or',
  'and',
  'not',
  'comparison',
  'range',
  'sum',
  'product',
  'member',
  'index',
  'hole',
  'open-list',
]);

const LEVELS: ReadonlySet<string> = new Set([
  'expression',
  'or_',
  'and_',
  'not_',
  'compare',
  'range',
  'sum',
  'product',
  'unary',
  'postfix',
]);
function isLevel(attributes: Attributes): attributes is LevelAttributes {
  return LEVELS.has(attributes.rule);
}

/** Comes out of a rule: its parent learns what it came to. */
function exit(run: Run, path: Path, frame: Frame, parent: Frame, call: CallNode): Path | undefined {
  const { attributes: inner } = frame;
  const { attributes: of } = parent;
  const meaning = meaningOfCall(call);
  let { world } = path;
  let attributes: Attributes | undefined;
  if (isLevel(inner) || inner.rule === 'primary') {
    const found = leaveLevel(run, inner);
    attributes = found && takeResult(run, of, meaning, inner, found, world);
  } else if (inner.rule === 'name' && of.rule === 'postfix') {
    attributes = inner.value && { ...of, have: inner.value };
  } else if (inner.rule === 'name' && of.rule === 'primary') {
    attributes = { ...of, have: inner.value, callee: inner.callee };
  } else if (inner.rule === 'name' && of.rule === 'argument') {
    attributes = { ...of, name: inner.text };
  } else if (inner.rule === 'argument' && of.rule === 'primary') {
    const state = inner.value && takeArgument(run, inner.call, inner.name, inner.value);
    attributes = state && { ...of, call: state };
  } else {
    const after = leaveRule(run, inner, world);
    const change = after && takeRule(run, of, meaning, inner, after);
    attributes = change?.attributes;
    world = change?.world ?? world;
  }
  return attributes && { node: call.next, frame: { attributes, call: parent.call, parent: parent.parent }, world };
}

function takeResult(
  run: Run,
  of: Attributes,
  meaning: CallMeaning,
  inner: LevelAttributes | PrimaryAttributes,
  found: Result,
  world: World,
): Attributes | undefined {
  if (isLevel(of)) return takeOperand(of, meaning, found);
  if (of.rule === 'primary') return takeItem(of, meaning, found);
  const kept = leaveExpression(run, found, inner.bound);
  if (kept === undefined) return undefined;
  return of.rule === 'argument' ? { ...of, value: kept } : takeValue(run, of, meaning, kept, world);
}

/** Takes a token. */
function takeToken(run: Run, path: Path, node: TokenNode, lexeme: Lexeme): Path | undefined {
  const { frame, world } = path;
  const { attributes: of } = frame;
  const meaning = meaningOfToken(node);
  const on = (attributes: Attributes | undefined, next = world): Path | undefined =>
    attributes && { node: node.next, frame: { attributes, call: frame.call, parent: frame.parent }, world: next };
  if ('literal' in of && of.literal && NOT_LITERAL.has(meaning)) {
    return refuse(run, () => ({
      code: 'misused-annotation',
      title: 'not a literal',
      message: 'only literals may stand here',
    }));
  }
  if (isLevel(of)) return on(levelToken(run, of, meaning, lexeme.text));
  if (of.rule === 'name') return on(takeName(run, of, world, lexeme));
  if (of.rule === 'primary') {
    const embeds = meaning === 'open-call' && of.callee?.name === 'embedding';
    return on(takePrimary(run, of, meaning, lexeme.text), embeds ? { ...world, usesEmbeddings: true } : world);
  }
  if (meaning === 'import-file') {
    if (!isWellFormed(lexeme.text)) return undefined;
    const change = takeMark(run, of, meaning, textOf(lexeme.text), world);
    return change && on(change.attributes, change.world);
  }
  const change = takeMark(run, of, meaning, lexeme.text, world);
  return change && on(change.attributes, change.world);
}

function takePrimary(
  run: Run,
  of: PrimaryAttributes,
  meaning: TokenMeaning,
  text: string,
): PrimaryAttributes | undefined {
  switch (meaning) {
    case 'number':
      return takeNumber(run, of, text);
    case 'text':
      return takeText(run, of, text);
    case 'color':
      return takeColor(run, of, text);
    case 'boolean':
      return takeBoolean(run, of);
    case 'hole':
      return takeHole(run, of);
    case 'open-call':
      return of.callee && { ...of, have: undefined, call: beginCall(of, of.callee), open: 'call' };
    case 'next-argument':
      return of.call !== undefined && mayArgue(of.call) ? of : undefined;
    case 'close-call':
      return closeCall(run, of);
    default:
      return primaryToken(run, of, meaning);
  }
}

/** The expectations of a token. */
function expectToken(run: Run, path: Path, node: TokenNode): readonly Expectation[] {
  const { frame, world } = path;
  const { attributes: of } = frame;
  const meaning = meaningOfToken(node);
  if (of.rule === 'name') return expectNames(run, of, world);
  if (of.rule === 'primary') {
    if (meaning === 'number') return present(expectNumber(of));
    if (meaning === 'text') return present(expectText(run, of));
    if (meaning === 'color') return expectsColor(of) ? [{ kind: 'color' }] : [];
  }
  if (meaning === 'import-file' && of.rule === 'import_') {
    const files = importFiles(run, world, of.names);
    const takes = (text: string) => files === undefined || files.includes(text);
    return [
      {
        kind: 'text',
        form: 'program',
        nonEmpty: false,
        closed: files !== undefined,
        takes,
        key: `program ${JSON.stringify(files)}`,
        ...(files && { choices: () => files }),
      },
    ];
  }
  const text = spelling(node.type) ?? '';
  const lexeme: Lexeme = { type: node.token, text };
  return takeToken(run, path, node, lexeme) === undefined
    ? []
    : [{ kind: sortOf(meaning, text), token: node.token, text }];
}
function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
const OPERATORS: ReadonlySet<TokenMeaning> = new Set<TokenMeaning>(['comparison', 'range', 'sum', 'product', 'minus']);
function sortOf(meaning: TokenMeaning, text: string): 'keyword' | 'operator' | 'hole' | 'punctuation' {
  if (meaning === 'hole') return 'hole';
  if (OPERATORS.has(meaning)) return 'operator';
  return /^[a-z]/.test(text) ? 'keyword' : 'punctuation';
}

/** No path leads to the token at all. */
function unexpected(state: PrefixState, lexeme: Lexeme | undefined): Refusal {
  const words = expected(state).flatMap((one) =>
    'text' in one ? [one.text] : 'name' in one && typeof one.name === 'string' ? [one.name] : [`a ${one.kind}`],
  );
  const what = lexeme === undefined ? 'the program cannot end here' : `\`${lexeme.text}\` cannot come here`;
  return {
    code: 'unexpected-token',
    title: lexeme === undefined ? 'unfinished program' : 'unexpected token',
    message: what,
    notes: words.length === 0 ? [] : [`expected: ${words.slice(0, 12).join(' ')}${words.length > 12 ? ' …' : ''}`],
    candidates: words,
    blames: 'lexeme',
  };
}
