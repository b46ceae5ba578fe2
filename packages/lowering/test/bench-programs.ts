// Programs that benches of lowering measure; each is at or near the limit of a million elements, or of what fits.

const BUSH = 'bush { height: random(0.4..1.2), rotation: yaw(random(0..360)), appearance: like("thorn bush") }';

export const BENCH_PROGRAMS: Readonly<Record<string, string>> = {
  'a million bushes': `scatter 1000000 in disk(radius: 1500) { ${BUSH} }`,
  'a million bushes, apart': `scatter 1000000 in disk(radius: 1500) spacing 0.8 { ${BUSH} }`,
  'a million bushes on hills': `ground { relief: 2 } scatter 1000000 in disk(radius: 1500) spacing 0.8 { ${BUSH} }`,
  'half a million prefabs of two': `prefab two(tall: Length = 1) { bush { height: tall * random(1..2) } bush { at: (1, 0), height: tall } }
scatter 500000 in disk(radius: 1500) { two { rotation: yaw(random(0..360)) } }`,
  'a region until it is full': `scatter 1000000 in disk(radius: 500) spacing 1 { ${BUSH} }`,
  'a path that crosses itself': `scatter 1000000 in path([(0, 0), (100, 0), (100, 100), (50, 300), (0, 0)], width: 30) spacing 0.05 { ${BUSH} }`,
  'a million turns of a loop': 'for i in 0..<1000000 { box { at: (i * 1m, 0), size: (1m, 1m + mod(i, 7) * 1m, 1m) } }',
};
