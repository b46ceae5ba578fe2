// Frames: a point is used where it was measured.
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, checkFine, codes } from './support.ts';

const SPOT = 'let spot = (4, -8)\n';

describe('a point of another frame', () => {
  test.each([
    ['in a group', 'group { at: (0, 0) tree { at: spot, height: 4 } }'],
    ['moved in a group', 'group { at: (0, 0) tree { at: spot + (1, 0, 0), height: 4 } }'],
    ['in a group of a group', 'group { at: (0, 0) group { tree { at: spot, height: 4 } } }'],
    ['in a scatter', 'scatter 3 in disk(radius: 3) { tree { at: spot, height: 4 } }'],
    ['in a prefab', 'prefab p() { tree { at: spot, height: 4 } }\np { at: (0, 0) }'],
    ['as the argument of a prefab', 'prefab p(q: Position) { tree { at: q, height: 4 } }\np { at: (0, 0), q: spot }'],
    ['as the default of a prefab', 'prefab p(q: Position = spot) { tree { at: q, height: 4 } }\np { at: (0, 0) }'],
    ['faced in a group', 'group { at: (0, 0) tree { height: 4, rotation: facing(spot) } }'],
    [
      'as the centre of a region in a group',
      'group { at: (0, 0) scatter 3 in disk(center: spot, radius: 3) { bush { height: 1 } } }',
    ],
    ['in a path in a group', 'group { at: (0, 0) scatter 3 in path([(0, 0), spot], width: 3) { bush { height: 1 } } }'],
    [
      'from a list',
      'let spots = [spot, spot]\ngroup { at: (0, 0) scatter 3 in path(spots, width: 3) { bush { height: 1 } } }',
    ],
    [
      'from a list, by a loop',
      'let spots = [spot, spot]\ngroup { at: (0, 0) for p in spots { tree { at: p, height: 4 } } }',
    ],
    ['from a list, by a draw', 'let spots = [spot, spot]\ngroup { at: (0, 0) tree { at: pick(spots), height: 4 } }'],
    ['from a list, by an index', 'let spots = [spot, spot]\ngroup { at: (0, 0) tree { at: spots[0], height: 4 } }'],
    ['in one branch', 'group { at: (0, 0) tree { at: if true then spot else (0, 0), height: 4 } }'],
    ['by a label', 'tree oak { at: spot, height: 4 }\ngroup { at: (0, 0) bush { at: oak.at, height: 1 } }'],
    ['by the top of a label', 'tree oak { at: spot, height: 4 }\ngroup { at: (0, 0) bird { at: oak.top, height: 1 } }'],
    ['in a let of the group', 'group { at: (0, 0) let p: Position = spot tree { at: p, height: 4 } }'],
    [
      'beside a point of the group',
      'group { at: (0, 0) tree oak { height: 4 } tree { at: oak.at + (spot - oak.at), height: 4 } }',
    ],
    ['in a distance', 'group { at: (0, 0) tree oak { height: 4 } tree { height: distance(oak.at, spot) + 1 } }'],
    ['in a list', 'group { at: (0, 0) tree oak { height: 4 } for p in [oak.at, spot] { tree { at: p, height: 4 } } }'],
    [
      'in the other branch',
      'group { at: (0, 0) tree oak { height: 4 } let p = if true then oak.at else spot tree { at: p, height: 4 } }',
    ],
    [
      'of a prefab in the world',
      'prefab p() { tree oak { height: 4 } group { tree { at: oak.at, height: 4 } } }\np { at: spot }',
    ],
  ])('%s', (_what, text) => expect(codes(SPOT + text)).toEqual(['mixed-frames']));

  test('shows both frames', () =>
    checkDiagnostics(`
      group { at: (0, 0) tree oak { height: 4 } group { bush { at: oak.at, height: 1 } } }
                                                                   ^^^^^^ mixed-frames
    `));
});

describe('a point of the same frame', () => {
  test.each([
    ['in a loop', 'for i in 0..3 { tree { at: spot + (i * 1m, 0, 0), height: 4 } }'],
    ['in an if', 'if true { tree { at: spot, height: 4 } }'],
    ['for the group itself', 'group { at: spot tree { height: 4 } }'],
    ['for a scatter’s region', 'scatter 3 in disk(center: spot, radius: 3) { tree { height: 4 } }'],
    ['for a prefab’s place', 'prefab p() { box { } }\np { at: spot }'],
    ['its numbers in another frame', 'group { at: (0, 0) tree { at: (spot.x, spot.z), height: 4 } }'],
    [
      'a literal as the argument of a prefab',
      'prefab p(q: Position) { tree { at: q, height: 4 } }\np { at: spot, q: (1, 2) }',
    ],
    [
      'a difference is a way, which has no frame',
      'let way = spot - (1, 2)\ngroup { at: (0, 0) tree { at: (0, 0) + way, height: 4 } }',
    ],
    ['a label of the same group', 'group { at: spot tree oak { height: 4 } bird { at: oak.top, height: 1 } }'],
  ])('%s', (_what, text) => checkFine(SPOT + text));
});

describe('`view` under a frame', () => {
  test.each([
    ['group { at: (0, 0) tree { at: view(0, 0, -8), height: 4 } }'],
    ['scatter 3 in disk(radius: 3) { tree { at: view(0, 0, -8), height: 4 } }'],
    ['prefab p() { tree { at: view(0, 0, -8), height: 4 } }\np { at: (0, 0) }'],
    ['group { at: (0, 0) for i in 0..3 { if true { tree { at: view(0, 0, -8), height: 4 } } } }'],
    ['let v = view(0, 0, -8)\ngroup { at: (0, 0) tree { at: v, height: 4 } }'],
    ['tree oak { at: view(0, 0, -8), height: 4 }\ngroup { at: (0, 0) tree { at: oak.at, height: 4 } }'],
  ])('%s', (text) => expect(codes(text)).toEqual(['view-in-frame']));

  test('is allowed where no ancestor has a frame of its own', () =>
    checkFine(`
      for i in 0..3 { if true { tree { at: view(i * 1m, 0, -8), height: 4 } } }
      group { at: view(0, 0, -8) tree { height: 4 } }
      prefab p() { box { } }
      p { at: view(0, 0, -9) }
    `));

  test('is no other property', () => expect(codes('camera { target: view(0, 0, -8) }')).toEqual(['wrong-type']));
});
