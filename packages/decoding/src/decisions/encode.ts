// Turns a program in core form into decisions.
import { type Diagnostic, hasErrors, type Outcome, type Place, SourceFile } from '@diorama/diagnostics';
import { type Catalog, EMPTY_CATALOG, explainAt, type PrefixState, start, step } from '@diorama/grammar';
import type * as ast from '@diorama/syntax';
import { type Lexeme, parse, tokenize } from '@diorama/syntax';
import {
  ANNOTATIONS,
  findKind,
  findProperty,
  KINDS,
  type KindDefinition,
  type PropertyDefinition,
} from '@diorama/vocabulary';
import type { Decision } from './decision.ts';
import { mayStandEmpty, startDecisions, take } from './decision-state.ts';
import { formsOf } from './form.ts';
import { notCoreForm } from './problems/not-core-form.ts';
import { literalOf, readProperty, type Statement } from './read-literal.ts';

/** Options for {@link encode}. */
export interface EncodeOptions {
  /** What is known of assets, files and pictures. */
  readonly catalog: Catalog;
  /** The text is what `expand` or `printCoreForm` wrote: it takes a third of the time, and only values are looked at. */
  readonly checked: boolean;
}
/** Nothing is known, and every lexeme is looked at. */
export const ENCODE_DEFAULTS: EncodeOptions = Object.freeze({ catalog: EMPTY_CATALOG, checked: false });

/**
 * The decisions that spell a program, `end` last: {@link decode} gives its text back, byte for byte, if it is laid out as
 * `expand` lays it out. Of other layouts it gives that one: settings first, properties in the order of the vocabulary,
 * defaults left out, base units. Everything else is an error, and then there are no decisions: what does not check, and
 * what is no core form. For what people write, expand it first.
 */
export function encode(
  program: string | SourceFile,
  options: Partial<EncodeOptions> = {},
): Outcome<readonly Decision[]> {
  const { catalog, checked } = { ...ENCODE_DEFAULTS, ...options };
  const source = typeof program === 'string' ? SourceFile.from('program.dio', program) : program;
  const { value: tree, diagnostics } = parse(source);
  if (hasErrors(diagnostics)) return { value: [], diagnostics };
  const refusal = checked ? undefined : findRefusal(source, catalog);
  if (refusal !== undefined) return { value: [], diagnostics: [refusal] };
  const elements = tree.items.filter((item) => item.kind === 'element');
  const written = inOrder(elements).flatMap((element) => readElement(element));
  return settle(source, catalog, [
    ...written,
    { decision: { choice: 'end' }, span: { start: tree.end, end: tree.end } },
  ]);
}

/** A decision with the place where it is written. */
interface Written {
  readonly decision: Decision;
  readonly span: { readonly start: number; readonly end: number };
}

/** The first lexeme that no program in core form has there, with the reason. */
function findRefusal(source: SourceFile, catalog: Catalog): Diagnostic | undefined {
  const lexemes = tokenize(source.text).filter(({ kind }) => kind !== 'comment' && kind !== 'doc-comment');
  let state = start(catalog, { core: true });
  let before: Place = placeOf(source, { start: 0, end: 0 });
  for (const [index, lexeme] of lexemes.entries()) {
    const next = step(state, asToken(lexeme));
    const place = placeOf(source, lexeme);
    if (next === undefined) {
      if (isWellSaid(lexemes.slice(0, index + 1), catalog))
        return notCoreForm(place, `\`${lexeme.text}\` is no core form`);
      return explainAt(state, asToken(lexeme), place, before);
    }
    state = next;
    before = place;
  }
  return explainAt(state, undefined, before, before);
}

/** Whether the language beyond core form has programs that begin so. A value out of bounds is wrong in both. */
function isWellSaid(lexemes: readonly Lexeme[], catalog: Catalog): boolean {
  if (LITERALS.has(lexemes.at(-1)?.token ?? '')) return false;
  let state: PrefixState | undefined = start(catalog);
  for (const lexeme of lexemes) state &&= step(state, asToken(lexeme));
  return state !== undefined;
}

