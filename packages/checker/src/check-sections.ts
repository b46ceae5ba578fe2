// Checks a file section by section: what an edit did not touch is not checked again.
import { type Diagnostic, invariant, type Outcome, type Place } from '@diorama/diagnostics';
import { assemble } from './assemble.ts';
import { checkImports } from './check-imports.ts';
import { checkItem } from './check-items.ts';
import type { CheckOptions } from './check-options.ts';
import { type CheckedFile, type CheckedSection, type FileSet, fileSet, type PlacedSection } from './checked-file.ts';
import { type CheckContext, type SectionState, takeAsMeant } from './context.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { type Answer, asksForFiles, hold, type Surroundings } from './reads.ts';
import { runItems } from './run-items.ts';
import type { Declaration, Scope } from './scope.ts';
import { WORLD } from './type.ts';
import type * as typed from './typed-tree.ts';

/** Checks a file given as sections; those of `previous` whose answers still hold are taken over. */
export function checkSections(
  sections: readonly PlacedSection[],
  options: CheckOptions,
  previous?: CheckedFile,
  files: FileSet = fileSet(),
): Outcome<CheckedFile> {
  const file = options.source.id;
  if (files.open.length === 0) files.verified.clear();
  files.open.push(file);
  const scope: Scope = {
    parent: undefined,
    values: new Map(),
    prefabs: new Map(),
    frame: WORLD,
    activation: undefined,
    inside: undefined,
    items: [],
    sections,
  };
  const surroundings: Surroundings = { scope, files, world: options.world, settings: new Map(), embeddings: undefined };
  const earlier = new EarlierSections(previous);
  const results: CheckedSection[] = [];
  const state = emptyState();
  /** Whether the surroundings differ from those of the earlier check: until then, every earlier answer holds. */
  let changed = previous === undefined;
  for (const placed of sections) {
    if (!changed && earlier.meets(placed)) {
      results.push(earlier.next());
      continue;
    }
    const { old, skipped } = earlier.take(placed);
    changed ||= skipped.some(changesSurroundings);
    const known = old !== undefined && !old.volatile && (!changed || hold(old.reads, surroundings));
    if (known && (!asksForFiles(old.reads) || hold(old.reads, surroundings))) {
      enter(old, surroundings);
      results.push(old);
      continue;
    }
    const result = checkSection(placed, options, surroundings, state);
    changed ||= changesSurroundings(result) || (old !== undefined && changesSurroundings(old));
    results.push(result);
  }
  files.open.pop();
  return assemble(file, surroundings, results, { ...DEFAULT_LIMITS, ...options.limits });
}

/** The sections of an earlier check, met in their order; an edit leaves most where they were. */
class EarlierSections {
  readonly #sections: readonly CheckedSection[];
  #next = 0;
  #index: ReadonlyMap<object, number> | undefined;

  constructor(previous: CheckedFile | undefined) {
    this.#sections = previous?.sections ?? [];
  }

  /** Whether a plain section comes next, and was the next one then. */
  meets({ section }: PlacedSection): boolean {
    const next = this.#sections[this.#next];
    return next !== undefined && next.section === section && next.plain;
  }

  next(): CheckedSection {
    const next = this.#sections[this.#next];
    invariant(next !== undefined, 'a section that was met is there');
    this.#next += 1;
    return next;
  }

