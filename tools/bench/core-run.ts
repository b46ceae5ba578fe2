// Takes one large program in core form through the stages, once, in this process; prints the times as JSON.
import { check } from '@diorama/checker';
import { memoryWorld } from '@diorama/compiler';
import { hasErrors, SourceFile } from '@diorama/diagnostics';
import { lower } from '@diorama/lowering';
import { parse } from '@diorama/syntax';
import { coreProgram } from './programs.ts';

/** Milliseconds, and megabytes (of 10^6 bytes) that the process held at most. */
export interface CoreRun {
  readonly parse: number;
  readonly check: number;
  readonly lower: number;
  readonly peak: number;
}

const source = SourceFile.from('core.dio', coreProgram(Number(process.argv[2])));
const start = performance.now();
const parsed = parse(source);
const parsedAt = performance.now();
const checked = check(parsed.value, { source, world: memoryWorld({}) });
const checkedAt = performance.now();
if (hasErrors([...parsed.diagnostics, ...checked.diagnostics])) throw new Error('the measured program has mistakes');
const { value: scene } = lower(checked.value);
const end = performance.now();
if (scene.elements.length !== Number(process.argv[2])) throw new Error('the measured scene lacks elements');
const run: CoreRun = {
  parse: parsedAt - start,
  check: checkedAt - parsedAt,
  lower: end - checkedAt,
  peak: (process.resourceUsage().maxRSS * 1024) / 1e6,
};
console.log(JSON.stringify(run));
