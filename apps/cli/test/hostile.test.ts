// Whatever the input is, the command says something sensible and never breaks down.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { folder } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const COMMANDS = ['check --json', 'fmt', 'fix', 'lint --json', 'expand', 'scene', 'pin', 'import raw'];

const deep = (open: string, close = '') => open.repeat(50_000) + close.repeat(50_000);

const HOSTILE: Readonly<Record<string, string>> = {
  'deep parentheses': `let x = ${deep('(', ')')}\n`,
  'deep lists': `let x = ${deep('[', ']')}\n`,
  'deep bodies': deep('group { ', '}'),
  'deep ifs': `${deep('if true { ', '}')}\n`,
  'brackets that nothing closes': deep('{(['),
  'brackets that nothing opens': deep('', '])}'),
  'a long sum': `let x = 1${' + 1'.repeat(100_000)}\n`,
  'many signs': `let x = ${'- '.repeat(50_000)}1\n`,
  'one long line': `// ${'x'.repeat(2_000_000)}`,
  'one long text': `scene { name: "${'x'.repeat(1_000_000)}" }\n`,
  'a text that nothing ends': `scene { name: "${'x'.repeat(1_000_000)}`,
  'a comment that nothing ends': `/* ${'* '.repeat(500_000)}`,
  'a large number': `let x = 1${'0'.repeat(100_000)}\n`,
  'a large loop': 'for i in 0..999999999999 { tree { at: (0, -8), height: 5 } }\n',
  'loops in loops': `${'for i in 0..<1000 { '.repeat(20)}box { at: (0, 0) }${' }'.repeat(20)}\n`,
  'a large list': `let x = steps(0m..1m, 1000000000)\n`,
  'many lets': Array.from({ length: 20_000 }, (_, index) => `let x${index} = ${index}\n`).join(''),
  'prefabs that grow': Array.from(
    { length: 40 },
    (_, index) => `prefab p${index + 1}() { ${index === 0 ? 'box {}' : `p${index} {} p${index} {}`} }\n`,
  ).join(''),
  'odd characters': '\u200B\u202E\uFFFF\u{10FFFF}\u0001\u001B[31m\u007F\u2028 tree\u00A0{ }\n',
  'a lone surrogate in an escape': 'scene { name: "\\ud800" }\n',
};

describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
  test.each(COMMANDS)('%s', async (command) => {
    const here = folder({ 'a.dio': text });
    const run = await here.run(`${command} a.dio`);
    expect([0, 1], run.stderr.slice(0, 1000)).toContain(run.code);
    expect(here.list()).toEqual(['a.dio']);
    if (command.endsWith('--json')) expectWellFormed(run.stdout, text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what a terminal must not get
    expect(run.stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  });
});

test('any bytes', async () => {
  const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...COMMANDS), runsWell);
  await fc.assert(property, { numRuns: 100 });
});

test('any words', async () => {
  const word = fc.oneof(
    fc.constantFrom(...WORDS),
    fc.integer().map(String),
    fc.string({ maxLength: 3 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => new TextEncoder().encode(words.join(' ')));
  await fc.assert(fc.asyncProperty(text, fc.constantFrom(...COMMANDS), runsWell), { numRuns: 200 });
});

const WORDS =
  'tree bush group scene camera sky { } ( ) [ ] , : at height rotation ? 5 5m 6 m 3deg % # let prefab use from = + - * / . .. ..< == if then else for in step scatter disk radius spacing random pick view yaw asset like "a" \' // /* */ /// @note \n'.split(
    / /,
  );

async function runsWell(content: Uint8Array, command: string): Promise<void> {
  const here = folder({ 'a.dio': content });
  const run = await here.run(`${command} a.dio`);
  expect([0, 1, 2], run.stderr).toContain(run.code);
  if (command.endsWith('--json')) expectWellFormed(run.stdout, new TextDecoder().decode(content));
}

interface Range {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Every place is in the text, and ends after it starts. */
function expectWellFormed(json: string, text: string): void {
  const lines = text.split('\n');
  const isInText = ({ file, line, column, endLine, endColumn }: Range) =>
    file === 'a.dio' &&
    1 <= line &&
    endLine <= lines.length &&
    1 <= column &&
    column <= (lines[line - 1]?.length ?? 0) + 1 &&
    (line < endLine || (line === endLine && column <= endColumn));
  expect((JSON.parse(json) as Range[]).filter((range) => !isInText(range))).toEqual([]);
}