  /** What is known of a section, and those between the last one that was met and it. */
  take({ section }: PlacedSection): { readonly old?: CheckedSection; readonly skipped: readonly CheckedSection[] } {
    const next = this.#sections[this.#next];
    if (next === undefined) return NOTHING_SKIPPED;
    if (next.section === section) {
      this.#next += 1;
      return { old: next, skipped: NOTHING_SKIPPED.skipped };
    }
    this.#index ??= new Map(this.#sections.map((known, index) => [known.section, index]));
    const found = this.#index.get(section);
    if (found === undefined || found < this.#next) return NOTHING_SKIPPED;
    const skipped = this.#sections.slice(this.#next, found);
    this.#next = found + 1;
    const old = this.#sections[found];
    return old === undefined ? NOTHING_SKIPPED : { old, skipped };
  }
}
const NOTHING_SKIPPED: { readonly skipped: readonly CheckedSection[] } = { skipped: [] };

/** Whether what stands below a section may see a difference when it comes, goes or changes. */
function changesSurroundings({
  declared,
  settings,
  embeddings,
}: Pick<CheckedSection, 'declared' | 'settings' | 'embeddings'>): boolean {
  return declared.length > 0 || settings.size > 0 || embeddings !== undefined;
}

/** Puts what a section declares into the surroundings of those below it. */
function enter({ declared, settings, embeddings }: CheckedSection, surroundings: Surroundings): void {
  const { scope } = surroundings;
  for (const declaration of declared) {
    if (declaration.kind === 'prefab') scope.prefabs.set(declaration.name, declaration);
    else scope.values.set(declaration.name, declaration);
  }
  if (settings.size > 0) surroundings.settings = new Map([...surroundings.settings, ...settings]);
  surroundings.embeddings = embeddings ?? surroundings.embeddings;
}

function checkSection(
  { section, shift }: PlacedSection,
  options: CheckOptions,
  surroundings: Surroundings,
  state: SectionState,
): CheckedSection {
  const { scope, files, settings, embeddings } = surroundings;
  Object.assign(state, {
    settings,
    embeddings,
    usesEmbeddings: false,
    prefabDepth: 0,
    nesting: 0,
    speaksWhenLowered: false,
    volatile: false,
  });
  const { source, world, catalog } = options;
  const ctx: CheckContext = { file: source.id, world, catalog, section, source, shift, scope, state };
  // What a broken section leaves out may have used anything that it names.
  if (section.diagnostics.length > 0) takeAsMeant(ctx, section);
  if (section.imports.length > 0) checkImports(ctx, section.imports, options, files);
  const items: typed.Item[] = [];
  for (const item of section.items) {
    const checked = checkItem(ctx, item);
    if (checked !== undefined) items.push(checked);
  }
  const known = { limits: { ...DEFAULT_LIMITS, ...options.limits }, catalog, embeddings: state.embeddings };
  const prefabs = state.declared.flatMap((one) =>
    one.kind === 'prefab' && one.origin === 'prefab' && one.prefab ? [one.prefab] : [],
  );
  const cost = runItems(items, prefabs, known, (diagnostic) => state.diagnostics.push(diagnostic));
  const collected = takeFrom(state);
  const own = {
    settings: state.settings === settings ? NONE.settings : added(state.settings, settings),
    embeddings: state.embeddings === embeddings ? undefined : state.embeddings,
  };
  const silent = collected.diagnostics.length === 0 && collected.meant.size === 0 && collected.holes.length === 0;
  const result: CheckedSection = {
    section,
    plain:
      silent &&
      !state.volatile &&
      section.diagnostics.length === 0 &&
      section.imports.length === 0 &&
      !asksForFiles(collected.reads) &&
      !changesSurroundings({ ...collected, ...own }),
    items,
    ...collected,
    ...own,
    cost,
    speaksWhenLowered: state.speaksWhenLowered,
    volatile: state.volatile,
  };
  surroundings.settings = state.settings;
  surroundings.embeddings = state.embeddings;
  return result;
}

function emptyState(): SectionState {
  return {
    diagnostics: [],
    reads: new Map(),
    used: new Set(),
    meant: new Set(),
    declared: [],
    holes: [],
    settings: new Map(),
    embeddings: undefined,
    usesEmbeddings: false,
    prefabDepth: 0,
    nesting: 0,
    draws: 0,
    wordLet: undefined,
    strayWord: false,
    siblings: [],
    speaksWhenLowered: false,
    volatile: false,
  };
}

/** What most sections are without, shared by all of them: a file may have a hundred thousand. */
const NONE = {
  diagnostics: [] as readonly Diagnostic[],
  reads: [] as readonly Answer[],
  used: new Set<object>() as ReadonlySet<object>,
  meant: new Set<string>() as ReadonlySet<string>,
  declared: [] as readonly Declaration[],
  holes: [] as readonly Place[],
  settings: new Map() as ReadonlyMap<string, Place>,
};

type Collected = Pick<CheckedSection, 'diagnostics' | 'reads' | 'used' | 'meant' | 'declared' | 'holes'>;

/** Takes what the state has collected; the state's collections are empty afterwards. */
function takeFrom(state: SectionState): Collected {
  const { diagnostics, reads, used, meant, declared, holes } = state;
  // A section's own declarations are no part of its surroundings.
  const asked = [...reads.values()].filter(({ answer }) => !declared.includes(answer as Declaration));
  const result: Collected = {
    diagnostics: diagnostics.length === 0 ? NONE.diagnostics : diagnostics,
    reads: asked.length === 0 ? NONE.reads : asked,
    used: used.size === 0 ? NONE.used : used,
    meant: meant.size === 0 ? NONE.meant : meant,
    declared: declared.length === 0 ? NONE.declared : declared,
    holes: holes.length === 0 ? NONE.holes : holes,
  };
  if (diagnostics.length > 0) state.diagnostics = [];
  if (reads.size > 0) state.reads = new Map();
  if (used.size > 0) state.used = new Set();
  if (meant.size > 0) state.meant = new Set();
  if (declared.length > 0) state.declared = [];
  if (holes.length > 0) state.holes = [];
  return result;
}

function added(settings: ReadonlyMap<string, Place>, before: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  return new Map([...settings].filter(([name]) => !before.has(name)));
}
