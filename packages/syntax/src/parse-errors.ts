// Turns what the parser expected and found into a diagnostic in the user's words.
import type { Diagnostic, FileId, Place } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import { bareDecimalPoint } from './problems/bare-decimal-point.ts';
import { chainedComparison } from './problems/chained-comparison.ts';
import { colonForEquals } from './problems/colon-for-equals.ts';
import { equalsForColon } from './problems/equals-for-colon.ts';
import { extraComma } from './problems/extra-comma.ts';
import { foreignOperator } from './problems/foreign-operator.ts';
import { incompleteConditional } from './problems/incomplete-conditional.ts';
import { keywordAsName } from './problems/keyword-as-name.ts';
import { lonelyAnnotation } from './problems/lonely-annotation.ts';
import { misplacedItem } from './problems/misplaced-item.ts';
import { misplacedProperty } from './problems/misplaced-property.ts';
import { missingBody } from './problems/missing-body.ts';
import { missingColon } from './problems/missing-colon.ts';
import { missingComma } from './problems/missing-comma.ts';
import { missingEquals } from './problems/missing-equals.ts';
import { missingKeyword } from './problems/missing-keyword.ts';
import { missingName } from './problems/missing-name.ts';
import { missingParentheses } from './problems/missing-parentheses.ts';
import { missingType } from './problems/missing-type.ts';
import { missingValue } from './problems/missing-value.ts';
import { strayElse } from './problems/stray-else.ts';
import { unexpectedToken } from './problems/unexpected-token.ts';
import { CLOSERS, type Complaint, isKeyword, OPENERS, startsValue } from './recovery.ts';
import * as t from './tokens.ts';

/** `following` is what stands behind the section on its last line. */
export function parseError(
  file: FileId,
  text: string,
  complaint: Complaint,
  following: IToken | undefined,
): Diagnostic {
  const ctx: Context = { file, text, following, ...complaint };
  switch (complaint.expected) {
    case 'value':
      return valueError(ctx);
    case 'statement':
      return lonelyAnnotation(lastPlace(ctx), foundWords(ctx));
    case 'entry':
      return entryError(ctx);
    case t.Name:
      return nameError(ctx);
    case t.Colon:
      return colonError(ctx);
    case t.Equal:
      return equalError(ctx);
    case t.Comma:
      return missingComma(gapPlace(ctx));
    case t.LeftBrace:
      return bodyError(ctx);
    case t.LeftParenthesis:
      return missingParentheses(
        lastPlace(ctx),
        `${ctx.rule === 'annotation' ? '@' : 'prefab '}${ctx.previous?.image ?? ''}`,
      );
    case t.Then:
      return incompleteConditional(gapPlace(ctx), 'then', foundWords(ctx));
    case t.Else:
      return incompleteConditional(gapPlace(ctx), 'else', foundWords(ctx));
    case t.In:
    case t.From:
    case t.Text:
      return keywordError(ctx, complaint.expected);
    default:
      return leftoverError(ctx, typeof complaint.expected === 'string' ? 'something else' : words(complaint.expected));
  }
}

interface Context extends Complaint {
  readonly file: FileId;
  readonly text: string;
  readonly following: IToken | undefined;
}

/** A value should stand here. */
function valueError(ctx: Context): Diagnostic {
  const { found, previous } = ctx;
  if (previous?.tokenType === t.Comma && (found === undefined || CLOSERS.has(found.tokenType))) {
    return extraComma(placeOf(ctx, previous));
  }
  if (found?.tokenType === t.Comma && previous?.tokenType === t.Comma) return extraComma(placeOf(ctx, found));
  if (found?.tokenType === t.If) {
    return missingValue(
      placeOf(ctx, found),
      afterWords(ctx),
      '`if`',
      'put the whole `if … then … else …` in parentheses',
    );
  }
  if (found !== undefined && isKeyword(found)) {
    const next = `\`${found.image}\` is a keyword and no value`;
    return missingValue(placeOf(ctx, found), afterWords(ctx), foundWords(ctx), next);
  }
  if (found?.tokenType === t.Equal && previous !== undefined && COMPARISONS.has(previous.tokenType)) {
    return foreignOperator(
      { ...placeOf(ctx, found), start: previous.startOffset },
      `${previous.image}=`,
      previous.image,
    );
  }
  if (
    previous !== undefined &&
    OPENERS.has(previous.tokenType) &&
    found !== undefined &&
    CLOSERS.has(found.tokenType)
  ) {
    return missingValue(gapPlace(ctx), undefined, foundWords(ctx));
  }
  return missingValue(gapPlace(ctx), afterWords(ctx), foundWords(ctx));
}

