import { isDeepStrictEqual } from 'node:util';
import type { Appearance, Element, Scene } from '@diorama/scene';
import { KINDS } from '@diorama/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryScene } from '../../scene/test/arbitrary-scene.ts';
import { printCoreForm } from '../src/index.ts';
import { checkLowering, lowered, lowerText, withoutOrigins } from './support.ts';

describe('core form', () => {
  test('of nothing is nothing', () => checkLowering('', ''));
  test('leaves out what is a default', () =>
    checkLowering(
      'camera { fov: 50deg, position: (0, 1.6) + (0, 0, 0) } sky { air: 1 } ground { relief: 0 }',
      'camera { position: (0, 1.6) }',
    ));
  test('keeps a haze of which everything is a default', () => checkLowering('haze { density: 0 }', 'haze {}'));
  test('has settings first, in the order of the table', () =>
    checkLowering(
      `tree { at: (1, 2), height: 3, variant: 4 }
       ground { color: #A0B0C0 }
       haze { visibility: 1km, color: #ffffff }
       sky { air: 2 }
       camera { target: (0, 1, -5), roll: 5 }
       scene { name: "a \\"b\\" \\u00e9\\n", credits: "c", seed: 3 }`,
      `
      scene { name: "a \\"b\\" é\\n", seed: 3, credits: "c" }
      camera { roll: 5, target: (0, 1, -5) }
      sky { air: 2 }
      haze { visibility: 1000, color: #ffffff }
      ground { color: #a0b0c0 }
      tree { at: (1, 2), height: 3, variant: 4 }
      `,
    ));
  test('keeps labels and annotations', () =>
    checkLowering(
      `@note("b") @confidence(0.5) @pixels(12) @note("c") tree oak { variant: 4, height: 3, at: (1, 2) }
       @note("d") camera {}`,
      `
      @note("d") camera {}
      @pixels(12) @confidence(0.5) @note("b") @note("c") tree oak { at: (1, 2), height: 3, variant: 4 }
      `,
    ));
  test('keeps a label only where it is the only one', () =>
    checkLowering(
      `for i in 0..1 { tree oak { at: (i * 1m, 2), height: 3, variant: 4 } }
       tree elm { at: (1, 2), height: 3, variant: 4 }
       if true { tree ash { at: (5, 2), height: 3, variant: 4 } } else { tree ash { at: (1, 2), height: 3, variant: 4 } }`,
      `
      tree { at: (0, 2), height: 3, variant: 4 }
      tree { at: (1, 2), height: 3, variant: 4 }
      tree elm { at: (1, 2), height: 3, variant: 4 }
      tree ash { at: (5, 2), height: 3, variant: 4 }
      `,
    ));
  test('keeps rotations and appearances as they were written', () =>
    checkLowering(
      `tree { at: view(-0, 1e-7, -1e21), height: 3, variant: 4, rotation: quaternion(0, 2, 0, 1), appearance: asset("tree/oak#3") }
       bird { at: (0, 1, 2), height: 3, variant: 4, rotation: euler(yaw: 1turn, pitch: 5), appearance: like("a bird"), pose: fly, phase: 0.5 }
       object { at: (0, 1, 2), height: 3, variant: 4, rotation: matrix(1, 0, 0, 0, 1, 0, 0, 0, 2), appearance: like(image: "a/b.png") }`,
      `
      tree { at: view(0, 1e-7, -1e21), height: 3, rotation: quaternion(0, 2, 0, 1), appearance: asset("tree/oak#3"), variant: 4 }
      bird { at: (0, 1, 2), height: 3, rotation: euler(pitch: 5, yaw: 360, roll: 0), appearance: like("a bird"), variant: 4, pose: fly, phase: 0.5 }
      object { at: (0, 1, 2), height: 3, rotation: matrix(1, 0, 0, 0, 1, 0, 0, 0, 2), appearance: like(image: "a/b.png"), variant: 4 }
      `,
    ));
  test('has every property of every kind', () => {
    for (const { name, role, example } of KINDS) {
      if (role === 'group') continue;
      const [first] = lowered(`scene { seed: 1 } ${name === 'scene' ? '' : example}`).elements;
      expect(first === undefined ? 'setting' : first.kind).toBe(role === 'setting' ? 'setting' : name);
    }
  });
});

test('lowering the core form of any scene gives that scene back, bit for bit, and prints the same', () => {
  fc.assert(
    fc.property(arbitraryProgramScene(), (scene) => {
      const text = printCoreForm(scene);
      const files =
        scene.settings.embeddings === undefined
          ? {}
          : { [scene.settings.embeddings.file]: header(scene.settings.embeddings) };
      const again = lowerText(text, {}, files);
      expect(again.diagnostics).toEqual([]);
      const found = withoutOrigins(again.value);
      const expected = withoutOrigins(scene);
      if (!isDeepStrictEqual(found, expected)) expect(found).toStrictEqual(expected);
      expect(printCoreForm(again.value)).toBe(text);
    }),
    { numRuns: 2000 },
  );
}, 300_000);

/** Scenes that a program can say: asset ids are of the element's class, no text that must say something is blank. */
function arbitraryProgramScene(): fc.Arbitrary<Scene> {
  return arbitraryScene().map((scene) => {
    const { settings, camera, sky, haze, ground } = scene;
    const { embeddings } = settings;
    const surface = ground.surface;
    return {
      settings: annotated({
        ...settings,
        ...(embeddings && {
          embeddings: {
            ...embeddings,
            file: `f${embeddings.file}`,
            space: `s${embeddings.space}`,
            rows: embeddings.rows + 1,
          },
        }),
      }),
      camera: annotated(camera),
      sky: annotated(sky),
      ...(haze && { haze: annotated(haze) }),
      ground: annotated(
        surface?.kind === 'appearance'
          ? { ...ground, surface: { ...surface, appearance: look('ground', surface.appearance) } }
          : ground,
      ),
      elements: scene.elements.map((element): Element => {
        if (!('appearance' in element) || element.appearance === undefined) return annotated(element);
        return annotated({ ...element, appearance: look(element.kind, element.appearance) });
      }),
    };
  });
}

function look(kind: string, appearance: Appearance): Appearance {
  switch (appearance.kind) {
    case 'asset':
      return { kind: 'asset', id: `${kind === 'object' ? 'tree' : kind}/oak#${appearance.id.length}` };
    case 'like':
      return { kind: 'like', text: `l${appearance.text}` };
    case 'like-image':
      return { kind: 'like-image', file: `l${appearance.file}` };
    default:
      return appearance;
  }
}

/** Annotations that say nothing are none. */
function annotated<T extends { annotations?: { notes?: readonly string[] } }>(part: T): T {
  const { annotations, ...rest } = part;
  if (annotations === undefined) return part;
  const { notes, ...others } = annotations;
  const kept = { ...others, ...(notes !== undefined && notes.length > 0 && { notes }) };
  return (Object.keys(kept).length === 0 ? rest : { ...rest, annotations: kept }) as T;
}

/** The beginning of a safetensors file with one vector a row. */
function header({ space, rows }: { space: string; rows: number }): Uint8Array {
  const json = JSON.stringify({
    __metadata__: { space },
    embeddings: { dtype: 'F32', shape: [rows, 1], data_offsets: [0, rows * 4] },
  });
  const text = new TextEncoder().encode(json);
  const file = new Uint8Array(8 + text.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}
