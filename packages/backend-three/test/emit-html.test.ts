// The page: whatever a program is called, it stays text; the data inside is the scene.
import { inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { emitHtml } from '../src/index.ts';
import { packSceneData } from '../src/pack-scene-data.ts';
import { toSceneData } from '../src/to-scene-data.ts';
import { boxStage } from './support/box-stage.ts';

const VIEWER = 'globalThis.viewed = true;';
const HOSTILE = '</title></script><script>evil()</script><img src=x onerror="evil()"> & \' \u2028';

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body ?? '');
}

test('it has two scripts: the scene and the viewer', () => {
  const stage = boxStage({ words: 'pond' });
  const [scene = '', viewer] = scriptsOf(emitHtml(stage, { viewer: VIEWER }).value);
  expect(viewer).toBe(VIEWER);
  const pieces = scene.split(' ').map((piece) => inflateSync(Uint8Array.from(Buffer.from(piece, 'base64'))));
  const packed = Uint8Array.from(Buffer.concat(pieces));
  expect(packed).toEqual(packSceneData(toSceneData(stage)));
});

describe('a hostile name', () => {
  const html = emitHtml(boxStage({ words: HOSTILE }), { viewer: VIEWER }).value;

  test('adds no element', () => {
    expect(scriptsOf(html)).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('evil()<');
    expect(html.match(/<title>(.*?)<\/title>/s)?.[1]).not.toMatch(/[<>"']/);
  });

  test('is the same for a title of its own', () => {
    const titled = emitHtml(boxStage(), { viewer: VIEWER, title: HOSTILE }).value;
    expect(scriptsOf(titled)).toHaveLength(2);
    expect(titled).not.toContain('<img');
  });
});

test('the page may load nothing', () => {
  const html = emitHtml(boxStage(), { viewer: VIEWER }).value;
  expect(html).toContain(`content="default-src 'none';`);
  expect(html).not.toMatch(/(src|href)="(?!data:)/);
});

test('the same stage and viewer give the same page', () => {
  const [first, second] = [emitHtml(boxStage(), { viewer: VIEWER }), emitHtml(boxStage(), { viewer: VIEWER })];
  expect(first.value).toBe(second.value);
});

test('a viewer that would end its script is our mistake', () => {
  expect(() => emitHtml(boxStage(), { viewer: 'x = "</script>"' })).toThrow('ends a script');
});