const LITERALS: ReadonlySet<string> = new Set(['Number', 'Text', 'Color']);

function asToken({ token, text }: Lexeme) {
  return { type: token, text };
}

function placeOf(source: SourceFile, { start: from, end }: { readonly start: number; readonly end: number }): Place {
  return { file: source.id, start: from, end };
}

/** Settings in the vocabulary's order, then elements in the program's. */
function inOrder(elements: readonly ast.Element[]): readonly ast.Element[] {
  const settings = KINDS.filter(({ once }) => once).flatMap(({ name }) =>
    elements.filter((element) => element.name.text === name),
  );
  return [...settings, ...elements.filter((element) => findKind(element.name.text)?.once === false)];
}

function readElement(element: ast.Element): readonly Written[] {
  const kind = findKind(element.name.text);
  if (kind === undefined) return [];
  const annotations = readAnnotations(element);
  const properties = readProperties(kind, element);
  if (kind.once && annotations.length === 0 && properties.length === 0 && !mayStandEmpty(kind.name)) return [];
  const { label } = element;
  return [
    ...annotations,
    { decision: { choice: kind.name }, span: element.name },
    ...(label === undefined || kind.once ? [] : [{ decision: { choice: 'label', value: label.text }, span: label }]),
    ...properties,
  ];
}

/** In the vocabulary's order; of several notes, in the program's. */
function readAnnotations({ annotations }: ast.Element): readonly Written[] {
  return ANNOTATIONS.flatMap(({ name }) =>
    annotations
      .filter((annotation) => annotation.name.text === name)
      .flatMap((annotation): readonly Written[] => {
        const [argument] = annotation.arguments;
        const value = argument && literalOf(argument);
        return [{ decision: { choice: `@${name}`, ...(value !== undefined && { value }) }, span: annotation }];
      }),
  );
}

/** In the vocabulary's order, without those that state their default. */
function readProperties(kind: KindDefinition, { body }: ast.Element): readonly Written[] {
  const fields = new Map<PropertyDefinition, ast.Field>();
  for (const entry of body.entries) {
    const property = entry.kind === 'field' ? findProperty(kind, entry.name.text) : undefined;
    if (entry.kind === 'field' && property !== undefined) fields.set(property, entry);
  }
  return kind.properties.flatMap((property): readonly Written[] => {
    const field = fields.get(property);
    if (field === undefined) return [];
    const statement = readProperty(property, field.value);
    if (statement === undefined) return [{ decision: { choice: property.name }, span: field.value }];
    return isDefault(property, statement) ? [] : decisionsOf(property, statement, field);
  });
}

function isDefault(property: PropertyDefinition, { choice, values }: Statement): boolean {
  const form = formsOf(property).find((one) => one.choice === choice);
  // A word that is the default has no form.
  if (form === undefined) return property.type.kind === 'enumeration' || property.type.kind === 'boolean';
  return form.omitted !== undefined && JSON.stringify(form.omitted) === JSON.stringify(values.flat());
}

function decisionsOf(property: PropertyDefinition, { choice, values }: Statement, span: ast.Field): readonly Written[] {
  const slots = formsOf(property).find((one) => one.choice === choice)?.slots ?? [];
  if (slots.length === 0) return [{ decision: { choice }, span }];
  return slots.map((slot, index): Written => {
    const value = values[index];
    return { decision: { choice: index === 0 ? choice : slot.name, ...(value !== undefined && { value }) }, span };
  });
}

/** Takes the decisions one after the other: what no state takes is no core form. */
function settle(source: SourceFile, catalog: Catalog, written: readonly Written[]): Outcome<readonly Decision[]> {
  let state = startDecisions(catalog);
  for (const { decision, span } of written) {
    const next = take(state, decision);
    if (next === undefined)
      return { value: [], diagnostics: [notCoreForm(placeOf(source, span), 'this is no value of core form')] };
    state = next;
  }
  return { value: written.map(({ decision }) => decision), diagnostics: [] };
}
