// Draws programs from templates, and says what is wrong with them.
import { check } from '@diorama/checker';
import { hasErrors, SourceFile, type World } from '@diorama/diagnostics';
import { parse, tokenize } from '@diorama/syntax';
import { type CompleteOptions, complete, type TemplateConstraint } from '../../src/template/index.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';

export const NO_WORLD: World = {
  readText: () => ({ unreadable: 'no such file' }),
  readBytes: () => ({ unreadable: 'no such file' }),
  resolve: (_from, path) => path,
};

/** Uniform numbers from 0 to 1, by mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function constrain(
  vocabulary: Vocabulary,
  program: string,
  options: Partial<CompleteOptions> = {},
): TemplateConstraint {
  const { value, diagnostics } = complete(vocabulary, program, options);
  if (value === undefined) throw new Error(diagnostics.map(({ code, primary }) => `${code} ${primary.message}`).join());
  return value;
}

/** A text drawn token by token, each as likely; the budget ends it. Throws where nothing may come next. */
export function draw(constraint: TemplateConstraint, seed: number, budget: number): string {
  const random = randomNumbers(seed);
  let state = constraint.start(budget);
  while (!state.hasEnded) {
    const ids = idsOf(constraint, state);
    if (ids.length === 0) throw new Error(`nothing may follow ${JSON.stringify(constraint.text(state))}`);
    const id = ids[Math.floor(random() * ids.length)] as number;
    const next = constraint.accept(state, id);
    if (next === undefined) throw new Error(`${id} is in the mask behind ${JSON.stringify(constraint.text(state))}`);
    state = next;
  }
  return constraint.text(state);
}

export function idsOf(constraint: TemplateConstraint, state: ReturnType<TemplateConstraint['start']>): number[] {
  const mask = constraint.mask(state);
  if (mask.ids !== undefined) return [...mask.ids];
  return Array.from({ length: constraint.vocabulary.size }, (_, id) => id).filter((id) => mask.has(id));
}

/** What a completed program says of itself: nothing if it is right and keeps the template. */
export function faultsOf(text: string, template: string, world = NO_WORLD): readonly string[] {
  const source = SourceFile.from('main.dio', text);
  const tree = parse(source);
  const all = [
    ...tree.diagnostics,
    ...(hasErrors(tree.diagnostics) ? [] : check(tree.value, { source, world }).diagnostics),
  ];
  const errors = all
    .filter(({ severity }) => severity === 'error')
    .map(({ code, primary }) => `${code}: ${primary.message}`);
  const holes = tree.value.kind === 'program' && all.some(({ code }) => code === 'unsolved-hole') ? ['hole'] : [];
  return [...errors, ...holes, ...(keeps(text, template) ? [] : ['written tokens are gone'])];
}

/** Whether a text begins with a template's lexemes in their order, with something in place of each hole. */
export function keeps(text: string, template: string): boolean {
  const found = lexemesOf(text);
  const parts: string[][] = [[]];
  for (const lexeme of lexemesOf(template)) {
    if (lexeme === '?') parts.push([]);
    else parts.at(-1)?.push(lexeme);
  }
  let at = 0;
  for (const [index, part] of parts.entries()) {
    let from = index === 0 ? 0 : at + 1;
    while (from <= found.length && !part.every((lexeme, offset) => found[from + offset] === lexeme)) {
      if (index === 0) return false;
      from++;
    }
    if (from > found.length) return false;
    at = from + part.length;
  }
  return true;
}
function lexemesOf(text: string): readonly string[] {
  return tokenize(text).map(({ text: spelled }) => spelled);
}
