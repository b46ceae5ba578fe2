// Whatever a program is called and says, outputs hold it as text: they are run, with a canary that no name may touch.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLibrary } from '@diorama/assets';
import { emitBlender } from '@diorama/backend-blender';
import { emitGltf } from '@diorama/backend-gltf';
import { emitHtml, emitModule } from '@diorama/backend-three';
import type { Scene } from '@diorama/scene';
import { makeElement, makeScene } from '@diorama/scene/testing';
import { type Stage, stageScene } from '@diorama/stage';
import fc from 'fast-check';
import * as THREE from 'three';
import { afterAll, describe, expect, test } from 'vitest';
import { buildModule } from '../src/suite/backends.ts';
import { splitGltf } from '../src/suite/read-gltf-back.ts';
import { noBlender, noChromium, openEngines } from './support/renderers.ts';

/** Pieces that end, open or continue something in one of the languages that outputs are written in. */
const PIECES = [
  ...[
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\r',
    '\t',
    '\u0000',
    '\u2028',
    '\u2029',
    '\u202e',
    '\ufeff',
    '\ud83d',
    '\udc00',
    '🦁',
  ],
  ...[
    '"""',
    "'''",
    '</script>',
    '<script>',
    '<!--',
    '-->',
    ']]>',
    '*/',
    '/*',
    '//',
    '#',
    '${',
    '{{',
    '}}',
    '%s',
    '{0}',
    '&quot;',
  ],
  ...[
    '</title><script>CANARY=1</script>',
    '");CANARY=1;("',
    "');CANARY=1;('",
    '`;globalThis.CANARY=1;`',
    `$\{CANARY=1}`,
  ],
  ...[
    '\nCANARY = 1\n',
    '"""\nCANARY = 1\n"""',
    "'''\nCANARY = 1\n'''",
    '\\"""\nglobals()["CANARY"] = 1\n"""#',
    '\\N{DIGIT ONE}',
    '\\',
  ],
  ...[
    '\nglobalThis.CANARY = 1;\n//',
    '\u2028globalThis.CANARY=1;//',
    '*/globalThis.CANARY=1;/*',
    '__proto__',
    'constructor',
  ],
];
const hostileText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 8,
  })
  .map((pieces) => pieces.join(''));

/** All texts that a scene can carry into an output. */
interface Texts {
  readonly name: string;
  readonly credits: string;
  readonly label: string;
  readonly asset: string;
  readonly like: string;
  readonly note: string;
}
const hostileTexts: fc.Arbitrary<Texts> = fc.record({
  name: hostileText,
  credits: hostileText,
  label: hostileText,
  asset: hostileText,
  like: hostileText,
  note: hostileText,
});

/** Every piece as one of the texts, all pieces in one text, and a very long one. */
const EXAMPLES: readonly Texts[] = [
  ...Array.from({ length: Math.ceil(PIECES.length / 6) }, (_, row) => ({
    name: PIECES[6 * row] ?? '',
    credits: PIECES[6 * row + 1] ?? '',
    label: PIECES[6 * row + 2] ?? '',
    asset: PIECES[6 * row + 3] ?? '',
    like: PIECES[6 * row + 4] ?? '',
    note: PIECES[6 * row + 5] ?? '',
  })),
  same(PIECES.join('')),
  same(`${'x'.repeat(100_000)}"</script>`),
];

function same(text: string): Texts {
  return { name: text, credits: text, label: text, asset: text, like: text, note: text };
}

/** Halves of surrogate pairs become U+FFFD, as in UTF-8. */
const wellFormed = (text: string) => Buffer.from(text).toString();

const library = createLibrary();

function hostileScene({ name, credits, label, asset, like, note }: Texts): Scene {
  return makeScene({
    settings: { name, credits },
    ground: { surface: { kind: 'color', color: '#446633' } },
    elements: [
      makeElement('box', { label, annotations: { notes: [note] } }),
      makeElement('object', { at: [2, -9], appearance: { kind: 'asset', id: asset } }),
      makeElement('object', { at: [4, -9], appearance: { kind: 'like-image', file: like }, variant: 3 }),
      makeElement('lamp', { at: [0, 2, -5] }),
    ],
  });
}

/** Staged once: only texts differ. */
const plain = stageScene(hostileScene(same('plain')), library, { placeholder: true }).value;

function hostileStage(texts: Texts): Stage {
  // Names of models, materials and assets come from files of strangers.
  const models = plain.models.map((model, index) => ({
    ...model,
    name: index === 0 ? model.name : `${index} ${texts.asset}`,
    ...(index > 0 && { asset: texts.asset }),
    parts: model.parts.map((part) => ({ ...part, material: { ...part.material, name: texts.like } })),
  }));
  return { ...plain, scene: hostileScene(texts), models };
}

const locate = (texts: Texts) => () => `${texts.note}.dio:12`;
const engines = openEngines();
afterAll(() => engines.close());

/** Runs a check over the examples and over random texts. */
async function forHostileTexts(check: (texts: Texts) => Promise<void> | void, numRuns: number): Promise<void> {
  for (const texts of EXAMPLES) await check(texts);
  await fc.assert(
    fc.asyncProperty(hostileTexts, async (texts) => check(texts)),
    { numRuns },
  );
}

