import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Members of `Math` that IEEE 754 or ECMAScript define to the last bit. */
const EXACT = new Set(
  'abs sign floor ceil round trunc min max sqrt fround imul clz32 E LN2 LN10 LOG2E LOG10E PI SQRT1_2 SQRT2'.split(' '),
);
const ROOT = new URL('../', import.meta.url);
const MATH = 'packages/geometry/src/math.ts';

describe('only math.ts approximates: the same program gives the same bytes on every engine', () => {
  const folders = [...readdirSync(new URL('packages', ROOT)).map((name) => `packages/${name}/src`), 'grammar/src'];
  test.each(folders.map((folder) => ({ folder })))('$folder', ({ folder }) => {
    const found = sources(folder)
      .filter((file) => file !== MATH)
      .flatMap((file) => inexact(file, readFileSync(new URL(file, ROOT), 'utf8')));
    expect(found).toEqual([]);
  });

  test('every way to approximate is found', () => {
    const ways = [
      'Math.sin(1)',
      'x ** 2',
      'x **= 2',
      'const { cos } = Math',
      'Math["exp"](1)',
      'globalThis.Math.log(2)',
    ];
    expect(ways.filter((way) => inexact('a.ts', way).length !== 1)).toEqual([]);
    expect(inexact('a.ts', '/** x ** 2, Math.sin */ const s = "Math.sin"; Math.sqrt(Math.PI)')).toEqual([]);
  });
});

function sources(folder: string): string[] {
  const names = readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort();
}

/** What in a source depends on the engine, as `file:line text`. */
function inexact(file: string, text: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const report = (node: ts.Node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${node.getText()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === 'Math' && !isExactUse(node)) report(node.parent);
    if (ts.isBinaryExpression(node) && POWERS.has(node.operatorToken.kind)) report(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const POWERS = new Set([ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken]);

function isExactUse(math: ts.Identifier): boolean {
  const use = math.parent;
  return ts.isPropertyAccessExpression(use) && use.expression === math && EXACT.has(use.name.text);
}
