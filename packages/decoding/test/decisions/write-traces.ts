// Writes the traces: `node --conditions=diorama-source packages/decoding/test/decisions/write-traces.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printTrace, traces } from './traces.ts';

const folder = join(import.meta.dirname, 'traces');
mkdirSync(folder, { recursive: true });
for (const [name, trace] of Object.entries(traces())) writeFileSync(join(folder, `${name}.json`), printTrace(trace));
