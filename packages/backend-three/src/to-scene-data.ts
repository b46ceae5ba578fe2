// Turns a stage into plain data for the runtime: what three.js needs, and nothing that it cannot hold.
import { harmonicIrradiance, type Image, isMatte, type LinearColor, type Material, pow } from '@diorama/geometry';
import { elementName, GROUND, idOf, type Stage, type StagedModel } from '@diorama/stage';
import type { ImageData, MaterialData, ModelData, SceneData } from './runtime/scene-data.ts';

/** Copies nothing large: meshes and images are the stage's own arrays. */
export function toSceneData(stage: Stage): SceneData {
  const { camera, sky, haze, scene } = stage;
  const images: Image[] = [];
  const materials: Material[] = [];
  const models = stage.models.map((model) => modelData(stage, model, materials));
  return {
    name: scene.settings.name,
    camera: {
      position: camera.position,
      rotation: camera.rotation,
      fov: camera.fov,
      aspect: camera.aspect,
      near: camera.near,
      far: camera.far,
      gain: pow(2, camera.exposure),
    },
    sky: {
      sunDirection: sky.sunDirection,
      sunIrradiance: sky.sunIrradiance,
      sunSize: sky.parameters.sunSize,
      discRadiance: sky.discRadiance,
      groundRadiance: groundRadiance(stage),
      width: sky.table.width,
      height: sky.table.height,
      radiance: sky.table.radiance,
    },
    ambient: stage.ambient,
    haze:
      haze === undefined ? null : { density: haze.density, color: haze.color, ceiling: Math.min(1e9, haze.ceiling) },
    lamps: stage.lamps.map((lamp) => ({
      id: idOf(lamp.element),
      name: elementName(scene, lamp.element),
      position: lamp.position,
      intensity: lamp.intensity,
    })),
    shadow: stage.shadow,
    materials: materials.map((material) => materialData(material, images)),
    images: images.map(imageData),
    models,
  };
}

/** What a mirror that looks down sees. */
function groundRadiance({ ambient }: Stage): LinearColor {
  const [red, green, blue] = harmonicIrradiance(ambient, [0, -1, 0]);
  return [red / Math.PI, green / Math.PI, blue / Math.PI];
}

function modelData(stage: Stage, model: StagedModel, materials: Material[]): ModelData {
  const { elements, count, translations, rotations, scales } = model.instances;
  const isGround = elements[0] === GROUND;
  return {
    name: model.name,
    // Even ground has nothing to throw a shadow on.
    castsShadow: !isGround || stage.scene.ground.relief > 0,
    parts: model.parts.map(({ mesh, material }) => ({
      material: indexIn(materials, material),
      positions: mesh.positions,
      normals: mesh.normals,
      uvs: mesh.uvs ?? null,
      colors: mesh.colors ?? null,
      indices: mesh.indices,
    })),
    instances: {
      count,
      ids: Uint32Array.from(elements, idOf),
      names: Array.from(elements, (element) => elementName(stage.scene, element)),
      translations,
      rotations,
      scales,
    },
  };
}

function materialData(material: Material, images: Image[]): MaterialData {
  const { name, color, roughness, metallic, emissive, texture, alphaCutoff, doubleSided } = material;
  return {
    name,
    color,
    roughness,
    metallic,
    matte: isMatte(material),
    emissive: emissive ?? null,
    texture:
      texture === undefined
        ? null
        : { image: indexIn(images, texture.image), wrapU: texture.wrapU, wrapV: texture.wrapV },
    alphaCutoff: alphaCutoff ?? null,
    doubleSided,
  };
}

function imageData({ width, height, pixels }: Image): ImageData {
  return { width, height, pixels };
}

/** The place of a thing in a list, where it is put if it is not there yet. */
function indexIn<T>(list: T[], thing: T): number {
  const index = list.indexOf(thing);
  return index >= 0 ? index : list.push(thing) - 1;
}
