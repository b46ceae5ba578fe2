// Turns what a scene says of its ground's looks into a material.
import { extend, extendNumber, type Image, type Key, type Material } from '@diorama/geometry';
import type { Appearance } from '@diorama/scene';
import type { AssetLibrary } from '@diorama/stage';
import { parseAssetId } from './asset-id.ts';
import { LIBRARY_KEY } from './build-asset.ts';
import type { Ground } from './grounds/ground.ts';
import { GROUNDS } from './grounds/grounds.ts';
import type { LibraryContext } from './library-context.ts';

/** What makes grounds. The last picture is kept: an editor asks for the same ground again and again. */
export function createGroundChooser(ctx: LibraryContext): AssetLibrary['chooseGround'] {
  let last: { readonly name: string; readonly image: Image } | undefined;
  const draw = (ground: Ground, key: Key): Image => {
    const name = `${ground.id} ${key.high} ${key.low}`;
    if (last?.name !== name) last = { name, image: ground.draw(key) };
    return last.image;
  };
  return ({ appearance, seed }) => {
    const { ground, instead } = groundOf(ctx, appearance);
    const image = draw(ground, extendNumber(extend(LIBRARY_KEY, ground.id), seed));
    const material: Material = {
      name: ground.id.replace('ground/', ''),
      color: [1, 1, 1],
      roughness: 1,
      metallic: 0,
      texture: { image, wrapU: 'repeat', wrapV: 'repeat' },
      doubleSided: false,
    };
    return { id: ground.id, material, tileSize: ground.tileSize, ...(instead === undefined ? {} : { instead }) };
  };
}

function groundOf(ctx: LibraryContext, appearance: Appearance | undefined): { ground: Ground; instead?: string } {
  const usual = GROUNDS[0]!;
  const byId = (id: string | undefined) => GROUNDS.find((ground) => ground.id === id);
  switch (appearance?.kind) {
    case undefined:
      return { ground: usual };
    case 'asset': {
      const ground = byId(parseAssetId(appearance.id)?.species);
      return ground === undefined ? { ground: usual, instead: `no ground ${appearance.id}` } : { ground };
    }
    case 'like':
      return { ground: byId(ctx.searchGrounds(appearance.text, () => true, 1)[0]?.id) ?? usual };
    case 'like-image':
    case 'embedding': {
      const how = appearance.kind === 'embedding' ? 'embedding' : 'picture';
      return { ground: usual, instead: `grounds cannot be searched by ${how}` };
    }
  }
}
