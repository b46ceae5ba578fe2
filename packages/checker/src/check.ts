// Turns a syntax tree into a typed program, section by section: what an edit did not touch is not checked again.
import {
  type Diagnostic,
  type FileId,
  hasErrors,
  type Outcome,
  type Place,
  type SourceFile,
  type World,
} from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import type { AssetCatalog } from './asset-catalog.ts';
import { checkedFile, checkImports } from './check-imports.ts';
import { checkItem } from './check-items.ts';
import type { CheckContext, Reads, SectionState } from './context.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import * as problems from './problems/index.ts';
import { type Cost, runItems } from './run-items.ts';
import type { Declaration, PrefabDeclaration, Scope, ValueDeclaration } from './scope.ts';
import { WORLD } from './type.ts';
import type * as typed from './typed-tree.ts';

/** What checking needs beside the tree. */
export interface CheckOptions {
  readonly source: SourceFile;
  readonly world: World;
  /** The asset library; without one, asset ids are checked for their form alone. */
  readonly catalog?: AssetCatalog;
  readonly limits?: Partial<Limits>;
}

/** A checked file, with what a later check of an edited version can use again. */
export interface CheckedFile {
  readonly program: typed.Program;
  readonly sections: ReadonlyMap<ast.Section, CheckedSection>;
  /** What other files may `use`. */
  readonly exports: ReadonlyMap<string, Declaration>;
  /** Whether the file has elements of its own. */
  readonly hasElements: boolean;
}

/** What checking one section found, valid as long as its reads give the same answers. */
export interface CheckedSection {
  readonly items: readonly typed.Item[];
  readonly diagnostics: readonly Diagnostic[];
  readonly reads: Reads;
  readonly used: ReadonlySet<object>;
  readonly meant: ReadonlySet<string>;
  readonly declared: readonly Declaration[];
  readonly settings: ReadonlyMap<string, Place>;
  readonly embeddings: typed.EmbeddingFile | undefined;
  readonly holes: readonly Place[];
  readonly cost: Cost;
  /** Whether anything is scattered: then lowering may have something to say as well. */
  readonly scatters: boolean;
  readonly volatile: boolean;
}

/** A section, and how far it has moved since its spans were measured. */
export interface PlacedSection {
  readonly section: ast.Section;
  readonly shift: number;
}

/** Checks a whole program: names, types, constants, limits, and everything that no draw decides. */
export function check(program: ast.Program, options: CheckOptions): Outcome<typed.Program> {
  const { value, diagnostics } = checkSections(
    program.sections.map((section) => ({ section, shift: 0 })),
    options,
  );
  return { value: value.program, diagnostics };
}

/** The files that a program uses: checked once each, and kept from one check to the next. */
export interface FileSet {
  readonly files: Map<
    FileId,
    { readonly text: string; readonly checked: Outcome<CheckedFile>; readonly uses: readonly FileId[] }
  >;
  /** The files that were seen to be unchanged during this check. */
  readonly verified: Set<FileId>;
  /** The files that are being checked, outermost first: meeting one again is a cycle. */
  readonly open: FileId[];
  characters: number;
}

export function fileSet(): FileSet {
  return { files: new Map(), verified: new Set(), open: [], characters: 0 };
}

/** Checks a file given as sections; those of `previous` whose answers still hold are taken over. */
export function checkSections(
  sections: readonly PlacedSection[],
  options: CheckOptions,
  previous?: CheckedFile,
  files: FileSet = fileSet(),
): Outcome<CheckedFile> {
  const file = options.source.id;
  if (files.open.length === 0) files.verified.clear();
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
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
  const results = new Map<ast.Section, CheckedSection>();
  let settings: ReadonlyMap<string, Place> = new Map();
  let collections = refill(undefined);
  let embeddings: typed.EmbeddingFile | undefined;
  for (const { section, shift } of sections) {
    const old = previous?.sections.get(section);
    const surroundings = { scope, settings, embeddings, files, world: options.world };
    const kept = old !== undefined && holds(old, surroundings) ? old : undefined;
    if (kept !== undefined) {
      for (const declaration of kept.declared) declare(scope, declaration);
      settings = kept.settings.size > 0 ? new Map([...settings, ...kept.settings]) : settings;
      embeddings = kept.embeddings ?? embeddings;
      results.set(section, kept);
      continue;
    }
    const state: SectionState = {
      ...collections,
      embeddings,
      usesEmbeddings: false,
      prefabDepth: 0,
      settings,
      draws: 0,
      scatters: false,
      volatile: false,
    };
    const ctx: CheckContext = {
      file,
      world: options.world,
      catalog: options.catalog,
      section,
      source: options.source,
      shift,
      scope,
      state,
    };
    const result = checkSection(ctx, section, options, limits, files);
    results.set(section, {
      ...result,
      settings: state.settings === settings ? NONE.settings : added(state.settings, settings),
      embeddings: state.embeddings === embeddings ? undefined : state.embeddings,
    });
    collections = refill(collections);
    settings = state.settings;
    embeddings = state.embeddings;
  }
  files.open.pop();
  return assemble(file, scope, results, embeddings, limits);
}

/** Whether everything that a section's check asked still has the same answer. */
function holds(old: CheckedSection, surroundings: Surroundings): boolean {
  if (old.volatile) return false;
  for (const [question, expected] of old.reads) if (answer(question, surroundings) !== expected) return false;
  return true;
}

interface Surroundings {
  readonly scope: Scope;
  readonly settings: ReadonlyMap<string, Place>;
  readonly embeddings: typed.EmbeddingFile | undefined;
  readonly files: FileSet;
  readonly world: World;
}

