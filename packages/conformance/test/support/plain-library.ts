// A library of nothing: for programs of shapes alone.
import type { Library } from '@diorama/compiler';

export const plainLibrary: Library = {
  choose: ({ kind }) => ({ kind: 'missing', reason: `no ${kind}`, candidates: [] }),
  build: () => ({ parts: [] }),
  chooseGround: () => ({
    id: 'ground/plain',
    material: { name: 'plain', color: [0.2, 0.2, 0.2], roughness: 1, metallic: 0, doubleSided: false },
    tileSize: 1,
  }),
  placeholder: () => ({ parts: [] }),
  has: () => false,
  ids: () => [],
  spaces: [],
};
