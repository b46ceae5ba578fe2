// Turns a program of 'Reconstructing Animals and the Wild' (RAW, arXiv 2411.18807) into one of the language.
import { type Outcome, type SourceFile, sortDiagnostics } from '@diorama/diagnostics';
import { parseRaw } from './parse-raw.ts';
import { printRawScene } from './print-raw-scene.ts';
import { readAppearances, readRotations } from './read-arrays.ts';
import { readCalls } from './read-calls.ts';
import { writeSafetensors } from './write-safetensors.ts';

/** What comes beside the text, for {@link importRaw}. */
export interface RawImportOptions {
  /**
   * N rotation matrices, `[[[…], […], […]], …]`, as parsed from JSON: row k is that of the k-th `[ROT]`. A matrix turns an
   * object's own points (front +Z, up +Y) into the camera's frame.
   */
  readonly rotations?: unknown;
  /** N vectors of one length, `[[…], […], …]`, as parsed from JSON: row k is that of the k-th `[CLIP]`, ground included. */
  readonly appearances?: unknown;
  /** The name of the appearances' embedding space: needed with them, for vectors alone do not tell it. */
  readonly space?: string;
  /** The file that the program is to name for its appearances, relative to it. */
  readonly embeddingsFile?: string;
}

/** An imported program and, if it has appearances, the file that it names. */
export interface RawImport {
  /** A program in core form. */
  readonly text: string;
  /** The bytes of {@link RawImport.embeddingsFile}: a safetensors file with 32-bit numbers. */
  readonly embeddings?: Uint8Array;
  /** As in the options, else the source's own name with `.safetensors` in place of its ending. */
  readonly embeddingsFile?: string;
}

/**
 * Imports without loss: each number of the text can be computed back from the program. A call with a mistake is reported
 * and left out, as far as it is mistaken; the others are imported. The value is whole only if no diagnostic is an error:
 * `diorama import raw` prints it only then. `[ROT]` and `[CLIP]` take their rows by their order in
 * the text, whatever becomes of the calls that they are in.
 */
export function importRaw(source: SourceFile, options: RawImportOptions = {}): Outcome<RawImport> {
  const { program, diagnostics: syntax } = parseRaw(source);
  const scene = readCalls(source, program.calls);
  const pitch = scene.value.settings.get('camera')?.get('pitch') ?? 0;
  const rotations = readRotations(source, options.rotations, program.rotations, pitch);
  const appearances = readAppearances(source, options.appearances, program.appearances);
  const rows = { rotations: rotations.value, appearances: appearances.value };
  const hasEmbeddings = program.appearances.length > 0 && rows.appearances.length > 0;
  const embeddingsFile = hasEmbeddings ? (options.embeddingsFile ?? embeddingsFileFor(source.id)) : undefined;
  const text = printRawScene(scene.value, rows, embeddingsFile);
  const found = [...syntax, ...scene.diagnostics, ...rotations.diagnostics, ...appearances.diagnostics];
  const diagnostics = sortDiagnostics(found);
  if (embeddingsFile === undefined) return { value: { text }, diagnostics };
  const space = options.space?.trim() ?? '';
  return {
    value: { text, embeddings: writeSafetensors({ space, rows: rows.appearances }), embeddingsFile },
    diagnostics,
  };
}

/** `scenes/lions.txt` → `lions.safetensors`, in the program's own folder. */
function embeddingsFileFor(id: string): string {
  const name = id.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/s, '');
  return `${name === '' || name === '-' ? 'embeddings' : name}.safetensors`;
}
