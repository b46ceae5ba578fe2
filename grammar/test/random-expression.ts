// Writes expressions that the grammar allows, whatever their types: most are wrong, and those that are not must be
// followed by the states.
import type { Random } from './random-walk.ts';

const NAMES = ['n', 'i', 'far', 'turned', 'spot', 'shift', 'yes', 'word', 'hue', 'doing', 'lengths', 'spots', 'reach'];
const ATOMS = [
  ...['1', '0.5', '2m', '30deg', '50%', '"tree/oak"', '#a1b2c3', 'true', 'walk', '[]', 'oak', 'seen'],
  ...NAMES,
];
const CALLS = ['yaw', 'random', 'pick', 'min', 'abs', 'floor', 'mix', 'polar', 'steps', 'distance', 'view', 'facing'];
const OPERATORS = ['+', '-', '*', '/', '..', '==', '<', 'and', 'or'];

/** What expressions may name: one value of every sort. */
export const DECLARATIONS = `
let n = 0.5 let i = 3 let far = 30m let turned = 40deg let spot = (1, 2) let shift: Vector = (1, 0, 2) let yes = true
let word = "tree/oak" let hue = #112233 let doing: Pose = walk let lengths = [1m, 2m] let spots = [(1, 2), (3, 4)]
let reach = 1m..4m
tree oak { at: (3, 4), height: 5 } tree seen { at: view(0, 0, -9), height: 4 } group place { at: (1, 2) } lamp glow { at: (0, 2, 0) } sky blue { }
`;

/** Places of every type for an expression; `…` stands for it. */
export const PLACES = [
  'let it = …',
  'let it: Vector = …',
  'let it: List[Position] = …',
  'let it: Range[Number] = …',
  'let it: List[Angle] = …',
  'let it: Pose = …',
  'tree { at: …, height: 4 }',
  'tree { at: (0, 1), height: … }',
  'tree { at: (0, 1), height: 4, rotation: … }',
  'tree { at: (0, 1), height: 4, variant: … }',
  'tree { at: (0, 1), height: 4, appearance: asset(…) }',
  'herbivore { at: (0, 1), height: 1, pose: … }',
  'box { at: (0, 1), size: … }',
  'box { at: (0, 1), color: … }',
  'group { at: (0, 1) box { at: … } }',
  'group { at: (0, 1) let it = … box { at: spot + it } }',
  'for it in … { }',
  'for it in … step 1m { }',
  'for it in reach step … { }',
  'if … { }',
  'scatter … in disk(radius: 3) { }',
  'camera { yaw: … }',
] as const;

/** An expression of at most `depth` operations inside of each other. */
export function randomExpression(random: Random, depth: number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const inner = () => randomExpression(random, depth - 1);
  if (depth === 0 || random() < 0.25) return pick(ATOMS);
  switch (pick(['binary', 'binary', 'minus', 'call', 'call', 'tuple', 'list', 'paren', 'member', 'index', 'if'])) {
    case 'binary':
      return `${inner()} ${pick(OPERATORS)} ${inner()}`;
    case 'minus':
      return `-${pick(ATOMS)}`;
    case 'call':
      return `${pick(CALLS)}(${Array.from({ length: 1 + Math.floor(random() * 3) }, inner).join(', ')})`;
    case 'tuple':
      return `(${Array.from({ length: 2 + Math.floor(random() * 2) }, inner).join(', ')})`;
    case 'list':
      return `[${Array.from({ length: 1 + Math.floor(random() * 2) }, inner).join(', ')}]`;
    case 'paren':
      return `(${inner()})`;
    case 'member':
      return `${pick(['oak', 'spot', 'shift', 'seen', 'place', 'glow', 'blue', `(${inner()})`])}.${pick(['x', 'y', 'at', 'height', 'top', 'rotation'])}`;
    case 'index':
      return `${pick(['lengths', 'spots', `[${inner()}]`])}[${pick(['0', '1', 'i', '0.5'])}]`;
    default:
      return `if ${inner()} then ${inner()} else ${inner()}`;
  }
}
