// Turns what is known of an element beside its looks into the extras of its node.
import type { Provenance } from '@diorama/scene';
import { GROUND, idOf } from '@diorama/stage';
import type { GltfContext } from './gltf-context.ts';

/** `{ kind, id }`, and `label`, `asset`, `origin` and `annotations` where there are any. `id` is that of id pictures. */
export function elementExtras(ctx: GltfContext, index: number, asset?: string): Record<string, unknown> {
  const { scene } = ctx.stage;
  const id = idOf(index);
  if (index === GROUND)
    return { kind: 'ground', ...(asset !== undefined && { asset }), id, ...originExtras(ctx, scene.ground) };
  const element = scene.elements[index];
  if (element === undefined) return { id };
  const { kind, label } = element;
  return {
    kind,
    ...(label !== undefined && { label }),
    ...(asset !== undefined && { asset }),
    id,
    ...originExtras(ctx, element),
  };
}

/** Where a part of the scene comes from, if the caller can tell, and what its program notes about it. */
export function originExtras(ctx: GltfContext, { origin, annotations }: Provenance): Record<string, unknown> {
  const place = origin && ctx.options.locate?.(origin);
  return { ...(place !== undefined && { origin: place }), ...(annotations !== undefined && { annotations }) };
}
