// Turns a scene into its JSON form.
import type { FileId, Place, SourceFile } from '@diorama/diagnostics';
import { rewriteOrigins } from './rewrite-origins.ts';
import type { Scene } from './scene.ts';
import type { Json } from './scene-schema.ts';
import { SCENE_VERSION } from './scene-shape.ts';

/** The texts that origins point into; a `Map` will do. */
export interface Sources {
  get(file: FileId): SourceFile | undefined;
}

/** Options for {@link sceneToJson} and {@link sceneFromJson}. */
export interface SceneJsonOptions {
  /** The scene's sources. Without them, or for a file that is not among them, origins are left out. */
  readonly sources?: Sources;
  /** Whether origins are kept, if there are sources. True unless said otherwise. */
  readonly origins?: boolean;
}

/** Where something comes from, as the JSON form tells it: from 1, columns in UTF-16 code units, the end not in it. */
export interface JsonOrigin {
  readonly file: FileId;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * The scene as a JSON value: its own fields and a `version`. `sceneFromJson` gives it back bit for bit.
 *
 * ```ts
 * JSON.stringify(sceneToJson(scene, { sources: new Map([[file.id, file]]) }));
 * ```
 */
export function sceneToJson(scene: Scene, options: SceneJsonOptions = {}): Json {
  const { sources, origins = true } = options;
  const rewritten = rewriteOrigins(scene, ({ file, start, end }: Place): JsonOrigin | undefined => {
    const source = origins ? sources?.get(file) : undefined;
    if (source === undefined) return undefined;
    const first = source.positionAt(start);
    const last = source.positionAt(end);
    return { file, line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
  });
  return { version: SCENE_VERSION, ...(rewritten as Scene) } as unknown as Json;
}