/** A name should stand here. */
function nameError(ctx: Context): Diagnostic {
  const { found, previous, beforePrevious } = ctx;
  if (previous?.tokenType === t.Colon) {
    const name = beforePrevious?.image ?? '';
    if (ctx.beginning?.tokenType === t.Let && startsValue(found)) return colonForEquals(placeOf(ctx, previous), name);
    return missingType(gapPlace(ctx), name, foundWords(ctx));
  }
  if (previous?.tokenType === t.Dot && beforePrevious?.tokenType === t.NumberToken) {
    const place = { ...placeOf(ctx, beforePrevious), end: t.endOf(previous) };
    return bareDecimalPoint(place, `${beforePrevious.image}.`, `${beforePrevious.image}.0`);
  }
  if (found !== undefined && isKeyword(found) && ctx.taken) return keywordAsName(placeOf(ctx, found), found.image);
  const place =
    found === undefined || isKeyword(found) || CLOSERS.has(found.tokenType) ? gapPlace(ctx) : placeOf(ctx, found);
  return missingName(place, nameOwner(ctx), foundWords(ctx));
}

function nameOwner(ctx: Context): string {
  const type = ctx.previous?.tokenType;
  if (type === t.At) return 'an annotation';
  if (type === t.Dot) return 'a member';
  if (type === t.LeftBracket) return 'a type';
  if (type === t.Comma || type === t.LeftParenthesis)
    return ctx.beginning?.tokenType === t.Prefab ? 'a parameter' : 'an import';
  return type === undefined ? 'this' : words(type);
}

function colonError(ctx: Context): Diagnostic {
  const { found, previous } = ctx;
  const name = previous?.image ?? '';
  if (ctx.rule === 'param') return missingType(lastPlace(ctx), name, foundWords(ctx));
  if (found?.tokenType === t.Equal) return equalsForColon(placeOf(ctx, found), name);
  return missingColon(lastPlace(ctx), name, startsValue(found));
}

function equalError(ctx: Context): Diagnostic {
  const { found, previous } = ctx;
  if (found?.tokenType === t.EqualEqual) return foreignOperator(placeOf(ctx, found), '==', '=');
  const name = ctx.second?.image ?? previous?.image ?? '';
  if (found !== undefined && isKeyword(previous) && found.tokenType === t.Equal)
    return missingName(placeOf(ctx, found), '`let`', undefined);
  return missingEquals(lastPlace(ctx), name, startsValue(found));
}

/** A `{` should stand here. */
function bodyError(ctx: Context): Diagnostic {
  const { found, previous, beginning } = ctx;
  const type = found?.tokenType;
  if (ctx.rule === 'elementBody') {
    if (previous !== undefined && (type === t.Colon || type === t.Equal)) {
      return misplacedProperty(placeOf(ctx, previous), previous.image);
    }
    const isLabelled = ctx.beforePrevious !== undefined && isNameType(ctx.beforePrevious.tokenType);
    const head = isLabelled ? `${ctx.beforePrevious?.image} ${previous?.image}` : (previous?.image ?? '');
    if (previous !== undefined && continuesLet(ctx)) {
      return unexpectedToken(
        placeOf(ctx, previous),
        'an operator, or the next item on a line of its own',
        `\`${previous.image}\``,
      );
    }
    return leftoverOperator(ctx) ?? missingBody(lastPlace(ctx), head, foundWords(ctx));
  }
  const word = previous?.tokenType === t.Else ? 'else' : (beginning?.image ?? 'this');
  return leftoverOperator(ctx) ?? missingBody(lastPlace(ctx), word, foundWords(ctx));
}

/** `let a = b c`: what looks like an element stands on the line of a `let`. */
function continuesLet({ text, beginning, previous }: Context): boolean {
  if (beginning?.tokenType !== t.Let || previous === undefined) return false;
  return !text.slice(beginning.startOffset, previous.startOffset).includes('\n');
}

