// Programs that are small to write and would be large to obey, or large to read.

/** A program that is made to exhaust whoever reads it. */
export interface Bomb {
  readonly name: string;
  /** The files of its world; `main.dio` is read. Made only when asked for. */
  readonly files: () => Readonly<Record<string, string>>;
  /** The code of an error that must be among what is said; none: it is a program like any other. */
  readonly error?: string;
  /** To be told that it is too large will do as well. */
  readonly large?: boolean;
}

const main = (text: string) => ({ 'main.dio': text });
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const tree = 'tree { at: (0, -8), height: 5 }';
const DEEP = 100_000;
const MILLION = 1_000_000;

export const BOMBS: readonly Bomb[] = [
  // Nesting.
  ...['(', '[', '{'].flatMap((bracket) => [
    { name: `${DEEP} × ${bracket}`, files: () => main(bracket.repeat(DEEP)), error: 'too-deep' },
    {
      name: `${DEEP} × ${bracket} in a value`,
      files: () => main(`tree { at: ${bracket.repeat(DEEP)}`),
      error: 'too-deep',
    },
  ]),
  ...[')', ']', '}'].map((bracket) => ({
    name: `${DEEP} × ${bracket}`,
    files: () => main(bracket.repeat(DEEP)),
    error: 'extra-bracket',
  })),
  { name: 'mixed brackets', files: () => main('([{}{[('.repeat(DEEP / 5)), error: 'too-deep' },
  {
    name: 'closed parentheses',
    files: () => main(`let a = ${'('.repeat(DEEP)}1${')'.repeat(DEEP)}`),
    error: 'too-deep',
  },
  { name: 'nested groups', files: () => main('group { at: (0, 0) '.repeat(DEEP)), error: 'too-deep' },
  { name: 'nested loops', files: () => main('for i in 0..1 { '.repeat(DEEP)), error: 'too-deep' },
  { name: 'signs', files: () => main(`let a = ${'-'.repeat(DEEP)}1`), error: 'missing-value' },
  { name: 'negations', files: () => main(`let a = ${'not '.repeat(DEEP)}true`), error: 'missing-value' },
  { name: 'conditionals', files: () => main(`let a = ${'if true then 1 else '.repeat(DEEP)}1`), error: 'too-deep' },
  { name: 'else-ifs', files: () => main(`if true {}${' else if true {}'.repeat(DEEP)}`), error: 'too-deep' },
  {
    name: 'type arguments',
    files: () => main(`let a: ${'List['.repeat(DEEP)}Length${']'.repeat(DEEP)} = []`),
    error: 'too-deep',
  },
  { name: 'annotations', files: () => main(`${'@note("x") '.repeat(MILLION / 2)}${tree}`), large: true },

  // Length.
  { name: 'a sum', files: () => main(`let a = 1${' + 1'.repeat(MILLION)}`), error: 'long-expression' },
  { name: 'a product', files: () => main(`let a = 1${' * 1'.repeat(DEEP)}`), error: 'long-expression' },
  { name: 'a disjunction', files: () => main(`let a = true${' or true'.repeat(DEEP)}`), error: 'long-expression' },
  { name: 'members', files: () => main(`let a = (0, 0)${'.x'.repeat(DEEP)}`), error: 'long-expression' },
  { name: 'a tuple', files: () => main(`let a = (1${', 1'.repeat(DEEP)})`), error: 'long-tuple' },
  { name: 'a list', files: () => main(`let _a = [1${', 1'.repeat(MILLION)}]`) },
  { name: 'comparisons', files: () => main(`let a = 1${' < 1'.repeat(DEEP)}`), error: 'chained-comparison' },
  { name: 'arguments', files: () => main(`let _a = max(1${', 1'.repeat(MILLION)})`) },
  { name: 'lets', files: () => main(lines(MILLION / 5, (i) => `let _a${i} = ${i}`)), large: true },
  {
    name: 'lets, one of another',
    files: () => main(`let a0 = 1\n${lines(DEEP, (i) => `let a${i + 1} = a${i} + a${i}`)}`),
    error: 'not-finite',
  },
  {
    name: 'draws, one of another',
    files: () =>
      main(
        `let a0 = random(0..1)\n${lines(DEEP, (i) => `let a${i + 1} = a${i} * 0.5`)}\ntree { at: (a${DEEP} * 1m, 0), height: 1 }`,
      ),
  },
  {
    name: 'a long name',
    files: () => main(`let ${'a'.repeat(MILLION)} = 3m\ntree { at: (0, 0), height: ${'a'.repeat(MILLION)} }`),
  },
  {
    name: 'an unknown long name',
    files: () => main(`tree { at: (0, 0), height: ${'a'.repeat(MILLION)} }`),
    error: 'unknown-name',
  },
  {
    name: 'an unknown long kind',
    files: () => main(`${'tre'.repeat(MILLION / 3)} { at: (0, 0) }`),
    error: 'unknown-kind',
  },
  { name: 'a long number', files: () => main(`let _a = ${'9'.repeat(MILLION)}`), error: 'not-finite' },
  { name: 'a text of 10 MB', files: () => main(`scene { name: "${'a'.repeat(10 * MILLION)}" }\n${tree}`) },
  {
    name: 'a text without end',
    files: () => main(`scene { name: "${'a'.repeat(10 * MILLION)}`),
    error: 'unterminated-text',
  },
  { name: 'a comment without end', files: () => main(`/*${' *'.repeat(5 * MILLION)}`), error: 'too-large' },
  { name: 'labels', files: () => main(lines(DEEP, (i) => `tree t${i} { at: (0, ${i}), height: 1 }`)) },
  {
    name: 'one label again and again',
    files: () => main(lines(DEEP, () => `tree t { at: (0, 0), height: 1 }`)),
    error: 'duplicate-name',
  },
  {
    name: 'properties',
    files: () => main(`tree { ${'height: 1, '.repeat(MILLION / 5)} }`),
    error: 'repeated-property',
  },
  {
    name: 'mistakes',
    files: () => main(lines(DEEP, (i) => `tre { at: (0, ${i}), hieght: 1 }`)),
    error: 'unknown-kind',
  },
  { name: 'stray words', files: () => main('a '.repeat(MILLION)), error: 'missing-body' },
  {
    name: 'characters of no meaning',
    files: () => main('\u0001\u0002 \u0003\n'.repeat(MILLION / 4)),
    error: 'unknown-character',
  },
  { name: 'too large a text', files: () => main(' '.repeat(100 * 1024 * 1024)), error: 'too-large' },

  // Work.
  {
    name: 'a loop of a billion that makes nothing',
    files: () => main('for i in 0..<1000000000 { }'),
    error: 'too-much-work',
  },
  {
    name: 'a loop of a billion over a let',
    files: () => main('for i in 0..<1000000000 { let _a = i }'),
    error: 'too-much-work',
  },
  {
    name: 'loops in loops',
    files: () => main(`${[...'abcdefgh'].map((i) => `for ${i}0 in 0..<1000 { `).join('')}${'}'.repeat(8)}`),
    error: 'too-much-work',
  },
  {
    name: 'a loop of very small steps',
    files: () => main('for x in 0m..1m step 1e-300m { let _a = x }'),
    error: 'too-much-work',
  },
  { name: 'a loop to the end of numbers', files: () => main('for i in 0..1e308 { let _a = i }'), error: 'loop-step' },
  {
    name: 'elements of a loop',
    files: () => main(`for i in 0..<100000000 { tree { at: (0, i * 1m), height: 1 } }`),
    error: 'too-many-instances',
  },
  { name: 'steps of a billion', files: () => main('let _a = steps(0m..1m, 1000000000)'), error: 'too-much-work' },
  {
    name: 'steps in steps',
    files: () => main('for x in steps(0m..1m, 1000000) { for y in steps(0m..1m, 1000000) { let _a = x + y } }'),
    error: 'too-much-work',
  },
  {
    name: 'a scatter of a billion',
    files: () => main('scatter 1000000000 in disk(radius: 9) { bush { height: 1 } }'),
    error: 'too-many-instances',
  },
  {
    name: 'a scatter of a billion nothings',
    files: () => main('scatter 1000000000 in disk(radius: 9) { let _a = 1 }'),
    error: 'too-much-work',
  },
  { name: 'a full region', files: () => main('scatter 1000000 in disk(radius: 9) spacing 8 { bush { height: 1 } }') },
  {
    name: 'a spacing of almost nothing',
    files: () => main('scatter 100000 in disk(radius: 1000) spacing 1e-300 { bush { height: 1 } }'),
  },
  {
    name: 'prefabs that double',
    files: () =>
      main(
        `prefab p0() { ${'tree { height: 1 } '.repeat(2)} }\n${lines(90, (i) => `prefab p${i + 1}() { p${i} { } p${i} { at: (1, 1) } }`)}\np90 { at: (0, 0) }`,
      ),
    error: 'too-many-instances',
  },
  {
    name: 'prefabs that double nothing',
    files: () =>
      main(
        `prefab p0() { let _a = random(0..1) }\n${lines(90, (i) => `prefab p${i + 1}() { p${i} { } p${i} { at: (random(0..1) * 1m, 1) } }`)}\np90 { at: (0, 0) }`,
      ),
    error: 'too-much-work',
  },
  {
    name: 'prefabs that double with arguments',
    files: () =>
      main(
        `prefab p0(n: Integer) { for i in 0..<n { } }\n${lines(60, (i) => `prefab p${i + 1}(n: Integer) { p${i} { n: n + 1 } p${i} { n: n * 2 } }`)}\np60 { at: (0, 0), n: 1 }`,
      ),
    error: 'too-much-work',
  },
  {
    name: 'a deep prefab',
    files: () => main(`prefab p0() { ${tree} }\n${lines(DEEP, (i) => `prefab p${i + 1}() { p${i} { } }`)}`),
    error: 'deep-prefabs',
  },
  { name: 'a recursive prefab', files: () => main('prefab p() { p { } }\np { at: (0, 0) }'), error: 'recursion' },
  {
    name: 'prefabs of each other',
    files: () => main('prefab p() { q { } }\nprefab q() { p { } }\np { at: (0, 0) }'),
    error: 'recursion',
  },
  {
    name: 'lists that double',
    files: () => main(`let a0 = [1]\n${lines(60, (i) => `let a${i + 1} = [a${i}, a${i}]`)}\nfor _x in a60 { ${tree} }`),
  },
  {
    name: 'interpolated powers',
    files: () =>
      main(`let a0 = 2.0\n${lines(60, (i) => `let a${i + 1} = a${i} * a${i}`)}\ntree { at: (a60 * 1m, 0), height: 1 }`),
    error: 'not-finite',
  },

  // Imports.
  {
    name: 'a chain of imports',
    files: () => ({
      ...main('use p from "f0.dio"\np { at: (0, 0) }'),
      ...Object.fromEntries(
        Array.from({ length: 5000 }, (_, i) => [`f${i}.dio`, `use p as q from "f${i + 1}.dio"\nprefab p() { q { } }`]),
      ),
    }),
    error: 'too-many-files',
  },
  {
    name: 'many imports',
    files: () => ({
      ...main(`${lines(5000, (i) => `use p as p${i} from "f${i}.dio"`)}\np0 { at: (0, 0) }`),
      ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}.dio`, 'prefab p() { tree { height: 1 } }'])),
    }),
    error: 'too-many-files',
  },
  {
    name: 'imports in diamonds',
    files: () => ({
      ...main('use p from "a0.dio"\np { at: (0, 0) }'),
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [
          [`a${i}.dio`, `use p as q from "a${i + 1}.dio"\nuse p as r from "b${i + 1}.dio"\nprefab p() { q { } r { } }`],
          [`b${i}.dio`, `use p as q from "a${i + 1}.dio"\nuse p as r from "b${i + 1}.dio"\nprefab p() { q { } r { } }`],
        ]).flat(),
      ),
      'a60.dio': 'prefab p() { tree { height: 1 } }',
      'b60.dio': 'prefab p() { tree { height: 1 } }',
    }),
    error: 'too-many-instances',
  },
  {
    name: 'an import of itself',
    files: () => main('use p from "main.dio"\nprefab p() { tree { height: 1 } }'),
    error: 'import-cycle',
  },
  {
    name: 'an import cycle',
    files: () => ({
      ...main('use p from "a.dio"'),
      'a.dio': 'use q from "b.dio"\nprefab p() { }',
      'b.dio': 'use p from "a.dio"\nprefab q() { }',
    }),
    error: 'import-cycle',
  },
  {
    name: 'large imports',
    files: () => ({
      ...main(lines(40, (i) => `use a as a${i} from "f${i}.dio"`)),
      ...Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [`f${i}.dio`, `let a = 1 // ${'x'.repeat(4 * MILLION)}`]),
      ),
    }),
    error: 'too-many-files',
  },
];
