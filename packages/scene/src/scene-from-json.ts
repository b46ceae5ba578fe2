// Turns the JSON form of a scene back into the scene.
import type { Place } from '@diorama/diagnostics';
import { type BrokenBelief, findBroken } from './find-broken.ts';
import { rewriteOrigins } from './rewrite-origins.ts';
import type { Scene } from './scene.ts';
import { SCENE, SCENE_VERSION } from './scene-shape.ts';
import type { JsonOrigin, SceneJsonOptions } from './scene-to-json.ts';
import type { RecordShape } from './shape.ts';
import { validateScene } from './validate-scene.ts';

/** A scene, or what is wrong with the JSON that was meant to be one. */
export type SceneReading =
  | { readonly scene: Scene; readonly broken: readonly [] }
  | { readonly scene?: undefined; readonly broken: readonly BrokenBelief[] };

/**
 * Reads what `sceneToJson` wrote, or anything else: a mistake in it never throws, it is told by `broken`. Origins become
 * offsets again where `sources` has their file, and are left out otherwise.
 */
export function sceneFromJson(json: unknown, options: SceneJsonOptions = {}): SceneReading {
  const broken: BrokenBelief[] = [];
  findBroken(broken, 'json', JSON_FORM, json, '');
  if (broken.length > 0) return { broken };

  const { sources, origins = true } = options;
  const rewritten = rewriteOrigins(
    json,
    ({ file, line, column, endLine, endColumn }: JsonOrigin): Place | undefined => {
      const source = origins ? sources?.get(file) : undefined;
      if (source === undefined) return undefined;
      const start = source.offsetAt({ line, column });
      return { file, start, end: Math.max(start, source.offsetAt({ line: endLine, column: endColumn })) };
    },
  );
  const {
    version: _version,
    $schema: _schema,
    ...scene
  } = rewritten as Scene & { version: unknown; $schema?: unknown };
  const relations = validateScene(scene);
  return relations.length === 0 ? { scene, broken: [] } : { broken: relations };
}

const JSON_FORM: RecordShape = {
  ...SCENE,
  fields: {
    $schema: { shape: { kind: 'text', nonEmpty: false }, optional: true },
    version: { shape: { kind: 'version', number: SCENE_VERSION } },
    ...SCENE.fields,
  },
};
