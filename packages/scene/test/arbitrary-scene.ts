// Arbitrary scenes for property tests, made from the same shapes as schema and invariants.
import type { Place } from '@diorama/diagnostics';
import fc from 'fast-check';
import type { Appearance, Element, Scene } from '../src/index.ts';
import { SCENE } from '../src/scene-shape.ts';
import type { NumberShape, RecordShape, Shape, TextShape } from '../src/shape.ts';

/** Any valid scene. Origins lie in the first `sourceLength` characters of a file `a.dio`. */
export function arbitraryScene(sourceLength = 100): fc.Arbitrary<Scene> {
  return arbitraryRecord(SCENE, sourceLength).map((scene) => relate(scene as unknown as Scene));
}

/** Makes what relates several fields hold. */
function relate(scene: Scene): Scene {
  const { camera, settings, ground } = scene;
  const rows = settings.embeddings?.rows ?? 0;
  const [near, far] = camera.near < camera.far ? [camera.near, camera.far] : [0.05, 5000];
  const hasRow = (appearance: Appearance | undefined) => appearance?.kind !== 'embedding' || appearance.row < rows;
  const elements = scene.elements.map((element, index): Element => {
    const { label, ...rest } = element;
    const changed: Record<string, unknown> = label === undefined ? rest : { ...rest, label: `${label}_${index}` };
    if ('appearance' in element && !hasRow(element.appearance)) delete changed.appearance;
    if (
      'rotation' in element &&
      element.rotation.kind === 'quaternion' &&
      element.rotation.quaternion.every((x) => x === 0)
    ) {
      changed.rotation = { kind: 'yaw', yaw: 0 };
    }
    return changed as unknown as Element;
  });
  const { surface, ...bare } = ground;
  const isBroken = surface?.kind === 'appearance' && !hasRow(surface.appearance);
  return { ...scene, camera: { ...camera, near, far }, ground: isBroken ? bare : ground, elements };
}

function arbitrary(shape: Shape, sourceLength: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'number':
      return arbitraryNumber(shape);
    case 'text':
      return arbitraryText(shape);
    case 'word':
      return fc.constantFrom(...shape.words);
    case 'version':
      return fc.constant(shape.number);
    case 'origin':
      return fc
        .tuple(fc.nat(sourceLength), fc.nat(sourceLength))
        .map(([a, b]): Place => ({ file: 'a.dio', start: Math.min(a, b), end: Math.max(a, b) }));
    case 'tuple':
      return fc.tuple(...shape.items.map((item) => arbitrary(item, sourceLength)));
    case 'list':
      return fc.array(arbitrary(shape.of, sourceLength), { maxLength: 6 });
    case 'choice':
      return fc.oneof(...Object.values(shape.alternatives).map((one) => arbitraryRecord(one, sourceLength)));
    case 'record':
      return arbitraryRecord(shape, sourceLength);
  }
}

function arbitraryRecord(shape: RecordShape, sourceLength: number): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(shape.fields);
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, arbitrary(field.shape, sourceLength)])), {
    requiredKeys: fields.filter(([, field]) => field.optional !== true).map(([name]) => name),
    noNullPrototype: true,
  });
}

function arbitraryNumber({ integer, range }: NumberShape): fc.Arbitrary<number> {
  const { min = -1e6, max = 1e6, minExclusive = false, maxExclusive = false } = range;
  if (integer) return fc.integer({ min: Math.max(min, -1e9), max });
  if (min === max) return fc.constant(min);
  return fc
    .double({ min, max, minExcluded: minExclusive, maxExcluded: maxExclusive, noNaN: true })
    .map((number) => number + 0);
}

function arbitraryText({ form, nonEmpty }: TextShape): fc.Arbitrary<string> {
  if (form !== undefined) return fc.stringMatching(new RegExp(form.pattern));
  return fc.string({ minLength: nonEmpty ? 1 : 0, maxLength: 20, unit: 'grapheme' });
}
