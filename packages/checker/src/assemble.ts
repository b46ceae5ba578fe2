// Puts the sections of a file together: its items, its diagnostics, and what can be said only of the whole.
import { type Diagnostic, type FileId, hasErrors, type Outcome, type Place } from '@diorama/diagnostics';
import type { CheckedFile, CheckedSection } from './checked-file.ts';
import type { Limits } from './limits.ts';
import * as problems from './problems/index.ts';
import type { Surroundings } from './reads.ts';
import type { Declaration } from './scope.ts';
import type * as typed from './typed-tree.ts';

export function assemble(
  file: FileId,
  { scope, embeddings }: Surroundings,
  sections: readonly CheckedSection[],
  limits: Limits,
): Outcome<CheckedFile> {
  const found = new Findings();
  const items: typed.Item[] = [];
  const holes: Place[] = [];
  let broken = false;
  let hasElements = false;
  let instances = 0;
  for (const checked of sections) {
    for (const item of checked.items) {
      items.push(item);
      hasElements ||= item.kind !== 'let';
    }
    const before = instances;
    instances += checked.cost.instances;
    if (checked.plain && instances <= limits.instances) continue;
    const { section } = checked;
    if (section.diagnostics.length > 0) broken ||= hasErrors(section.diagnostics);
    for (const diagnostic of checked.diagnostics) found.add(diagnostic);
    for (const hole of checked.holes) holes.push(hole);
    const [first] = section.items;
    if (before <= limits.instances && instances > limits.instances && !checked.cost.exceeded && first !== undefined) {
      const place = { file, section, start: first.start, end: first.end };
      found.add(problems.tooManyInstances(place, instances, limits.instances));
    }
  }
  if (hasElements) for (const diagnostic of unusedLets(scope.values.values(), sections)) found.add(diagnostic);
  const { diagnostics } = found;
  const valid = !broken && !hasErrors(diagnostics);
  const exports = new Map<string, readonly Declaration[]>();
  for (const [name, value] of scope.values) exports.set(name, [value]);
  for (const [name, prefab] of scope.prefabs) exports.set(name, [...(exports.get(name) ?? []), prefab]);
  const program: typed.Program = { file, items, valid, holes, ...(embeddings && { embeddings }) };
  return { value: { program, sections, exports, hasElements }, diagnostics };
}

/** Each mistake once: that of a prefab shows wherever it is used, that of a file wherever that is. */
class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly #known = new Map<object | undefined, Set<string>>();
  readonly #ignored = new Set<string>();

  add(diagnostic: Diagnostic): void {
    const { file, section, start, end } = diagnostic.primary;
    const known = this.#known.get(section) ?? new Set();
    if (diagnostic.code === problems.IGNORED_ELEMENTS) {
      // Once for each file, however many lines bring something from it.
      if (this.#ignored.has(diagnostic.primary.message)) return;
      this.#ignored.add(diagnostic.primary.message);
    }
    const key = `${diagnostic.code} ${start} ${end} ${file}`;
    if (known.has(key)) return;
    this.#known.set(section, known.add(key));
    this.diagnostics.push(diagnostic);
  }
}

function unusedLets(declarations: Iterable<Declaration>, sections: readonly CheckedSection[]): readonly Diagnostic[] {
  const unused = new Set<Declaration>();
  for (const declaration of declarations) {
    if (declaration.origin === 'let' && !declaration.name.startsWith('_')) unused.add(declaration);
  }
  const meant = new Set<string>();
  for (const checked of sections) {
    if (unused.size === 0) return [];
    for (const declaration of checked.used) unused.delete(declaration as Declaration);
    for (const name of checked.meant) meant.add(name);
  }
  return [...unused].filter(({ name }) => !meant.has(name)).map(({ place, name }) => problems.unusedLet(place, name));
}