test('three.js modules run, and keep texts as they are', async () => {
  Reflect.deleteProperty(globalThis, 'CANARY');
  await forHostileTexts(async (texts) => {
    const { value } = emitModule(hostileStage(texts));
    expect(value).not.toMatch(/<\/script|<!--/i);
    const { objects, scene } = await buildModule(THREE, [{ name: 'scene.js', content: value }]);
    expect(scene.name).toBe(texts.name);
    expect(objects.get(2)?.name).toBe(texts.label);
    expect('CANARY' in globalThis).toBe(false);
  }, 5);
});

const VIEWER = 'document.documentElement.dataset.viewer = "ran";';

test('pages end their scripts where they should', async () => {
  await forHostileTexts((texts) => {
    for (const page of [
      emitHtml(hostileStage(texts), { viewer: VIEWER }),
      emitHtml(hostileStage(texts), { viewer: VIEWER, title: texts.credits }),
    ]) {
      expect(page.value.match(/<script/gi)).toHaveLength(2);
      expect(page.value.match(/<\/script/gi)).toHaveLength(2);
      expect(page.value.match(/<(?:title|\/title|canvas|!--)/gi)).toEqual(['<title', '</title', '<canvas']);
    }
  }, 5);
});

test.skipIf(noChromium)('pages run in Chromium without running a text', async () => {
  const browser = await engines.chromium();
  const folder = mkdtempSync(join(tmpdir(), 'diorama-hostile-'));
  try {
    const texts = [same(PIECES.join('')), same([...PIECES].reverse().join(' '))];
    for (const [index, text] of texts.entries()) {
      const path = join(folder, `${index}.html`);
      writeFileSync(path, emitHtml(hostileStage(text), { viewer: VIEWER }).value);
      const opened = await browser.openPage(pathToFileURL(path).href);
      const seen = await opened.page.evaluate(
        `({ canary: 'CANARY' in globalThis, viewer: document.documentElement.dataset.viewer, scripts: document.scripts.length, label: document.querySelector('canvas').getAttribute('aria-label') })`,
      );
      expect(seen).toMatchObject({ canary: false, viewer: 'ran', scripts: 2 });
      await opened.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('glTF files are JSON that says the texts as they are', async () => {
  await forHostileTexts(async (texts) => {
    const { value } = await emitGltf(hostileStage(texts), { locate: locate(texts), name: 'scene' });
    const { json } = splitGltf(value.files.map(({ name, bytes }) => ({ name, content: bytes })));
    const names = (json.nodes ?? []).map(({ name }) => name);
    expect(names.map((name) => wellFormed(name ?? ''))).toContain(wellFormed(texts.label));
  }, 5);
});

/** A Blender that is called and given all sorts of things, and does nothing: every text is read and passed on. */
const STUB = `
import sys, types
class Nothing:
    def __init__(self, *a, **k): pass
    def __getattr__(self, name):
        if name.startswith('__'): raise AttributeError(name)
        return Nothing()
    def __call__(self, *a, **k): return Nothing()
    def __getitem__(self, key): return Nothing()
    def __setitem__(self, key, value): pass
    def __iter__(self): return iter(())
    def __len__(self): return 1
`;

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('Blender programs', () => {
  test.skipIf(!hasPython)('compile, and their main level runs no text', async () => {
    const programs: string[] = [];
    await forHostileTexts((texts) => {
      for (const meshData of ['inline', 'files'] as const) {
        const options = { meshData, fileName: `${texts.name}.py`, locate: locate(texts) };
        const { program } = emitBlender(hostileStage(texts), options).value;
        programs.push(program);
        expect(program).toMatch(/^[\n\u0020-\u007e]*$/);
      }
    }, 5);
    const check = `${STUB}
import json
bpy, mathutils = types.ModuleType('bpy'), types.ModuleType('mathutils')
for module in (bpy, mathutils): module.__getattr__ = lambda name: Nothing()
bpy.types = Nothing(); mathutils.Vector = Nothing
sys.modules.update(bpy=bpy, mathutils=mathutils)
for program in json.load(sys.stdin):
    place = {'__name__': 'scene'}
    exec(compile(program, 'scene.py', 'exec'), place)
    assert 'CANARY' not in place and 'main' in place, program[:2000]
`;
    const run = spawnSync('python3', ['-W', 'error', '-c', check], {
      input: JSON.stringify(programs),
      encoding: 'utf8',
    });
    expect(run, run.stderr.slice(-3000)).toMatchObject({ status: 0 });
  });

  test.skipIf(noBlender)('run in Blender, which keeps the label as it is', async () => {
    const session = await engines.blender();
    for (const text of [same(PIECES.join('')), same([...PIECES].reverse().join(' '))]) {
      const { program } = emitBlender(hostileStage(text), { locate: locate(text) }).value;
      const label = JSON.stringify(wellFormed(text.label).replaceAll('\u0000', '\ufffd'));
      await session.run(
        {
          program: `${program}
import bpy as _bpy, json as _json
assert 'CANARY' not in globals(), 'a text was run'
_labels = [_one.get('diorama_label') for _one in _bpy.context.scene.objects]
assert _json.loads(${JSON.stringify(label)}) in _labels, _labels
`,
        },
        [],
      );
    }
  });
});
