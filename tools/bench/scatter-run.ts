// Lowers one large scatter, once, in this process; prints times and memory as JSON. The argument: with what spacing.
import { check } from '@diorama/checker';
import { memoryWorld } from '@diorama/compiler';
import { hasErrors, SourceFile } from '@diorama/diagnostics';
import { lower } from '@diorama/lowering';
import { parse } from '@diorama/syntax';

/** Milliseconds, and megabytes (of 10^6 bytes) that the process held at most. */
export interface ScatterRun {
  readonly lower: number;
  readonly peak: number;
}

const [count = '1000000', spacing = '0'] = process.argv.slice(2);
const text = `scatter ${count} in disk(radius: 2000) spacing ${spacing} {
  bush { height: random(0.4..1.2), rotation: yaw(random(0..360)) }
}
`;
const source = SourceFile.from('scatter.dio', text);
const parsed = parse(source);
const checked = check(parsed.value, { source, world: memoryWorld({}) });
if (hasErrors([...parsed.diagnostics, ...checked.diagnostics])) throw new Error('the measured program has mistakes');
const start = performance.now();
const { value: scene } = lower(checked.value);
const time = performance.now() - start;
if (scene.elements.length !== Number(count)) throw new Error(`only ${scene.elements.length} bushes`);
const run: ScatterRun = { lower: time, peak: (process.resourceUsage().maxRSS * 1024) / 1e6 };
console.log(JSON.stringify(run));
