// The functions of the language: constructors of literals, draws, and arithmetic.
import type { FunctionDefinition, ParameterDefinition } from './definitions.ts';
import {
  ANGLE,
  APPEARANCE,
  INTEGER,
  LENGTH,
  listOf,
  NUMBER,
  POSITION,
  REGION,
  ROTATION,
  rangeOf,
  SAME,
  SAME_CONTINUOUS,
  SAME_NUMERIC,
  VIEW_POSITION,
  within,
} from './types.ts';

const parameter = (name: string, type: ParameterDefinition['type'], more: Partial<ParameterDefinition> = {}) => ({
  name,
  type,
  ...more,
});
const positive = within(LENGTH, { min: 0, minExclusive: true });
const numbers = (names: string) => names.split(' ').map((name) => parameter(name, NUMBER));
const center = parameter('center', POSITION, { default: [0, 0] });

/** Every function and constructor, in the order of the reference. */
export const FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'view',
    role: 'constructor',
    doc: "A point in the camera's frame: x to its right, y up, z towards it; what it sees has a negative z.",
    signatures: [{ parameters: ['x', 'y', 'z'].map((name) => parameter(name, LENGTH)), result: VIEW_POSITION }],
    example: 'view(-0.6, -0.8, -22)',
  },
  {
    name: 'yaw',
    role: 'constructor',
    doc: 'A turn about the vertical, anticlockwise seen from above.',
    signatures: [{ parameters: [parameter('angle', ANGLE)], result: ROTATION }],
    example: 'yaw(40)',
  },
  {
    name: 'euler',
    role: 'constructor',
    doc: 'A rotation by three angles: roll first, then pitch (up is positive), then yaw.',
    signatures: [
      { parameters: ['pitch', 'yaw', 'roll'].map((name) => parameter(name, ANGLE, { default: 0 })), result: ROTATION },
    ],
    example: 'euler(yaw: 40, pitch: 5)',
  },
  {
    name: 'quaternion',
    role: 'constructor',
    doc: 'A rotation as a quaternion, as in glTF; its length does not matter, but is not zero.',
    signatures: [{ parameters: numbers('x y z w'), result: ROTATION }],
    example: 'quaternion(0, 0.342, 0, 0.94)',
  },
  {
    name: 'matrix',
    role: 'constructor',
    doc: 'The rotation nearest to a 3 × 3 matrix, given row by row.',
    signatures: [{ parameters: numbers('m11 m12 m13 m21 m22 m23 m31 m32 m33'), result: ROTATION }],
    example: 'matrix(1, 0, 0, 0, 1, 0, 0, 0, 1)',
  },
  {
    name: 'facing',
    role: 'constructor',
    doc: 'The turn about the vertical that brings the front towards a point.',
    signatures: [{ parameters: [parameter('point', POSITION)], result: ROTATION }],
    example: 'facing((0, 0))',
  },
  {
    name: 'asset',
    role: 'constructor',
    doc: 'The look of one entry of the asset library: `class/species` or `class/species#variant`.',
    signatures: [
      { parameters: [parameter('id', { kind: 'text', nonEmpty: true, form: 'asset-id' })], result: APPEARANCE },
    ],
    example: 'asset("tree/umbrella-acacia")',
  },
  {
    name: 'like',
    role: 'constructor',
    doc: 'The look of the library’s entry that best matches a description, or a picture.',
    signatures: [
      { parameters: [parameter('text', { kind: 'text', nonEmpty: true })], result: APPEARANCE },
      {
        parameters: [parameter('image', { kind: 'text', nonEmpty: true, file: 'image' }, { named: true })],
        result: APPEARANCE,
      },
    ],
    example: 'like("thorn bush")',
  },
  {
    name: 'embedding',
    role: 'constructor',
    doc: 'The look whose vector is a row (from 0) of the file named by the scene’s `embeddings`.',
    signatures: [{ parameters: [parameter('row', within(INTEGER, { min: 0 }))], result: APPEARANCE }],
    example: 'embedding(0)',
  },
  {
    name: 'disk',
    role: 'constructor',
    doc: 'A round piece of ground.',
    signatures: [{ parameters: [center, parameter('radius', positive)], result: REGION }],
    example: 'disk(center: (0, -20), radius: 6)',
  },
  {
    name: 'ring',
    role: 'constructor',
    doc: 'The ground between two circles.',
    signatures: [
      {
        parameters: [center, parameter('inner', within(LENGTH, { min: 0 })), parameter('outer', positive)],
        result: REGION,
      },
    ],
    example: 'ring(inner: 4, outer: 6)',
  },
  {
    name: 'rectangle',
    role: 'constructor',
    doc: 'A rectangular piece of ground along the axes of the local frame.',
    signatures: [
      {
        parameters: [
          center,
          parameter('size', {
            kind: 'vector',
            components: [{ min: 0, minExclusive: true }, {}, { min: 0, minExclusive: true }],
          }),
        ],
        result: REGION,
      },
    ],
    example: 'rectangle(size: (20, 10))',
  },
  {
    name: 'path',
    role: 'constructor',
    doc: 'A strip of ground along two or more points.',
    signatures: [{ parameters: [parameter('points', listOf(POSITION)), parameter('width', positive)], result: REGION }],
    example: 'path([(0, -5), (4, -12), (2, -20)], width: 1.5)',
  },
  {
    name: 'random',
    role: 'draw',
    doc: 'A number drawn evenly from the first bound up to, but not including, the second.',
    signatures: [{ parameters: [parameter('range', rangeOf(SAME_NUMERIC))], result: SAME_CONTINUOUS }],
    example: 'random(0.4..1.2)',
  },
  {
    name: 'pick',
    role: 'draw',
    doc: 'One value of a list, or one integer of a range, each as likely as the others.',
    signatures: [
      { parameters: [parameter('list', listOf(SAME))], result: SAME },
      { parameters: [parameter('range', rangeOf(INTEGER))], result: INTEGER },
    ],
    example: 'pick(["oak", "birch"])',
  },
  ...(['sin', 'cos', 'tan'] as const).map(
    (name): FunctionDefinition => ({
      name,
      role: 'math',
      doc: `The ${{ sin: 'sine', cos: 'cosine', tan: 'tangent' }[name]} of an angle.`,
      signatures: [{ parameters: [parameter('angle', ANGLE)], result: NUMBER }],
      example: `${name}(30deg)`,
    }),
  ),
  {
    name: 'sqrt',
    role: 'math',
    doc: 'The square root of a number that is not negative.',
    signatures: [{ parameters: [parameter('number', within(NUMBER, { min: 0 }))], result: NUMBER }],
    example: 'sqrt(2)',
  },
  {
    name: 'abs',
    role: 'math',
    doc: 'The number without its sign.',
    signatures: [{ parameters: [parameter('number', SAME_NUMERIC)], result: SAME_NUMERIC }],
    example: 'abs(-2m)',
  },
  ...(['min', 'max'] as const).map(
    (name): FunctionDefinition => ({
      name,
      role: 'math',
      doc: `The ${name === 'min' ? 'smallest' : 'largest'} of its arguments.`,
      signatures: [
        {
          parameters: [parameter('first', SAME_NUMERIC), parameter('second', SAME_NUMERIC, { rest: true })],
          result: SAME_NUMERIC,
        },
      ],
      example: `${name}(2m, 150cm)`,
    }),
  ),
  {
    name: 'clamp',
    role: 'math',
    doc: 'The number, moved to the nearer bound if it is outside of them.',
    signatures: [
      {
        parameters: [
          parameter('number', SAME_NUMERIC),
          parameter('low', SAME_NUMERIC),
          parameter('high', SAME_NUMERIC),
        ],
        result: SAME_NUMERIC,
      },
    ],
    example: 'clamp(3m, 0m, 2m)',
  },
  ...(['round', 'floor', 'ceil'] as const).map(
    (name): FunctionDefinition => ({
      name,
      role: 'math',
      doc: {
        round: 'The nearest integer; halves go up.',
        floor: 'The greatest integer that is not above.',
        ceil: 'The least integer that is not below.',
      }[name],
      signatures: [{ parameters: [parameter('number', NUMBER)], result: INTEGER }],
      example: `${name}(2.5)`,
    }),
  ),
  {
    name: 'mod',
    role: 'math',
    doc: 'What is left after dividing by a number, with the sign of the divisor.',
    signatures: [
      { parameters: [parameter('number', SAME_NUMERIC), parameter('divisor', SAME_NUMERIC)], result: SAME_NUMERIC },
    ],
    example: 'mod(370deg, 360deg)',
  },
  {
    name: 'mix',
    role: 'math',
    doc: 'The value between two others: the first at 0, the second at 1.',
    signatures: [
      {
        parameters: [parameter('first', SAME_NUMERIC), parameter('second', SAME_NUMERIC), parameter('amount', NUMBER)],
        result: SAME_CONTINUOUS,
      },
    ],
    example: 'mix(2m, 4m, 0.25)',
  },
  {
    name: 'polar',
    role: 'math',
    doc: 'The point of the ground at a distance and direction from the origin: 0 is +Z, anticlockwise seen from above.',
    signatures: [{ parameters: [parameter('radius', LENGTH), parameter('angle', ANGLE)], result: POSITION }],
    example: 'polar(5m, 30deg)',
  },
  {
    name: 'steps',
    role: 'math',
    doc: 'A list of numbers, evenly spaced over a range, both bounds included.',
    signatures: [
      {
        parameters: [parameter('range', rangeOf(SAME_NUMERIC)), parameter('count', within(INTEGER, { min: 2 }))],
        result: listOf(SAME_CONTINUOUS),
      },
    ],
    example: 'steps(0m..10m, 5)',
  },
  {
    name: 'distance',
    role: 'math',
    doc: 'How far two points are apart.',
    signatures: [{ parameters: [parameter('from', POSITION), parameter('to', POSITION)], result: LENGTH }],
    example: 'distance((0, 0), (3, 4))',
  },
];
const BY_NAME: ReadonlyMap<string, FunctionDefinition> = new Map(FUNCTIONS.map((entry) => [entry.name, entry]));

/** The function or constructor of a name. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return BY_NAME.get(name);
}
