// Randomness survives editing: what is put beside a thing, or taken from beside it, moves nothing of it.
import type { Scene } from '@diorama/scene';
import { type ArbitraryProgram, arbitraryProgram, createRandom, layOut, type Piece, type Slot } from '@diorama/testing';
import { findKind, findProperty } from '@diorama/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meaning, RUNS, runs, sceneOf, TIMEOUT } from './support.ts';

test('an unrelated element, wherever it is put, moves nothing else', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(arbitraryProgram({ size: 6 }), fc.nat(), (program, choice) => {
      const after = insert(program, choice, (slot) => (slot.slot === 'item' ? STRANGER : undefined));
      if (after === undefined) return;
      const scene = sceneOf(after, program);
      const others = scene.elements.filter(({ annotations }) => !annotations?.notes?.includes('stranger'));
      expect(meaning({ ...scene, elements: others })).toBe(meaning(sceneOf(program.text, program)));
    }),
    runs(50),
  );
});

/** It draws, and stands where nothing else does. */
const STRANGER: readonly Piece[] =
  '@note ( "stranger" ) bird { at : ( 77.77 , 88.88 ) , height : random ( 0.2 .. 0.4 ) }'.split(' ');

test('an unrelated name, wherever it is put, moves nothing', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(arbitraryProgram({ size: 6 }), fc.nat(), (program, choice) => {
      const name = 'let _stranger = random ( 1m .. 2m )'.split(' ');
      const after = insert(program, choice, (slot) => (slot.slot === 'item' ? name : undefined));
      if (after === undefined) return;
      expect(meaning(sceneOf(after, program))).toBe(meaning(sceneOf(program.text, program)));
    }),
    runs(51),
  );
});

/** Properties that only their own element reads. */
const PRIVATE = ['roughness', 'metallic', 'phase', 'ozone', 'dust', 'exposure', 'power'];

test('an unrelated property, whatever it draws, moves nothing else', { timeout: TIMEOUT }, () => {
  let tried = 0;
  fc.assert(
    fc.property(arbitraryProgram({ size: 8 }), fc.nat(), (program, choice) => {
      let added = '';
      const after = insert(program, choice, (slot) => {
        if (slot.slot !== 'field') return undefined;
        const kind = findKind(slot.kind);
        const free = PRIVATE.filter((name) => kind && findProperty(kind, name) && !slot.given.has(name));
        added = free[choice % free.length] ?? '';
        return added === '' ? undefined : [added, ':', 'random', '(', '0.6251', '..', '0.6252', ')', ','];
      });
      if (after === undefined) return;
      tried += 1;
      // The new values are known by their range; without them, the scenes are the same.
      const blank = (scene: Scene, isNew: (value: number) => boolean) =>
        JSON.stringify(scene, (key, value) => {
          if (key === 'origin') return undefined;
          return key === added && isNew(value) ? 'new' : value;
        });
      const [before, now] = [sceneOf(program.text, program), sceneOf(after, program)];
      const changed = JSON.parse(blank(now, (value) => 0.6251 <= value && value < 0.6252));
      const old = JSON.parse(blank(before, () => false));
      expect(changed).toEqual(withNew(old, changed));
    }),
    runs(52),
  );
  expect(tried).toBeGreaterThan(RUNS / 4);
});

/** The old scene with `new` wherever the new one has it. */
function withNew(old: unknown, now: unknown): unknown {
  if (now === 'new') return now;
  if (typeof old !== 'object' || old === null || typeof now !== 'object' || now === null) return old;
  if (Array.isArray(old)) return old.map((part, index) => withNew(part, (now as unknown[])[index]));
  return Object.fromEntries(
    Object.entries(old).map(([key, part]) => [key, withNew(part, (now as Record<string, unknown>)[key])]),
  );
}

test('a scatter of n + 1 contains the n', { timeout: TIMEOUT }, () => {
  const count = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(arbitraryProgram({ size: 4 }), fc.nat(), fc.nat(), count, (program, choice, layout, n) => {
      const scatter = (points: number) => insert(program, choice, (slot) => scatterAt(slot, choice, points), layout);
      const [fewer, more] = [scatter(n), scatter(n + 1)];
      if (fewer === undefined || more === undefined) return;
      const [small, large] = [sceneOf(fewer, program), sceneOf(more, program)];
      const rest: string[] = [];
      let next = 0;
      // What the larger scene has besides comes from the one new point, everything else in the same order.
      for (const element of large.elements) {
        if (meaning(element) === meaning(small.elements[next])) next += 1;
        else rest.push(...(element.annotations?.notes ?? ['other']));
      }
      expect(next).toBe(small.elements.length);
      expect(rest.filter((note) => note !== 'scattered')).toEqual([]);
    }),
    runs(53),
  );
});

function scatterAt(slot: Slot, choice: number, points: number): readonly Piece[] | undefined {
  if (slot.slot !== 'item') return undefined;
  const random = createRandom(choice);
  const region = random.pick([
    'disk ( radius : 9 )',
    'ring ( inner : 2 , outer : 7.5 )',
    'rectangle ( size : ( 9 , 4 ) )',
  ]);
  const spacing = random.pick(['', 'spacing 0.3', 'spacing 1.1']);
  const body =
    '{ @note ( "scattered" ) bush { height : random ( 0.4 .. 1.2 ) , rotation : yaw ( random ( 0 .. 360 ) ) } }';
  return `scatter ${points} in ${region} ${spacing} ${body}`.split(' ').filter((piece) => piece !== '');
}

/** The program with other pieces at one of its slots; nothing if none of them will do. */
function insert(
  { pieces }: ArbitraryProgram,
  choice: number,
  make: (slot: Slot) => readonly Piece[] | undefined,
  layout = choice,
): string | undefined {
  const count = pieces.length;
  for (let offset = 0; offset < count; offset += 1) {
    const index = (choice + offset) % count;
    const slot = pieces[index];
    const made = typeof slot === 'object' ? make(slot) : undefined;
    if (made !== undefined)
      return layOut([...pieces.slice(0, index), ...made, ...pieces.slice(index)], createRandom(layout));
  }
  return undefined;
}
