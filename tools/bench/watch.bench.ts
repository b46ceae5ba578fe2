// How long a second compilation takes, from text to files: what `diorama watch` does when a program is saved.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibrary } from '@diorama/assets';
import { createLocator, memoryWorld, stageFile } from '@diorama/compiler';
import { TARGETS } from '../../apps/cli/src/targets.ts';
import { writeFiles } from '../../apps/cli/src/write-files.ts';
import { root, type Suite } from './suite.ts';

const FILE = 'waterhole.dio';
const EDITED = 'height: 1.1,';
const ROUNDS = 12;
const WARM_UP = 3;

export default async function watchSuite(): Promise<Suite> {
  const text = readFileSync(join(root, 'examples', FILE), 'utf8');
  if (!text.includes(EDITED)) throw new Error(`${FILE} has no ${EDITED} to change`);
  const folder = mkdtempSync(join(tmpdir(), 'diorama-bench-'));
  const library = createLibrary();
  const times: Record<string, number[]> = {};
  try {
    for (const [name, target] of Object.entries(TARGETS)) {
      const kept: number[] = [];
      for (let round = -WARM_UP; round < ROUNDS; round += 1) {
        const edited = text.replace(EDITED, `height: ${(1.2 + 0.01 * round).toFixed(2)},`);
        const start = performance.now();
        const staged = stageFile(memoryWorld({ [FILE]: edited }), FILE, { library, placeholder: false });
        if ('unreadable' in staged || staged.value.stage === undefined) throw new Error('the program has mistakes');
        const { stage, sources } = staged.value;
        const fileName = `waterhole${target.suffix}`;
        const locate = createLocator(sources);
        const { value } = await target.emit({ stage, file: FILE, fileName, title: 'Waterhole', locate, options: {} });
        const failed = writeFiles(value.map(({ path, content }) => ({ path: join(folder, path), content })));
        if (failed !== undefined) throw new Error(failed.unwritable);
        if (round >= 0) kept.push(performance.now() - start);
      }
      times[name] = kept;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    times,
    figures: (measured) =>
      Object.keys(times).map((name) => ({
        name: `compile ${FILE} again to ${name}, median of ${ROUNDS}`,
        value: measured(name).p50,
        unit: 'ms',
        target: { atMost: 200 },
      })),
  };
}
