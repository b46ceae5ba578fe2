// Turns a built scene into a picture of ids and depths, one sample a pixel, without any light.
import type * as Three from 'three';
import type { BuiltScene, ThreeModule } from './build-tree.ts';
import { ID_FRAGMENT, ID_VERTEX } from './picture-shaders.ts';

/** What is to be seen in each pixel; rows from the top. */
export interface IdPicture {
  readonly width: number;
  readonly height: number;
  /** 0 the sky, 1 the ground, i + 2 element i of the program. */
  readonly ids: Uint32Array;
  /** Metres along the camera's axis; Infinity for the sky. */
  readonly depth: Float32Array;
}

/**
 * Draws ids and depths of what is at the centres of pixels. Needs WebGL 2 with float targets, which every present browser
 * has. Graphics hardware moves corners to a grid of 1/256 pixel; so that thin leaves stay where they are, the picture is
 * drawn several times as large, and only the texels at the centres are read.
 */
export function renderIds(
  THREE: ThreeModule,
  renderer: Three.WebGLRenderer,
  built: BuiltScene,
  width: number,
  height: number,
): IdPicture {
  const fine = fineness(width, height);
  const [columns, rows] = [fine * width, fine * height];
  const target = new THREE.WebGLRenderTarget(columns, rows, {
    type: THREE.FloatType,
    minFilter: THREE.NearestFilter,
    magFilter: THREE.NearestFilter,
    depthTexture: new THREE.DepthTexture(columns, rows, THREE.FloatType),
  });
  const undo = built.meshes.map((mesh) => withIdMaterial(THREE, mesh));
  const background = renderer.getClearColor(new THREE.Color()).clone();
  const opacity = renderer.getClearAlpha();
  const shadows = renderer.shadowMap.autoUpdate;
  built.sky.visible = false;
  renderer.shadowMap.autoUpdate = false;
  built.setSize(width, height);
  renderer.setClearColor(0x000000, 0);
  renderer.setRenderTarget(target);
  renderer.clear();
  renderer.render(built.scene, built.camera);
  const texels = new Float32Array(4 * columns * rows);
  renderer.readRenderTargetPixels(target, 0, 0, columns, rows, texels);
  renderer.setRenderTarget(null);
  renderer.setClearColor(background, opacity);
  renderer.shadowMap.autoUpdate = shadows;
  built.sky.visible = true;
  for (const restore of undo) restore();
  target.depthTexture?.dispose();
  target.dispose();
  return readIds(texels, width, height, fine);
}

/** Gives a mesh a material that draws its ids; the function returned gives the old one back. */
function withIdMaterial(THREE: ThreeModule, mesh: Three.Mesh | Three.InstancedMesh): () => void {
  const before = mesh.material;
  const [looks] = [before].flat();
  if (looks === undefined) return () => {};
  const texture = 'map' in looks && looks.map instanceof THREE.Texture ? looks.map : null;
  const ids: readonly number[] = mesh.userData.ids;
  const material = new THREE.ShaderMaterial({
    vertexShader: ID_VERTEX,
    fragmentShader: ID_FRAGMENT,
    side: looks.side,
    // A picture of numbers: nothing may be mixed.
    blending: THREE.NoBlending,
    uniforms: {
      dioramaObjectId: { value: ids[0] ?? 0 },
      dioramaTexture: { value: texture },
      dioramaTextured: { value: texture !== null && looks.alphaTest > 0 },
      dioramaVertexAlpha: { value: mesh.geometry.hasAttribute('color') },
      dioramaCutoff: { value: looks.alphaTest },
    },
  });
  mesh.material = material;
  return () => {
    mesh.material = before;
    material.dispose();
  };
}

/** Odd, so that a texel lies at each pixel's centre. */
const FINEST = 5;
/** Every present graphics card draws pictures of this width, pixels. */
const LARGEST = 4096;

function fineness(width: number, height: number): number {
  const most = Math.min(FINEST, Math.floor(LARGEST / Math.max(width, height)));
  return Math.max(1, most - (1 - (most % 2)));
}

/** Turns texels, bottom row first, into ids and depths, top row first. */
function readIds(texels: Float32Array, width: number, height: number, fine: number): IdPicture {
  const middle = (fine - 1) / 2;
  const ids = new Uint32Array(width * height);
  const depth = new Float32Array(width * height).fill(Infinity);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const row = fine * (height - 1 - y) + middle;
      const texel = 4 * (row * fine * width + fine * x + middle);
      const id = texels[texel] ?? 0;
      if (id === 0) continue;
      ids[y * width + x] = id;
      depth[y * width + x] = texels[texel + 1] ?? 0;
    }
  }
  return { width, height, ids, depth };
}
