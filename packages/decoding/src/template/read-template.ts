// Turns a program with holes into a template, or says where it is wrong.
import { type Diagnostic, hasErrors, type SourceFile } from '@diorama/diagnostics';
import type { Lexeme } from '@diorama/grammar';
import { type Program, parse, tokenize } from '@diorama/syntax';
import { findHoles } from './find-holes.ts';
import { type Template, toByteText, type Written } from './template.ts';

/** Checks a text; templates are read, and values guarded, with the same. */
export type Checker = (program: Program, source: SourceFile) => readonly Diagnostic[];

export interface TemplateReading {
  /** Undefined for a program with errors. */
  readonly template: Template | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `isPlain` false for all holes whose values may be computed. */
export function readTemplate(source: SourceFile, check: Checker, isLiteral: boolean): TemplateReading {
  const { value, diagnostics } = parse(source);
  const all = hasErrors(diagnostics) ? diagnostics : [...diagnostics, ...check(value, source)];
  const said = all.filter(({ code }) => code !== 'unsolved-hole');
  if (hasErrors(said)) return { template: undefined, diagnostics: said };
  const holes = findHoles(value).map(({ hole: { start, end }, isOperand, isFactor, isPlain }) => ({
    place: { file: source.id, start, end },
    isOperand,
    isFactor,
    isPlain: isPlain && isLiteral,
  }));
  const starts = [0, ...holes.map(({ place }) => place.end)];
  const ends = [...holes.map(({ place }) => place.start), source.text.length];
  const lexemes = lexemesOf(source.text);
  const written = starts.map((start, index) => writtenPart(source.text, start, ends[index] as number, lexemes));
  return { template: { written, holes }, diagnostics: said };
}

interface PlacedLexeme extends Lexeme {
  readonly start: number;
}

function lexemesOf(text: string): readonly PlacedLexeme[] {
  return tokenize(text)
    .filter(({ kind }) => kind !== 'comment' && kind !== 'doc-comment')
    .map(({ token, text: spelled, start }) => ({ type: token, text: spelled, start }));
}

function writtenPart(text: string, start: number, end: number, lexemes: readonly PlacedLexeme[]): Written {
  const part = text.slice(start, end);
  const inside = lexemes.filter((lexeme) => start <= lexeme.start && lexeme.start < end);
  return { text: part, bytes: toByteText(part), lexemes: inside };
}

/** The template in which all holes but one stay as they are. */
export function keepOnly({ written, holes }: Template, kept: number): Template {
  const join = (parts: readonly Written[]): Written => ({
    text: parts.map(({ text }) => text).join('?'),
    bytes: parts.map(({ bytes }) => bytes).join('?'),
    lexemes: parts.flatMap(({ lexemes }, index) => (index === 0 ? lexemes : [HOLE, ...lexemes])),
  });
  return {
    written: [join(written.slice(0, kept + 1)), join(written.slice(kept + 1))],
    holes: holes.slice(kept, kept + 1),
  };
}
const HOLE: Lexeme = { type: 'Question', text: '?' };
