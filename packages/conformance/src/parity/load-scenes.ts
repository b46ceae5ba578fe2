// Reads the programs that renderers are compared on: those of this package, and all examples.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Library, stageFile } from '@diorama/compiler';
import type { World } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';

/** A program to compare renderers on. */
export interface ParityScene {
  /** `scenes/boxes`, `examples/waterhole` */
  readonly name: string;
  /** Decided with a library; throws if the program has an error. */
  stage(library: Library): Stage;
}

const workspace = join(import.meta.dirname, '../../../..');
const FOLDERS = { scenes: join(workspace, 'packages/conformance/scenes'), examples: join(workspace, 'examples') };

/** Programs that leave values open for a model have no picture. */
const WITH_HOLES: ReadonlySet<string> = new Set(['completion.dio']);

/** In the order of their names. */
export function loadScenes(): readonly ParityScene[] {
  return Object.entries(FOLDERS).flatMap(([kind, folder]) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.dio') && !WITH_HOLES.has(file))
      .sort()
      .map((file) => ({
        name: `${kind}/${file.replace(/\.dio$/, '')}`,
        stage: (library) => stageOf(folder, file, library),
      })),
  );
}

function stageOf(folder: string, file: string, library: Library): Stage {
  const staged = stageFile(folderWorld(folder), file, { library });
  if ('unreadable' in staged) throw new Error(`${file}: ${staged.unreadable}`);
  const { stage } = staged.value;
  if (stage !== undefined) return stage;
  throw new Error(`${file}: ${staged.diagnostics.map(({ primary }) => primary.message).join('; ')}`);
}

function folderWorld(folder: string): World {
  const read = (file: string) => {
    try {
      return readFileSync(join(folder, file));
    } catch {
      return { unreadable: 'no such file' };
    }
  };
  return {
    readText: (file) => {
      const bytes = read(file);
      return 'unreadable' in bytes ? bytes : bytes.toString('utf8');
    },
    readBytes: (file, limit) => {
      const bytes = read(file);
      return 'unreadable' in bytes ? bytes : new Uint8Array(bytes.subarray(0, limit));
    },
    resolve: (from, path) => posix.join(posix.dirname(from), path),
  };
}
