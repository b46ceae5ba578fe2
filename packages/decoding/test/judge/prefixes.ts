// The places at which decoder and judge are compared: one of each sort.
import type { JudgedLanguage } from './judge.ts';

export interface JudgedPrefixes extends Pick<JudgedLanguage, 'form' | 'layout'> {
  readonly prefixes: readonly string[];
}

const CORE = [
  '',
  'tree',
  'tree oak {',
  'tree { ',
  'tree { at: (1',
  'tree { at: (1, -2), height: ',
  'tree { at: (1, 2), height: 4',
  'tree { at: (1, 2), height: 4.',
  'tree { at: (1, 2), height: 4.0',
  'tree { at: (1, 2), height: 4, ',
  'tree { at: (1, 2), height: 4, appearance: like("a',
  'tree { at: (1, 2), height: 4, appearance: asset("tr',
  'tree { at: (1, 2), height: 4, appearance: like("\\u00',
  'camera { near: 3, far: ',
  'camera { fov: 1',
  'tree { at: (-',
  'tree { at: (0',
  'tree { at: (5e',
  'tree { at: (0.12345678901234',
  'tree { at: (1, 2), height: 4, variant: 650',
  'camera {}\n',
  'scene { seed: 1',
  'haze { color: #12',
  'box { at: (0, 0), size: (1, 1, 1), rotation: quaternion(0, 0, 0, ',
  'tree oak { at: (1, 2), height: 4 }\ntree ',
];

const WHOLE = [
  'let far = ',
  'let far = 3m\ntree { at: (f',
  'for i in 1',
  'for i in 1.',
  'for i in [1, 2] { ',
  'prefab grove(size: Length = 3m) { tree { at: (0, 0), height: s',
  'let n = 2\nlet m = n ',
  'let n = 2 /',
  'let n = if true ',
  '// note',
  '/* note *',
  'let s = "é',
  'use far from "pl',
];

export const JUDGED: readonly JudgedPrefixes[] = [
  { form: 'core', layout: 'canonical', prefixes: CORE },
  {
    form: 'core',
    layout: 'free',
    prefixes: [...CORE.slice(0, 21), 'tree { at: (1, 2), height: 4e', ' /', '// é', '/* a *', 'tree{at'],
  },
  { form: 'whole', layout: 'free', prefixes: [...CORE.slice(2, 9), ...WHOLE] },
];
