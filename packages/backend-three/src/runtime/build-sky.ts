// Turns the sky's table into a triangle behind everything, and into the light that other shaders ask for.
import type * as Three from 'three';
import type { ThreeModule } from './build-tree.ts';
import type { SceneData } from './scene-data.ts';
import { SKY_FRAGMENT, SKY_VERTEX } from './shaders.ts';

/** What all our shaders share, already multiplied by the exposure. */
export interface LightUniforms {
  readonly dioramaSkyTable: { readonly value: Three.DataTexture };
  readonly dioramaSunDirection: { readonly value: Three.Vector3 };
  readonly dioramaGroundRadiance: { readonly value: Three.Vector3 };
  readonly dioramaHazeDensity: { readonly value: number };
  readonly dioramaHazeColor: { readonly value: Three.Vector3 };
  readonly dioramaHazeCeiling: { readonly value: number };
}

/** The light of the air, for all shaders of a scene. */
export function lightUniforms(THREE: ThreeModule, data: SceneData): LightUniforms {
  const { sky, haze, camera } = data;
  return {
    dioramaSkyTable: { value: buildTable(THREE, data) },
    dioramaSunDirection: { value: vector(THREE, sky.sunDirection, 1) },
    dioramaGroundRadiance: { value: vector(THREE, sky.groundRadiance, camera.gain) },
    dioramaHazeDensity: { value: haze === null ? 0 : haze.density },
    dioramaHazeColor: { value: haze === null ? new THREE.Vector3() : vector(THREE, haze.color, camera.gain) },
    dioramaHazeCeiling: { value: haze === null ? 1 : haze.ceiling },
  };
}

/** The sky: drawn first and without depth, so that everything covers it, however far away it is. */
export function buildSky(THREE: ThreeModule, data: SceneData, uniforms: LightUniforms): Three.Mesh {
  const { sky, camera } = data;
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  const material = new THREE.ShaderMaterial({
    name: 'sky',
    vertexShader: SKY_VERTEX,
    fragmentShader: SKY_FRAGMENT,
    uniforms: {
      ...uniforms,
      dioramaDiscRadiance: { value: vector(THREE, sky.discRadiance, camera.gain) },
      // Half of the diameter, radians; a sun that does not shine hides nothing.
      dioramaDiscRadius: { value: isBlack(sky.discRadiance) ? 0 : (sky.sunSize * Math.PI) / 360 },
      dioramaFar: { value: camera.far },
    },
    depthTest: false,
    depthWrite: false,
  });
  const mesh = new THREE.Mesh(geometry, material);
  mesh.name = 'sky';
  mesh.frustumCulled = false;
  mesh.renderOrder = -1e6;
  return mesh;
}

/** The table as a texture of half floats, which every device filters. */
function buildTable(THREE: ThreeModule, data: SceneData): Three.DataTexture {
  const { width, height, radiance } = data.sky;
  const texels = new Uint16Array(4 * width * height);
  const half = (index: number): number => {
    // The greatest half float is 65504.
    return THREE.DataUtils.toHalfFloat(Math.min(65504, (radiance[index] ?? 0) * data.camera.gain));
  };
  for (let texel = 0; texel < width * height; texel += 1) {
    for (let part = 0; part < 3; part += 1) texels[4 * texel + part] = half(3 * texel + part);
    texels[4 * texel + 3] = 0x3c00;
  }
  const texture = new THREE.DataTexture(texels, width, height, THREE.RGBAFormat, THREE.HalfFloatType);
  texture.name = 'sky table';
  texture.minFilter = texture.magFilter = THREE.LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

function isBlack(light: ArrayLike<number>): boolean {
  return Array.from(light).every((part) => part <= 0);
}

function vector(THREE: ThreeModule, parts: ArrayLike<number>, factor: number): Three.Vector3 {
  return new THREE.Vector3(parts[0], parts[1], parts[2]).multiplyScalar(factor);
}
