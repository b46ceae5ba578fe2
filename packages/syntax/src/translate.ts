// Turns what a section says in the forms of other languages into the language's own, and says so: JSON's quoted names,
// loops of C, calls for elements. Sees only sections that do not parse.

import type { FileId } from '@diorama/diagnostics';
import type { IToken, TokenType } from 'chevrotain';
import type { Finding } from './findings.ts';
import { CLOSER_OF, CLOSERS, OPENERS } from './recovery.ts';
import * as t from './tokens.ts';
import { bodyWithoutBraces, doForm } from './translate/bodies.ts';
import {
  braceless,
  callForm,
  doubledBraces,
  elementsAsProperty,
  namedObjectForm,
  namedTupleForm,
  objectForm,
  typedParameters,
  withoutColons,
} from './translate/brackets.ts';
import { type Context, type Form, isEntryStart, isInBraces, typeAt } from './translate/context.ts';
import {
  headColonForm,
  headForm,
  headWordForm,
  repeatForm,
  scatteredKind,
  scatterNames,
  thenForm,
  timesForm,
} from './translate/heads.ts';
import {
  arrowForm,
  bareCallForm,
  colonForm,
  hyphenForm,
  quotedNameForm,
  secondLabel,
  spacedName,
  transformForm,
} from './translate/names.ts';
import { plusForm, powerForm, rangeWordForm, ternaryForm, walrusForm } from './translate/operators.ts';
import { angleForm, pointForm } from './translate/points.ts';
import { elementValueForm, functionValueForm, letForm, memberCallForm, wordForm } from './translate/words.ts';

export interface Translated {
  readonly tokens: readonly IToken[];
  readonly findings: readonly Finding[];
}

export function translate(file: FileId, text: string, tokens: readonly IToken[]): Translated {
  const ctx: Context = {
    file,
    text,
    input: tokens,
    closers: closersOf(tokens),
    findings: [],
    instead: new Map(),
    blocks: [],
    block: { kind: 'items', head: -1, before: -1 },
  };
  // A section in braces of its own is of another kind altogether, a JSON file say: the braces are told of.
  const isForeign = typeAt(tokens, 0) === t.LeftBrace;
  for (let i = 0; i < tokens.length && !isForeign; i++) {
    follow(ctx, i);
    if (ctx.instead.has(i)) continue;
    for (const form of FORMS_OF[(tokens[i] as IToken).tokenTypeIdx] ?? NO_FORMS) if (form(ctx, i)) break;
  }
  return { tokens: ctx.instead.size === 0 ? tokens : output(ctx), findings: ctx.findings };
}

function closersOf(tokens: readonly IToken[]): Int32Array {
  const closers = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { tokenType } = tokens[i] as IToken;
    if (OPENERS.has(tokenType)) open.push(i);
    else if (CLOSERS.has(tokenType)) {
      const opener = open.pop();
      if (opener === undefined) continue;
      if (CLOSER_OF.get(typeAt(tokens, opener) as TokenType) === tokenType) closers[opener] = i;
      else open.length = 0;
    }
  }
  return closers;
}

/** Keeps track of where we are. */
function follow(ctx: Context, at: number): void {
  const { input, block } = ctx;
  const { tokenType } = input[at] as IToken;
  if (isInBraces(ctx) && isEntryStart(ctx, at)) {
    block.before = block.head;
    block.head = at;
  }
  if (OPENERS.has(tokenType)) {
    const head = ctx.instead.get(block.head)?.[0] ?? input[block.head];
    const isElement = tokenType === t.LeftBrace && t.isName(head);
    ctx.blocks.push(block);
    ctx.block = { kind: tokenType !== t.LeftBrace ? 'parts' : isElement ? 'element' : 'items', head: -1, before: -1 };
  } else if (CLOSERS.has(tokenType)) {
    ctx.block = ctx.blocks.pop() ?? ctx.block;
    if (tokenType === t.RightBrace) ctx.block.head = -1;
  }
}

const FORMS_OF: (readonly Form[] | undefined)[] = [];

const NO_FORMS: readonly Form[] = [];

for (const [types, forms] of [
  [[t.Text], [quotedNameForm]],
  [
    [t.Identifier, ...t.SOFT_KEYWORDS],
    [
      arrowForm,
      rangeWordForm,
      bareCallForm,
      headWordForm,
      doForm,
      bodyWithoutBraces,
      scatterNames,
      scatteredKind,
      secondLabel,
      spacedName,
      elementsAsProperty,
      wordForm,
      repeatForm,
      letForm,
      callForm,
      transformForm,
      colonForm,
      hyphenForm,
      objectForm,
      braceless,
      withoutColons,
      memberCallForm,
    ],
  ],
  [[t.Let], [bodyWithoutBraces, elementValueForm]],
  [
    [t.For, t.Scatter],
    [bodyWithoutBraces, headForm],
  ],
  [[t.If, t.At], [bodyWithoutBraces]],
  [[t.LeftParenthesis], [typedParameters, namedTupleForm]],
  [[t.LeftBracket], [elementsAsProperty]],
  [[t.LeftBrace], [doubledBraces, namedObjectForm]],
  [[t.Colon], [walrusForm, headColonForm, pointForm]],
  [[t.Equal], [functionValueForm, pointForm]],
  [[t.NumberToken], [timesForm]],
  [[t.Question], [ternaryForm]],
  [[t.Then], [thenForm]],
  [[t.Less], [angleForm]],
  [[t.Plus], [plusForm]],
  [[t.Star], [powerForm]],
] as const) {
  for (const { tokenTypeIdx } of types) FORMS_OF[tokenTypeIdx as number] = forms;
}

function output(ctx: Context): readonly IToken[] {
  const tokens: IToken[] = [];
  for (let i = 0; i < ctx.input.length; i++) {
    const instead = ctx.instead.get(i);
    if (instead === undefined) tokens.push(ctx.input[i] as IToken);
    else tokens.push(...instead);
  }
  return tokens;
}
