// The import rule: a package imports only packages of a lower layer, and only what it declares.
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listImports, listPackages, listReferences, type WorkspacePackage } from './workspace.ts';

/** A new package gets its line here. Apps may import anything. */
const LAYERS: Readonly<Record<string, number>> = {
  diagnostics: 0,
  geometry: 0,
  vocabulary: 1,
  images: 1,
  syntax: 1,
  scene: 2,
  checker: 2,
  sky: 2,
  lowering: 3,
  grammar: 3,
  stage: 3,
  lint: 4,
  decoding: 4,
  assets: 4,
  'asset-files': 5,
  rasterizer: 4,
  'backend-gltf': 4,
  'backend-three': 4,
  'backend-blender': 4,
  compiler: 6,
  testing: 5,
  engines: 5,
  conformance: 7,
};

/** What the layers alone would not say, or what matters too much to be left to them. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  syntax: ['vocabulary'],
  scene: ['syntax', 'checker'],
};

/** Packages that may use Node's own modules. All others run in a browser too. */
const NEEDS_NODE: ReadonlySet<string> = new Set(['engines', 'conformance']);

const packages = listPackages();
const isApp = ({ folder }: WorkspacePackage) => folder.startsWith('apps/');

test('every package has a layer', () => {
  expect(packages.filter((one) => !isApp(one) && LAYERS[one.name] === undefined)).toEqual([]);
});

test('the build covers every package', () => {
  expect(listReferences('.')).toEqual(packages.map(({ folder }) => folder).sort());
});

describe.each(packages)('$folder', (one) => {
  const imports = listImports(one.folder);

  test('declares only packages of a lower layer', () => {
    const sisters = one.dependencies.filter((name) => name.startsWith('@diorama/')).map(withoutScope);
    const layer = isApp(one) ? Number.POSITIVE_INFINITY : (LAYERS[one.name] ?? 0);
    expect(sisters.filter((name) => (LAYERS[name] ?? Number.POSITIVE_INFINITY) >= layer)).toEqual([]);
    expect(sisters.filter((name) => NEVER[one.name]?.includes(name))).toEqual([]);
  });

  test('is built after what it declares', () => {
    const sisters = packages.filter(({ name }) => one.dependencies.includes(`@diorama/${name}`));
    expect(listReferences(one.folder)).toEqual(sisters.map(({ folder }) => folder).sort());
  });

  test('imports only what it declares', () => {
    const undeclared = imports.filter(
      ({ specifier }) =>
        !isRelative(specifier) && !isBuiltin(specifier) && !one.dependencies.includes(packageOf(specifier)),
    );
    expect(undeclared).toEqual([]);
  });

  test('reaches into no other package by path', () => {
    const outside = imports.filter(
      ({ file, specifier }) =>
        isRelative(specifier) && relative(`${one.folder}/src`, join(file, '..', specifier)).startsWith('..'),
    );
    expect(outside).toEqual([]);
  });

  if (isApp(one) || NEEDS_NODE.has(one.name)) return;

  test('runs in a browser', () => {
    expect(imports.filter(({ specifier }) => isBuiltin(specifier))).toEqual([]);
  });
});

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.');
}

/** `@diorama/syntax/testing` → `@diorama/syntax` */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function withoutScope(name: string): string {
  return name.replace('@diorama/', '');
}
