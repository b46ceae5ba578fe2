// Turns a text into whether a program begins so, by trying: real lexer, states, parser and checker, and none of the decoder's tables.
import { check } from '@diorama/checker';
import { SourceFile } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import { admits, type Catalog, canEnd, expected, type Lexeme, type PrefixState, start, step } from '@diorama/grammar';
import { parse, tokenize } from '@diorama/syntax';
import { findUnit, toBaseUnits } from '@diorama/vocabulary';
import { CATALOG } from '../../../../grammar/test/corpus.ts';
import { isLeftToChecker } from '../../../../grammar/test/left-to-checker.ts';
import { PLAIN, type Random, randomWalk } from '../../../../grammar/test/random-walk.ts';
import { textWorld } from '../../../../grammar/test/support.ts';
import { formatted } from '../engine/programs.ts';
import { completionsOf } from './completions.ts';
import { finishCharacter } from './finish-character.ts';
import { printsNumbers, withoutPowers } from './prints-numbers.ts';

/** What is judged. */
export interface JudgedLanguage {
  readonly catalog: Catalog;
  readonly form: 'core' | 'whole';
  readonly layout: 'canonical' | 'free';
}

/** Says of bytes whether a program begins with them. */
export interface Judge {
  mayBegin(bytes: Uint8Array): boolean;
  /** Whether they are a program. */
  mayEnd(bytes: Uint8Array): boolean;
}

/** So many ways to end are tried. */
const WALKS = 40;
const world = textWorld();

export function createJudge({ catalog, form, layout }: JudgedLanguage): Judge {
  const first = start(catalog, { core: form === 'core' });
  const states = new Map<string, PrefixState | undefined>([['', first]]);

  /** The state behind some lexemes: each sequence is stepped over once. */
  const behind = (lexemes: readonly Lexeme[]): PrefixState | undefined => {
    const key = lexemes.map(({ type, text }) => `${type} ${text}`).join('\0');
    if (states.has(key)) return states.get(key);
    const last = lexemes.at(-1) as Lexeme;
    const before = behind(lexemes.slice(0, -1));
    const found = before && step(before, last);
    states.set(key, found);
    return found;
  };

  /** Whether a whole text is a program, and laid out as it must be. */
  const isProgram = (text: string): boolean => {
    const source = SourceFile.from('main.dio', text);
    const tree = parse(source);
    const { diagnostics } = check(tree.value, { source, world, catalog: CATALOG });
    const isLeft = (code: string) => form === 'whole' && isLeftToChecker(code, text);
    if ([...tree.diagnostics, ...diagnostics].some(({ severity, code }) => severity === 'error' && !isLeft(code)))
      return false;
    return layout === 'free' || isCanonical(text);
  };
  const isCanonical = (text: string) =>
    formatted(text) === text &&
    !hasComment(text) &&
    (form === 'whole' || (isOneLineEach(text) && printsNumbers(text) && hasNoNeedOfPowers(text)));

  const hasNoNeedOfPowers = (text: string): boolean => {
    const plain = withoutPowers(text);
    return plain === text || isProgram(plain);
  };

  /** Whether a text whose lexemes are whole can go on to a program. */
  const canGoOn = (text: string, written: string): boolean => {
    const lexemes = lexemesOf(text);
    const state = lexemes && behind(lexemes);
    if (state === undefined) return false;
    if (layout === 'free') return some(endingsOf(state), (way) => isProgram(`${text} ${way}`));
    // In canonical layout white space that stands already decides what may come next.
    return some(waysOn(state), (way) => {
      const whole = formatted(`${text} ${form === 'core' ? printed(way) : way}`);
      return whole.startsWith(written) && isProgram(whole);
    });
  };

  const tryText = (text: string): boolean =>
    completionsOf(text, (lexemes) => behind(lexemes)).some((more) => canGoOn(text + more, text));

  return {
    mayBegin: (bytes) => finishCharacter(bytes).some(tryText),
    mayEnd: (bytes) => {
      const text = decode(bytes);
      if (text === undefined) return false;
      const lexemes = lexemesOf(text);
      const state = lexemes && behind(lexemes);
      return state !== undefined && canEnd(state) && isProgram(text);
    },
  };
}

