// The forms that a program can be compiled to, by the names of `--to`.
import { join } from 'node:path';
import type { Staged } from '@diorama/compiler';
import type { FileId, Outcome, Place } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';
import { readViewer } from './read-viewer.ts';

/** One file of a target; `path` is relative to the main file's folder. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What all targets are told. */
export interface EmitInput {
  readonly stage: Stage;
  /** The main file's name, without folders. */
  readonly fileName: string;
  /** The program's name for people. */
  readonly title: string;
  /** `waterhole.dio:12` */
  readonly locate: (place: Place) => string;
  /** The program: what has no place in the source is reported at its beginning. */
  readonly file: FileId;
  readonly options: TargetOptions;
}

/** Options of `compile` that concern single targets. */
export interface TargetOptions {
  readonly instancing?: 'nodes' | 'gpu';
  readonly compression?: 'none' | 'quantize' | 'meshopt';
  readonly meshData?: string;
  readonly sky?: boolean;
}

export interface Target {
  /** What its main file ends with. */
  readonly suffix: string;
  /** Other endings that mean this target too. */
  readonly others?: readonly string[];
  /** The main file first. */
  emit(input: EmitInput): Promise<Outcome<readonly OutputFile[]>>;
}

export const TARGETS: Readonly<Record<string, Target>> = {
  gltf: {
    suffix: '.glb',
    others: ['.gltf'],
    async emit({ stage, file, fileName, locate, options }) {
      const { emitGltf } = await import('@diorama/backend-gltf');
      const { instancing, compression, sky } = options;
      const emitted = await emitGltf(stage, {
        name: fileName.replace(/\.(glb|gltf)$/, ''),
        container: fileName.endsWith('.gltf') ? 'gltf' : 'glb',
        ...(instancing && { instancing }),
        ...(compression && { compression }),
        ...(sky === false && { sky: 'extras' as const }),
        locate,
        file,
      });
      const [main, ...rest] = emitted.value.files;
      const files = main === undefined ? [] : [{ path: fileName, content: main.bytes }];
      return { ...emitted, value: [...files, ...rest.map(({ name, bytes }) => ({ path: name, content: bytes }))] };
    },
  },
  three: {
    suffix: '.three.js',
    others: ['.js', '.mjs'],
    async emit({ stage, file, fileName }) {
      const { emitModule } = await import('@diorama/backend-three');
      const { value, diagnostics } = emitModule(stage, { file });
      return { value: [{ path: fileName, content: value }], diagnostics };
    },
  },
  html: {
    suffix: '.html',
    async emit({ stage, file, fileName, title }) {
      const { emitHtml } = await import('@diorama/backend-three');
      const { value, diagnostics } = emitHtml(stage, { viewer: readViewer(), title, file });
      return { value: [{ path: fileName, content: value }], diagnostics };
    },
  },
  blender: {
    suffix: '.py',
    async emit({ stage, fileName, locate, options }) {
      const { emitBlender } = await import('@diorama/backend-blender');
      const { meshData } = options;
      const { value, diagnostics } = emitBlender(stage, {
        fileName,
        locate,
        ...(meshData !== undefined && { meshData: 'files' as const, dataFolder: meshData }),
      });
      const { program, dataFolder = '.', data } = value;
      return {
        value: [
          { path: fileName, content: program },
          ...data.map(({ name, bytes }) => ({ path: join(dataFolder, name), content: bytes })),
        ],
        diagnostics,
      };
    },
  },
};

/** `waterhole.dio` → `Waterhole` if the program says so, else `waterhole` */
export function titleOf({ scene }: Staged, baseName: string): string {
  return scene?.settings.name || baseName;
}