function answer(question: string, { scope, settings, embeddings, files, world }: Surroundings): unknown {
  if (question === 'embeddings') return embeddings;
  if (question.startsWith('file ')) return checkedFile(files, question.slice('file '.length), world);
  const name = question.slice(question.lastIndexOf(' ') + 1);
  if (question.startsWith('setting ')) return settings.get(name);
  return question.includes('prefab ') ? scope.prefabs.get(name) : scope.values.get(name);
}

function declare(scope: Scope, declaration: Declaration): void {
  if (declaration.kind === 'prefab') scope.prefabs.set(declaration.name, declaration);
  else scope.values.set(declaration.name, declaration);
}

function checkSection(
  ctx: CheckContext,
  section: ast.Section,
  options: CheckOptions,
  limits: Limits,
  files: FileSet,
): Omit<CheckedSection, 'settings' | 'embeddings'> {
  const { state, scope } = ctx;
  const values = scope.values.size;
  const prefabs = scope.prefabs.size;
  if (section.imports.length > 0) checkImports(ctx, section.imports, options, files);
  const items: typed.Item[] = [];
  for (const item of section.items) {
    const checked = checkItem(ctx, item);
    if (checked !== undefined) items.push(checked);
  }
  const cost = runItems(items, limits, (diagnostic) => state.diagnostics.push(diagnostic));
  // Maps keep the order of insertion: what this section declared comes last.
  const declared: Declaration[] = [
    ...lastOf<ValueDeclaration>(scope.values, values),
    ...lastOf<PrefabDeclaration>(scope.prefabs, prefabs),
  ];
  return {
    items,
    diagnostics: orNone(state.diagnostics, NONE.diagnostics),
    reads: state.reads.size === 0 ? NONE.reads : state.reads,
    used: state.used.size === 0 ? NONE.used : state.used,
    meant: state.meant.size === 0 ? NONE.meant : state.meant,
    declared: orNone(declared, NONE.declared),
    holes: orNone(state.holes, NONE.holes),
    cost,
    scatters: state.scatters,
    volatile: state.volatile,
  };
}

/** What most sections are without, shared by all of them: a file may have a hundred thousand. */
const NONE = {
  diagnostics: [] as readonly Diagnostic[],
  reads: new Map() as Reads,
  used: new Set<object>() as ReadonlySet<object>,
  meant: new Set<string>() as ReadonlySet<string>,
  declared: [] as readonly Declaration[],
  holes: [] as readonly Place[],
  settings: new Map() as ReadonlyMap<string, Place>,
};

function orNone<T>(found: readonly T[], none: readonly T[]): readonly T[] {
  return found.length === 0 ? none : found;
}

type Collections = Pick<SectionState, 'diagnostics' | 'reads' | 'used' | 'meant' | 'holes'>;

/** Collections for the next section: those that stayed empty serve again. */
function refill(last: Collections | undefined): Collections {
  return {
    diagnostics: last?.diagnostics.length === 0 ? last.diagnostics : [],
    reads: last?.reads.size === 0 ? last.reads : new Map(),
    used: last?.used.size === 0 ? last.used : new Set(),
    meant: last?.meant.size === 0 ? last.meant : new Set(),
    holes: last?.holes.length === 0 ? last.holes : [],
  };
}

function added(settings: ReadonlyMap<string, Place>, before: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  return new Map([...settings].filter(([name]) => !before.has(name)));
}

function lastOf<D>(map: ReadonlyMap<string, D>, from: number): readonly D[] {
  return map.size === from ? [] : [...map.values()].slice(from);
}

function assemble(
  file: FileId,
  scope: Scope,
  results: ReadonlyMap<ast.Section, CheckedSection>,
  embeddings: typed.EmbeddingFile | undefined,
  limits: Limits,
): Outcome<CheckedFile> {
  // A set, for a file's mistakes are reported wherever it is used.
  const found = new Set<Diagnostic>();
  const items: typed.Item[] = [];
  const holes: Place[] = [];
  const used = new Set<object>();
  const meant = new Set<string>();
  let hasElements = false;
  let instances = 0;
  let over = false;
  let broken = false;
  for (const [section, result] of results) {
    broken ||= hasErrors(section.diagnostics);
    for (const diagnostic of result.diagnostics) found.add(diagnostic);
    for (const item of result.items) {
      items.push(item);
      hasElements ||= item.kind !== 'let';
    }
    for (const hole of result.holes) holes.push(hole);
    for (const declaration of result.used) used.add(declaration);
    for (const name of result.meant) meant.add(name);
    instances += result.cost.instances;
    const first = section.items[0];
    if (instances > limits.instances && !over && !result.cost.exceeded && first !== undefined) {
      over = true;
      found.add(
        problems.tooManyInstances({ file, section, start: first.start, end: first.end }, instances, limits.instances),
      );
    }
  }
  if (hasElements) {
    for (const declaration of scope.values.values()) {
      if (used.has(declaration) || meant.has(declaration.name) || declaration.name.startsWith('_')) continue;
      if (declaration.origin === 'let') found.add(problems.unusedLet(declaration.place, declaration.name));
    }
  }
  const diagnostics = [...found];
  const valid = !broken && !hasErrors(diagnostics);
  const exports = new Map<string, Declaration>([...scope.values, ...scope.prefabs]);
  const program: typed.Program = { file, items, valid, holes, ...(embeddings && { embeddings }) };
  return { value: { program, sections: results, exports, hasElements }, diagnostics };
}