const FORMS: Readonly<Record<string, string>> = {
  for_: 'for i in 0..5 { … }',
  scatter: 'scatter 40 in disk(radius: 9) { … }',
  import_: 'use thicket from "plants.dio"',
};

function keywordError(ctx: Context, expected: TokenType): Diagnostic {
  const form = FORMS[ctx.rule] ?? '';
  const what = expected === t.Text ? 'the path of the file, a text in quotes' : words(expected);
  return leftoverOperator(ctx) ?? missingKeyword(gapPlace(ctx), what, foundWords(ctx), form);
}

/** An entry of a body, or an item of the file, should stand here. */
function entryError(ctx: Context): Diagnostic {
  const { found, rule } = ctx;
  const type = found?.tokenType;
  if (found === undefined) return leftoverError(ctx, ENTRIES[rule] ?? ENTRIES.program ?? '');
  const place = placeOf(ctx, found);
  if (type === t.Else) return strayElse(place);
  if (type === t.Comma) return extraComma(place);
  if ((type === t.Use || type === t.Prefab) && rule !== 'program') return misplacedItem(place, found.image);
  return leftoverError(ctx, ENTRIES[rule] ?? ENTRIES.program ?? '');
}

const ENTRIES: Readonly<Record<string, string>> = {
  program: 'an element such as `tree { … }`, `let`, `prefab`, `for`, `if` or `scatter`',
  body: 'an element such as `tree { … }`, `let`, `for`, `if`, `scatter` or `}`',
  elementBody: 'a property such as `height: 9m`, an element or `}`',
};

/** Something complete is followed by something that does not continue it. */
function leftoverError(ctx: Context, expected: string): Diagnostic {
  const special = leftoverOperator(ctx);
  if (special !== undefined) return special;
  const place = ctx.found === undefined ? gapPlace(ctx) : placeOf(ctx, ctx.found);
  return unexpectedToken(place, expected, foundWords(ctx));
}

function leftoverOperator(ctx: Context): Diagnostic | undefined {
  const { found, previous } = ctx;
  if (found === undefined || previous === undefined) return undefined;
  if (found.tokenType === t.Comma) return extraComma(placeOf(ctx, found));
  if (COMPARISONS.has(found.tokenType)) return chainedComparison(placeOf(ctx, found), found.image);
  if (found.tokenType === t.Equal && COMPARISONS.has(previous.tokenType)) {
    return foreignOperator(
      { ...placeOf(ctx, found), start: previous.startOffset },
      `${previous.image}=`,
      previous.image,
    );
  }
  return undefined;
}

const COMPARISONS: t.TokenSet = t.tokenSet([
  ...[t.EqualEqual, t.NotEqual, t.Less, t.LessEqual, t.Greater, t.GreaterEqual],
]);

/** A token's label; a token of the text in backquotes. */
function words(type: TokenType): string {
  return type.LABEL ?? type.name;
}

function foundWords(ctx: Context): string | undefined {
  const found = ctx.found ?? ctx.following;
  if (found === undefined) return undefined;
  const image = found.image.length > 30 ? `${found.image.slice(0, 29)}…` : found.image;
  return found.tokenType === t.Text ? `the text ${image}` : `\`${image}\``;
}

/** What stands before the gap: `height:` for a property, else the token. */
function afterWords(ctx: Context): string | undefined {
  const { previous, beforePrevious } = ctx;
  if (previous === undefined || previous.image === '') return undefined;
  if (previous.tokenType === t.Colon && beforePrevious !== undefined && isNameType(beforePrevious.tokenType)) {
    return `${beforePrevious.image}:`;
  }
  return previous.image.length > 30 ? undefined : previous.image;
}

function isNameType(type: TokenType): boolean {
  return type === t.Identifier || t.SOFT_KEYWORDS.includes(type);
}

/** The end of what stands before. */
function gapPlace(ctx: Context): Place {
  const at = ctx.previous === undefined ? (ctx.found?.startOffset ?? 0) : t.endOf(ctx.previous);
  return { file: ctx.file, start: at, end: at };
}

function lastPlace(ctx: Context): Place {
  return ctx.previous === undefined ? gapPlace(ctx) : placeOf(ctx, ctx.previous);
}

function placeOf(ctx: Context, token: IToken): Place {
  return { file: ctx.file, start: token.startOffset, end: t.endOf(token) };
}