function some<T>(items: Iterable<T>, passes: (item: T) => boolean): boolean {
  for (const item of items) if (passes(item)) return true;
  return false;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const MISTAKES: ReadonlySet<string> = new Set([
  'UnterminatedComment',
  'OpenComment',
  'UnterminatedText',
  'WrongQuoted',
  'BarePoint',
  'Foreign',
  'Semicolon',
  'Unknown',
]);

/** The lexemes of a text; nothing if one is a mistake. */
export function lexemesOf(text: string): readonly Lexeme[] | undefined {
  const all = tokenize(text);
  if (all.some(({ token }) => MISTAKES.has(token))) return undefined;
  return all
    .filter(({ kind }) => kind !== 'comment' && kind !== 'doc-comment')
    .map(({ token, text: spelled }) => ({ type: token, text: spelled }));
}

/** Texts with which a program ends from here. */
function* endingsOf(state: PrefixState): Generator<string> {
  for (let seed = 1; seed <= WALKS; seed += 1) {
    const way = walk(state, seed);
    if (way !== undefined) yield way;
  }
}

/** The same, with each of the lexemes that may come next, and none. */
function* waysOn(state: PrefixState): Generator<string> {
  if (canEnd(state)) yield '';
  for (const expectation of expected(state)) {
    const lexeme = samples(expectation).find((one) => admits(expectation, one));
    const after = lexeme && step(state, lexeme);
    if (lexeme === undefined || after === undefined) continue;
    for (const rest of endingsOf(after)) {
      yield `${lexeme.text} ${rest}`;
      break;
    }
  }
}

function samples(expectation: ReturnType<typeof expected>[number]): readonly Lexeme[] {
  switch (expectation.kind) {
    case 'number':
      return expectation.units.flatMap(({ name, ranges = [] }) =>
        ['1', '0', '2', '0.5', '10', ...ranges.map(({ min = 0, max = min + 2 }) => `${Math.abs(min + max) / 2}`)].map(
          (digits) => ({ type: 'Number', text: digits + name }),
        ),
      );
    case 'text':
      return [...(expectation.choices?.() ?? []), 'a', 'a.png', 'tree/oak'].map((text) => ({
        type: 'Text',
        text: JSON.stringify(text),
      }));
    case 'color':
      return [{ type: 'Color', text: '#000000' }];
    case 'new-name':
      return ['zz1', 'zz2'].map((text) => ({ type: 'Identifier', text }));
    default: {
      const text = 'text' in expectation ? expectation.text : expectation.name;
      const type = 'token' in expectation ? expectation.token : (tokenize(text)[0]?.token ?? 'Identifier');
      return [{ type, text }];
    }
  }
}

function walk(state: PrefixState, seed: number): string | undefined {
  try {
    return randomWalk(state, seededWalk(seed), -200, PLAIN).text;
  } catch {
    return undefined;
  }
}

function seededWalk(seed: number): Random {
  let at = seed;
  return () => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0;
    return at / 2 ** 32;
  };
}

/** With its numbers spelled as core form prints them, in base units. */
function printed(text: string): string {
  const all = tokenize(text);
  return all
    .filter(({ token }, index) => !(token === 'Minus' && Number.parseFloat(all[index + 1]?.text ?? '') === 0))
    .map(({ token, text: spelled }) => (token === 'Number' ? shortestDecimal(measureOf(spelled)) : spelled))
    .join(' ');
}

function measureOf(spelled: string): number {
  const [, digits = '', name = ''] = /^([0-9.]+(?:[eE][+-]?[0-9]+)?)(.*)$/.exec(spelled) ?? [];
  const unit = findUnit(name);
  return unit === undefined ? Number(digits) : toBaseUnits(Number(digits), unit);
}

function hasComment(text: string): boolean {
  return tokenize(text).some(({ kind }) => kind === 'comment' || kind === 'doc-comment');
}

/** In core form an element is one line. */
function isOneLineEach(text: string): boolean {
  return (
    text.split('\n').every((line) => {
      const brackets = tokenize(line).map(({ text: one }) => ('{(['.includes(one) ? 1 : '})]'.includes(one) ? -1 : 0));
      return brackets.reduce<number>((sum, one) => sum + one, 0) === 0;
    }) && !text.includes('\n\n')
  );
}
