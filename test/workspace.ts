// The workspace as its own tests see it: its packages, its source files and what they import.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export const root = join(import.meta.dirname, '..');

/** One package: `folder` is from the repository root, `name` is without the scope. */
export interface WorkspacePackage {
  readonly name: string;
  readonly folder: string;
  readonly dependencies: readonly string[];
}

export function listPackages(): readonly WorkspacePackage[] {
  const under = (parent: string) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
  return [...under('packages'), 'grammar', ...under('apps')].map((folder) => {
    const { name, dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return { name: name.replace('@diorama/', ''), folder, dependencies: Object.keys(dependencies) };
  });
}

/** The folders that a tsconfig references, from the repository root and sorted. */
export function listReferences(folder: string): readonly string[] {
  const file = join(root, folder, 'tsconfig.json');
  const { references = [] } = ts.readConfigFile(file, ts.sys.readFile).config as { references?: { path: string }[] };
  return references.map(({ path }) => join(folder, path)).sort();
}

/** One import of one file: `file` is from the repository root. */
export interface Import {
  readonly file: string;
  readonly specifier: string;
}

/** Every import of a package's `src`, type imports and re-exports among them. */
export function listImports(folder: string): readonly Import[] {
  return readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/src/${name}`)
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(root, file), 'utf8'))
        .importedFiles.map(({ fileName }) => ({ file, specifier: fileName })),
    );
}

/** What Git tracks, or would track if it were added. */
export function listTrackedFiles(): readonly string[] {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 } as const;
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], options);
  return [...new Set(listed.split('\0').filter((file) => file !== ''))].sort();
}
