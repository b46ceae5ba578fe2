// Turns a surface's data into a material of three.js that knows our haze and reflects our sky.
import type * as Three from 'three';
import type { LightUniforms } from './build-sky.ts';
import type { ThreeModule } from './build-tree.ts';
import type { MaterialData } from './scene-data.ts';
import { FINEST_ALPHA, HAZE_FUNCTIONS, SHINE_FUNCTIONS, SURFACE_HAZE } from './shaders.ts';

/** A Lambert material for what is matte; glTF's metallic-roughness material for the rest. */
export function buildMaterial(
  THREE: ThreeModule,
  data: MaterialData,
  { texture, vertexColors }: { readonly texture: Three.Texture | null; readonly vertexColors: boolean },
  uniforms: LightUniforms,
  gain: number,
): Three.Material {
  const material = data.matte
    ? new THREE.MeshLambertMaterial()
    : new THREE.MeshStandardMaterial({ roughness: data.roughness, metalness: data.metallic });
  material.name = data.name;
  material.color.setRGB(data.color[0] ?? 0, data.color[1] ?? 0, data.color[2] ?? 0);
  if (data.emissive !== null) {
    material.emissive.setRGB(data.emissive[0] ?? 0, data.emissive[1] ?? 0, data.emissive[2] ?? 0);
    material.emissiveIntensity = gain;
  }
  material.vertexColors = vertexColors;
  material.map = texture;
  if (data.alphaCutoff !== null) material.alphaTest = data.alphaCutoff;
  material.side = data.doubleSided ? THREE.DoubleSide : THREE.FrontSide;
  // Thin sheets throw shadows whichever side the sun is on.
  material.shadowSide = THREE.DoubleSide;
  addAir(material, uniforms, data.matte ? 'diorama matte' : 'diorama shining');
  return material;
}

/** Teaches a material the haze, and the sky's reflection if it shines; equal keys mean equal shaders. */
function addAir(material: Three.Material, uniforms: LightUniforms, programKey: string): void {
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${HAZE_FUNCTIONS}`)
      .replace('#include <map_fragment>', CUT_MAP)
      .replace('#include <lights_physical_pars_fragment>', SHINE)
      .replace('#include <lights_physical_fragment>', SHINE_ROUGHNESS)
      .replace('#include <lights_fragment_maps>', LIGHT)
      // Three's own fog comes after the color has been encoded; light mixes before that.
      .replace('#include <opaque_fragment>', `#include <opaque_fragment>\n${SURFACE_HAZE}`);
  };
  material.customProgramCacheKey = () => programKey;
}

const CUT_MAP = `#include <map_fragment>\n${FINEST_ALPHA}`;

/**
 * What draws a surface into the sun's shadow map: holes as they are seen, and everything a little farther from the sun, by its
 * slope. (three's own way, to move what is lit along its normal, moves the backs of leaves into their own shadow.)
 */
export function buildShadowMaterial(THREE: ThreeModule): Three.Material {
  const shadow = new THREE.MeshDepthMaterial({ polygonOffset: true, polygonOffsetFactor: 2, polygonOffsetUnits: 1 });
  shadow.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace('#include <map_fragment>', CUT_MAP);
  };
  shadow.customProgramCacheKey = () => 'diorama shadow';
  return shadow;
}

/** These two stand in the shaders of shining materials alone. */
const SHINE = `#include <lights_physical_pars_fragment>\n${SHINE_FUNCTIONS}`;
/** What is smoother would have highlights of no size. */
const SHINE_ROUGHNESS = `#include <lights_physical_fragment>
material.roughness = max( roughnessFactor, 0.0525 );`;

/** Nine harmonics can dip below zero; light cannot. */
const LIGHT = `#include <lights_fragment_maps>
irradiance = max( irradiance, vec3( 0.0 ) );`;
