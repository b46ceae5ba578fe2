// Turns a program into a template: `?` in place of some of its values.
import { SourceFile } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';

interface Span {
  readonly start: number;
  readonly end: number;
}

const VALUES: ReadonlySet<string> = new Set([
  'number',
  'text',
  'color',
  'boolean',
  'name',
  'negation',
  'tuple',
  'call',
]);

/** Where the values of a program are, parts of values too. */
export function valuesOf(program: string): readonly Span[] {
  const found: Span[] = [];
  const visit = (value: unknown, inValue: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, inValue);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { kind, start, end } = value as Partial<Span> & { readonly kind?: string };
    if (inValue && kind !== undefined && VALUES.has(kind) && start !== undefined && end !== undefined)
      found.push({ start, end });
    for (const [key, part] of Object.entries(value)) {
      if (key === 'callee' || (kind === 'argument' && key === 'name')) continue;
      visit(part, inValue || (kind === 'field' && key === 'value'));
    }
  };
  visit(parse(SourceFile.from('main.dio', program)).value.items, false);
  return found;
}

/** Holes in place of the first of some values, and of those of the others that do not lie within or around one of them. */
export function punchHoles(program: string, values: readonly Span[]): string {
  const kept: Span[] = [];
  for (const value of values) {
    if (kept.every(({ start, end }) => end <= value.start || value.end <= start)) kept.push(value);
  }
  let text = program;
  for (const { start, end } of kept.sort((a, b) => b.start - a.start))
    text = `${text.slice(0, start)}?${text.slice(end)}`;
  return text;
}
