// Brings prefabs and lets from other files: each is read and checked once, however often it is used.
import { type FileId, isUnreadable, type Outcome, SourceFile, type World } from '@diorama/diagnostics';
import type * as ast from '@diorama/syntax';
import { parse } from '@diorama/syntax';
import { ENUMERATIONS, findKind } from '@diorama/vocabulary';
import type { CheckOptions } from './check-options.ts';
import { checkSections } from './check-sections.ts';
import type { CheckedFile, FileSet } from './checked-file.ts';
import { type CheckContext, placeOf, remember, report } from './context.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import * as problems from './problems/index.ts';
import { type Declaration, earlierPrefab, earlierValue } from './scope.ts';
import { ANY } from './type.ts';

export function checkImports(
  ctx: CheckContext,
  imports: readonly ast.Import[],
  options: CheckOptions,
  files: FileSet,
): void {
  for (const node of imports) checkImport(ctx, node, options, files);
}

function checkImport(ctx: CheckContext, node: ast.Import, options: CheckOptions, files: FileSet): void {
  if (node.from.kind === 'missing') {
    for (const { name, alias } of node.names) declareBroken(ctx, alias ?? name);
    return;
  }
  const place = placeOf(ctx, node.from);
  const file = ctx.world.resolve(ctx.file, node.from.value);
  const cycle = files.open.indexOf(file);
  if (cycle !== -1) {
    ctx.state.volatile = true;
    for (const { name, alias } of node.names) declareBroken(ctx, alias ?? name);
    return report(ctx, problems.importCycle(place, [...files.open.slice(cycle), file]));
  }
  const imported = load(ctx, node.from, file, options, files);
  remember(ctx, 'file', file, imported);
  if (imported === undefined) {
    for (const { name, alias } of node.names) declareBroken(ctx, alias ?? name);
    return;
  }
  const { value, diagnostics } = imported;
  // The other file's own mistakes carry its name.
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'error' || diagnostic.code === problems.UNSOLVED_HOLE) report(ctx, diagnostic);
  }
  for (const hole of value.program.holes) ctx.state.holes.push(hole);
  if (value.hasElements) report(ctx, problems.ignoredElements(place, node.from.value));
  for (const { name, alias } of node.names) {
    if (name.text === '') continue;
    const found = value.exports.get(name.text);
    if (found === undefined) {
      const names = [...value.exports].flatMap(([known, those]) =>
        those.every(({ broken }) => broken) ? [] : [known],
      );
      report(ctx, problems.unknownImport(placeOf(ctx, name), name.text, node.from.value, names));
      declareBroken(ctx, alias ?? name);
      const meant = alias === undefined ? problems.suggest(name.text, names) : undefined;
      if (meant !== undefined) declareBroken(ctx, { ...name, text: meant.text }, true);
    } else for (const declaration of found) declareImport(ctx, alias ?? name, declaration);
  }
}

/**
 * Lets the uses of what could not be brought pass: it was reported where it should have come from. `presumed` is what was
 * probably meant instead.
 */
function declareBroken(ctx: CheckContext, name: ast.Name, presumed = false): void {
  const place = placeOf(ctx, name);
  const { text } = name;
  if (text === '') return;
  remember(ctx, 'value', text, ctx.scope.values.get(text));
  remember(ctx, 'prefab', text, ctx.scope.prefabs.get(text));
  const variable = { kind: 'global', name: text, declaration: undefined as never, type: ANY, place } as const;
  const common = { name: text, place, origin: 'import', broken: true, ...(presumed && { presumed }) } as const;
  if (!earlierValue(ctx.scope, text)) enter(ctx, { kind: 'value', variable, ...common });
  if (!earlierPrefab(ctx.scope, text)) enter(ctx, { kind: 'prefab', depth: 0, nesting: 0, ...common });
}

function declareImport(ctx: CheckContext, name: ast.Name, found: Declaration): void {
  const place = placeOf(ctx, name);
  const { scope } = ctx;
  const earlier = found.kind === 'prefab' ? earlierPrefab(scope, name.text) : earlierValue(scope, name.text);
  remember(ctx, found.kind, name.text, earlier);
  if (earlier !== undefined) return report(ctx, problems.duplicateName(place, name.text, earlier.place));
  if (found.kind === 'prefab' && findKind(name.text) !== undefined)
    return report(ctx, problems.kindAsName(place, name.text));
  const word = [...ENUMERATIONS.values()].find(({ words }) => words.includes(name.text));
  if (found.kind === 'value' && word !== undefined) report(ctx, problems.wordAsName(place, name.text, word.name));
  enter(ctx, { ...found, name: name.text, place, origin: 'import' });
}

/** Puts a declaration into the file's own block. */
function enter({ scope, state }: CheckContext, declaration: Declaration): void {
  if (declaration.kind === 'prefab') scope.prefabs.set(declaration.name, declaration);
  else scope.values.set(declaration.name, declaration);
  state.declared.push(declaration);
}

function load(
  ctx: CheckContext,
  from: ast.TextLiteral,
  file: FileId,
  options: CheckOptions,
  files: FileSet,
): Outcome<CheckedFile> | undefined {
  const known = checkedFile(files, file, ctx.world);
  if (known !== undefined) return known;
  const place = placeOf(ctx, from);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const text = ctx.world.readText(file);
  if (isUnreadable(text)) {
    // It may be there next time.
    ctx.state.volatile = true;
    report(ctx, problems.unreadableFile(place, from.value, text.unreadable));
    return undefined;
  }
  files.characters += text.length;
  if (
    files.files.size >= limits.files ||
    files.characters > limits.characters ||
    files.open.length > IMPORT_DEPTH_LIMIT
  ) {
    ctx.state.volatile = true;
    files.characters -= text.length;
    report(ctx, problems.tooManyFiles(place, limits.files, IMPORT_DEPTH_LIMIT));
    return undefined;
  }
  const source = SourceFile.from(file, text);
  const parsed = parse(source);
  const { sections } = parsed.value;
  const placed = sections.map((section) => ({ section, shift: 0 }));
  const { value, diagnostics } = checkSections(placed, { ...options, source }, undefined, files);
  const checked = { value, diagnostics: [...parsed.diagnostics, ...diagnostics] };
  const uses = sections.flatMap(({ imports }) =>
    imports.flatMap((node) => (node.from.kind === 'text' ? [ctx.world.resolve(file, node.from.value)] : [])),
  );
  files.files.set(file, { text, checked, uses });
  files.verified.add(file);
  return checked;
}

/** What is known of a file from an earlier check, if neither it nor a file that it uses has changed since. */
export function checkedFile(files: FileSet, file: FileId, world: World): Outcome<CheckedFile> | undefined {
  const known = files.files.get(file);
  if (known === undefined || files.verified.has(file)) return known?.checked;
  files.verified.add(file);
  if (
    world.readText(file) === known.text &&
    known.uses.every((used) => checkedFile(files, used, world) !== undefined)
  ) {
    return known.checked;
  }
  files.verified.delete(file);
  files.files.delete(file);
  files.characters -= known.text.length;
  return undefined;
}

/** Files may use files this deep. */
const IMPORT_DEPTH_LIMIT = 64;
