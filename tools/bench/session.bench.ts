// How long an edit takes to fresh diagnostics, in a file of 5,000 lines, as an editor makes edits.
import { checkFile, memoryWorld, openSession, type Session } from '@diorama/compiler';
import { hasErrors } from '@diorama/diagnostics';
import { createRandom, type Random } from '@diorama/testing';
import { SHARED, writtenProgram } from './programs.ts';
import { median, type Suite } from './suite.ts';

const LINES = 5000;
const FILE = 'bench.dio';
const ROUNDS = 12;
const WARM_UP = 3;

export default function sessionSuite(): Suite {
  const text = writtenProgram(LINES);
  const world = memoryWorld({});
  const session = openSession(world, FILE, text);
  if (hasErrors(session.snapshot.diagnostics)) throw new Error('the measured program has mistakes');
  const random = createRandom(4);
  const times: Record<string, number[]> = {};
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, edit] of Object.entries(EDITS)) {
      const kept: number[] = [];
      edit(timed(session, kept), random);
      if (round >= 0) times[name] = [...(times[name] ?? []), ...kept];
    }
    if (session.snapshot.text !== text) throw new Error('an edit was not taken back');
  }
  const full = Array.from({ length: 9 }, () => {
    const start = performance.now();
    checkFile(memoryWorld({ [FILE]: text }), FILE);
    return performance.now() - start;
  });
  const all = Object.values(times).flat();
  return {
    times: { 'any edit': all, ...times, 'checkFile of the whole text': full },
    figures: (measured) => [
      {
        name: `edit of ${LINES} lines to diagnostics, p95 of ${all.length}`,
        value: measured('any edit').p95,
        unit: 'ms',
        target: { atMost: 16 },
      },
      { name: 'the same, median', value: measured('any edit').p50, unit: 'ms' },
      { name: 'the same, slowest', value: measured('any edit').max, unit: 'ms' },
      { name: 'whole check ÷ median edit', value: median(full) / measured('any edit').p50, unit: '×' },
    ],
  };
}

/** Applies one edit and keeps its time; tells the text after it. */
type Apply = (start: number, end: number, text: string) => string;

function timed(session: Session, times: number[]): Apply {
  return (start, end, text) => {
    const began = performance.now();
    const snapshot = session.update({ start, end, text });
    times.push(performance.now() - began);
    return snapshot.text;
  };
}

/** Each leaves the text as it was. */
const EDITS: Readonly<Record<string, (apply: Apply, random: Random) => void>> = {
  'type a line'(apply, random) {
    const at = lineStart(apply(0, 0, ''), random);
    const line = 'tree { at: (4, -12), height: 5 }\n';
    for (const [index, character] of [...line].entries()) apply(at + index, at + index, character);
    apply(at, at + line.length, '');
  },
  'delete characters and bring them back'(apply, random) {
    let text = apply(0, 0, '');
    for (let count = 0; count < 4; count += 1) {
      const at = random.integer(0, text.length - 1);
      const old = text[at] as string;
      apply(at, at + 1, '');
      text = apply(at, at, old);
    }
  },
  'cut lines and paste them elsewhere'(apply, random) {
    const text = apply(0, 0, '');
    const start = lineStart(text, random);
    const end = lineStart(text, random, start);
    const cut = text.slice(start, end);
    const rest = apply(start, end, '');
    const at = lineStart(rest, random);
    apply(at, at, cut);
    apply(at, at + cut.length, '');
    apply(start, start, cut);
  },
  'open and close a brace'(apply, random) {
    const at = lineStart(apply(0, 0, ''), random);
    apply(at, at, 'group { at: (0, -9)\n');
    apply(at, at + 'group { at: (0, -9)\n'.length, '');
    apply(at, at, '}');
    apply(at, at + 1, '');
  },
  'change a name that a hundred lines read'(apply) {
    const line = `let ${SHARED.name} = 30m`;
    const at = apply(0, 0, '').indexOf(line) + line.length - '30m'.length;
    apply(at, at + 1, '4');
    apply(at, at + 1, '3');
  },
  'open and close a comment'(apply, random) {
    const at = lineStart(apply(0, 0, ''), random);
    apply(at, at, '/*');
    apply(at, at + 2, '');
  },
};

/** The start of a line that begins at the margin; of one shortly after `from`, if it is given. */
function lineStart(text: string, random: Random, from?: number): number {
  const near = from === undefined ? random.integer(0, text.length - 2000) : from + random.integer(1, 400);
  const found = text.slice(near).search(/\n(?=[a-z])/);
  return found < 0 ? text.length : near + found + 1;
}
