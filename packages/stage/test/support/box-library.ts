// An asset library of boxes: enough to see who stands where.
import { invariant } from '@diorama/diagnostics';
import type { Model } from '@diorama/geometry';
import type { AssetLibrary, ChosenAsset } from '../../src/index.ts';
import { boxMesh } from '../../src/shapes/box-mesh.ts';

/** Has every class but `object`; an asset named `…/nothing` is missing; every other look is `oak`. */
export function boxLibrary(): AssetLibrary & { readonly built: string[] } {
  const built: string[] = [];
  return {
    built,
    choose({ kind, appearance, variant, pose = '', phase = 0 }) {
      if (kind === 'object' || (appearance?.kind === 'asset' && appearance.id.endsWith('/nothing'))) {
        return { kind: 'missing', reason: `no ${kind}`, candidates: ['tree/oak'] };
      }
      const id = `${kind}/oak#${variant % 3}`;
      const key = `${id} ${pose} ${phase}`;
      const chosen: ChosenAsset = { kind: 'asset', id, key };
      return appearance?.kind === 'embedding' ? { ...chosen, instead: 'it has no index' } : chosen;
    },
    build({ key }) {
      invariant(!built.includes(key), 'each model is built once');
      built.push(key);
      return box;
    },
    chooseGround: ({ appearance }) => ({
      id: 'ground/test',
      material: box.parts[0]?.material ?? missing(),
      tileSize: 2,
      ...(appearance?.kind === 'embedding' && { instead: 'it has no index' }),
    }),
    placeholder: () => box,
  };
}

const box: Model = {
  parts: [
    {
      mesh: boxMesh(),
      material: { name: 'grey', color: [0.5, 0.25, 0.125], roughness: 1, metallic: 0, doubleSided: false },
    },
  ],
};

function missing(): never {
  throw new Error('the box has a part');
}
