// Finds the documentation of an item: the `///` lines before it.
import type * as ast from './ast.ts';

export type Entry = ast.Item | ast.Field;

/** The text of the `///` lines between an entry and whatever stands before it; nothing if there are none. */
export function documentationOf(program: ast.Program, node: Entry): string | undefined {
  const section = program.sections.find(({ start, end }) => start <= node.start && node.end <= end);
  if (section === undefined) return undefined;
  const from = endBefore(section.items, node, section.start);
  const lines = section.comments.filter(
    ({ kind, start, end }) => kind === 'doc-comment' && from <= start && end <= node.start,
  );
  return lines.length === 0 ? undefined : lines.map(({ text }) => text.slice(3).trim()).join('\n');
}

/** Where the entry before a node ends, or the body around it begins. */
function endBefore(entries: readonly Entry[], node: Entry, start: number): number {
  let from = start;
  for (const entry of entries) {
    if (entry.end <= node.start) from = Math.max(from, entry.end);
    else if (entry.start < node.start && node.end <= entry.end) {
      for (const body of bodiesOf(entry)) {
        if (body.start < node.start && node.end <= body.end) return endBefore(entriesOf(body), node, body.start);
      }
    }
  }
  return from;
}

function bodiesOf(entry: Entry): readonly (ast.Body | ast.ElementBody)[] {
  switch (entry.kind) {
    case 'let':
    case 'field':
      return [];
    case 'if':
      if (entry.else === undefined) return [entry.then];
      return entry.else.kind === 'if' ? [entry.then, ...bodiesOf(entry.else)] : [entry.then, entry.else];
    default:
      return [entry.body];
  }
}

function entriesOf(body: ast.Body | ast.ElementBody): readonly Entry[] {
  return body.kind === 'body' ? body.items : body.entries;
}
