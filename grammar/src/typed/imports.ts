// Which files a `use` may still mean, and what it declares.
import { ENUMERATIONS, findKind } from '@diorama/vocabulary';
import type { Export, Exports } from '../catalog.ts';
import type { ImportedAs } from './attributes.ts';
import { type RefusalParts, type Run, refuse, type World } from './run.ts';
import { declarePrefab, declaresPrefab, declaresValue, declareValue, type Scope } from './scope.ts';
import { ANY } from './type-set.ts';

const WORDS: ReadonlySet<string> = new Set([...ENUMERATIONS.values()].flatMap(({ words }) => words));

/** Whether some file offers all of these names; the last may still be given an alias. */
export function importServes(run: Run, world: World, names: readonly ImportedAs[]): boolean {
  const { files } = run.catalog;
  return (
    files === undefined ||
    [...files.values()].some((file) => file.size > 0 && problemOf(file, world.scope, names) === undefined)
  );
}

function problemOf(file: Exports, top: Scope, names: readonly ImportedAs[]): RefusalParts | undefined {
  let scope = top;
  for (const { name, as } of names) {
    const found = file.get(name);
    if (found === undefined) {
      return {
        code: 'unknown-import',
        title: 'unknown import',
        message: `it offers no \`${name}\``,
        candidates: [...file.keys()],
      };
    }
    if (as === undefined) continue;
    const taken = found.kind === 'prefab' ? declaresPrefab(scope, as) : declaresValue(scope, as);
    if (taken) return { code: 'duplicate-name', title: 'name declared twice', message: `there is a \`${as}\` already` };
    if (found.kind === 'value' && WORDS.has(as)) {
      return { code: 'word-as-name', title: 'word used as a name', message: `\`${as}\` is a word of the language` };
    }
    if (found.kind === 'prefab' && findKind(as) !== undefined) {
      return { code: 'kind-as-name', title: 'kind used as a name', message: `\`${as}\` is a kind` };
    }
    scope = declared(scope, as, found);
  }
  return undefined;
}

/** Takes the file of a `use`: the scope with what it brings. */
export function takeImport(run: Run, { scope }: World, names: readonly ImportedAs[], path: string): Scope | undefined {
  const { files } = run.catalog;
  if (files === undefined) return names.reduce((all, { name, as }) => declaredUnknown(all, as ?? name), scope);
  const file = files.get(path);
  if (file === undefined) {
    return refuse(run, () => ({
      code: 'unreadable-file',
      title: 'unreadable file',
      message: 'no such file is known',
      candidates: [...files.keys()],
    }));
  }
  const why = problemOf(file, scope, names);
  if (why !== undefined) return refuse(run, () => why);
  return names.reduce((all, { name, as }) => {
    const found = file.get(name);
    return found === undefined ? all : declared(all, as ?? name, found);
  }, scope);
}

/** The files that a `use` of these names may mean. */
export function importFiles(run: Run, { scope }: World, names: readonly ImportedAs[]): readonly string[] | undefined {
  const { files } = run.catalog;
  return files && [...files].flatMap(([path, file]) => (problemOf(file, scope, names) === undefined ? [path] : []));
}

function declared(scope: Scope, name: string, found: Export): Scope {
  if (found.kind === 'prefab') {
    const { parameters, embeddings } = found;
    return declarePrefab(scope, { name, parameters, open: false, ...(embeddings !== undefined && { embeddings }) });
  }
  const { types, constant, value } = found;
  return declareValue(scope, { name, origin: 'import', types, constant, ...(value !== undefined && { value }) });
}

/** Of a file that nothing is known of: it may be a prefab or a value of any type. */
function declaredUnknown(scope: Scope, name: string): Scope {
  const either = declareValue(scope, { name, origin: 'import', types: ANY, constant: true });
  return findKind(name) === undefined ? declarePrefab(either, { name, parameters: undefined, open: false }) : either;
}
