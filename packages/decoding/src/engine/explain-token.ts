// Turns a refused token into the reason, in the codes and words of the checker.
import type { Diagnostic, Place } from '@diorama/diagnostics';
import { label } from '@diorama/diagnostics';
import { explainAt, type PrefixState, start, step } from '@diorama/grammar';
import { tokenize } from '@diorama/syntax';
import type { Language } from './engine.ts';

/** What is to be explained. */
export interface RefusedToken {
  /** The text before it. */
  readonly text: string;
  /** Its text; undefined for the end. */
  readonly token: string | undefined;
  readonly language: Language;
  readonly labels: ReadonlySet<string>;
  readonly budget: number;
  readonly hasEnded: boolean;
  /** Whether only the budget refuses it. */
  readonly fitsTypes: boolean;
}

/** Places are offsets into the text before the token and the token itself. */
export function explainToken(refused: RefusedToken): Diagnostic {
  const { text, token, language, budget, hasEnded, fitsTypes } = refused;
  const whole = text + (token ?? '');
  const place = placeOf(text.length, whole.length);
  if (hasEnded) return refusal('unexpected-token', 'text behind the end', place, 'the program has ended');
  if (token === '') return refusal('unexpected-token', 'token without text', place, 'this token stands for no text');
  if (fitsTypes) {
    const title = 'not enough tokens left';
    return refusal('unexpected-token', title, place, `behind it, ${budget - 1} tokens could not end the program`);
  }
  return explainLexemes(whole, token === undefined, language, text.length) ?? explainRest(refused, place);
}

/** The text that is being decoded has no file. */
function placeOf(start: number, end: number): Place {
  return { file: 'decoded text' as Place['file'], start, end };
}

function explainLexemes(
  whole: string,
  isEnd: boolean,
  { catalog, form }: Language,
  from: number,
): Diagnostic | undefined {
  const lexemes = tokenize(whole).filter(({ kind }) => kind !== 'comment' && kind !== 'doc-comment');
  let state: PrefixState = start(catalog, { core: form !== 'whole' });
  let before = placeOf(0, 0);
  for (const { token, text, start: first, end } of lexemes) {
    const here = placeOf(first, end);
    const next = step(state, { type: token, text });
    if (next === undefined) {
      const why = explainAt(state, { type: token, text }, here, before);
      // The last word may be unfinished.
      if (why !== undefined && !isEnd && end === whole.length && /^[A-Za-z_]/.test(text)) {
        return { ...why, primary: label(here, `nothing that fits here begins with \`${text}\``), fixes: [] };
      }
      if (why !== undefined || end > from) return why;
    }
    if (next === undefined) return undefined;
    state = next;
    before = here;
  }
  return isEnd ? explainAt(state, undefined, placeOf(whole.length, whole.length), before) : undefined;
}

function explainRest({ language, token, labels }: RefusedToken, place: Place): Diagnostic {
  const name = token?.trim().replace(/[^A-Za-z0-9_].*$/s, '') ?? '';
  if (labels.has(name)) {
    return refusal('duplicate-name', 'name declared twice', place, `an element is named \`${name}\` already`);
  }
  if (language.layout === 'canonical') {
    return refusal('unexpected-token', 'not in canonical layout', place, 'the formatter would lay this out otherwise');
  }
  return refusal('unexpected-token', 'unexpected token', place, 'nothing that could follow makes a program of it');
}

function refusal(code: string, title: string, place: Place, message: string): Diagnostic {
  return { code, severity: 'error', title, primary: label(place, message), related: [], notes: [], fixes: [] };
}
