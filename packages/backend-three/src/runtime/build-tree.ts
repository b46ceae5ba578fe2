// Turns the data of a scene into a live tree of three.js.
import type * as Three from 'three';
import { buildMaterial, buildShadowMaterial } from './build-material.ts';
import { buildSky, lightUniforms } from './build-sky.ts';
import { buildTexture } from './build-texture.ts';
import type { InstancesData, LampData, ModelData, PartData, SceneData } from './scene-data.ts';

/** three.js itself, as `import * as THREE from 'three'` gives it. */
export type ThreeModule = typeof Three;

/** How a tree is built. */
export interface BuildOptions {
  /** Whether the sun casts shadows; yes, if left out. */
  readonly shadows?: boolean;
  /** Pixels along a side of the sun's shadow map; 4096, if left out. */
  readonly shadowMapSize?: number;
}

/** Where an element of the program is in the tree: as instance `index` of an InstancedMesh, or as the object itself. */
export interface BuiltObject {
  readonly name: string;
  /** A group with a mesh for each material. */
  readonly object: Three.Object3D;
  /** 0, unless the meshes are instanced. */
  readonly index: number;
}

/** A scene, ready for `renderer.render(scene, camera)` once `prepare(renderer)` was called. */
export interface BuiltScene {
  readonly scene: Three.Scene;
  /** The program's camera. */
  readonly camera: Three.PerspectiveCamera;
  /** Its shadows are drawn once: set `sun.shadow.needsUpdate` when something has moved. */
  readonly sun: Three.DirectionalLight;
  readonly lamps: readonly Three.PointLight[];
  readonly sky: Three.Mesh;
  /** By id: 1 the ground, i + 2 element i of the program. */
  readonly objects: Map<number, BuiltObject>;
  /** Every mesh that has ids. */
  readonly meshes: readonly (Three.Mesh | Three.InstancedMesh)[];
  /** Width and height of the picture, in any unit: the vertical angle of view stays. */
  readonly setSize: (width: number, height: number) => void;
  /** Sets what the picture needs of a renderer: sRGB, no tone mapping, shadow maps. */
  readonly prepare: (renderer: Three.WebGLRenderer) => void;
  /** Frees what the tree holds of the graphics card. */
  readonly dispose: () => void;
}

/** Builds the tree. Everything is brightened by the camera's exposure, so the renderer needs none. */
export function buildTree(THREE: ThreeModule, data: SceneData, options: BuildOptions = {}): BuiltScene {
  const scene = new THREE.Scene();
  scene.name = data.name;
  const gain = data.camera.gain;
  const uniforms = lightUniforms(THREE, data);
  const camera = buildCamera(THREE, data);
  const sky = buildSky(THREE, data, uniforms);
  const sun = buildSun(THREE, data, options);
  const lamps = data.lamps.map((lamp) => buildLamp(THREE, lamp, gain));
  scene.add(camera, sky, sun, sun.target, buildAmbient(THREE, data.ambient, gain), ...lamps);

  const textures = data.images.map(() => new Map<string, Three.Texture>());
  const materials: Three.Material[] = [];
  // A mesh without vertex colors needs a material that does not ask for them: three would take black.
  const choices = data.materials.map((material) => {
    const texture = material.texture === null ? null : buildTexture(THREE, data.images, textures, material.texture);
    return [false, true].map((vertexColors) => {
      const built = buildMaterial(THREE, material, { texture, vertexColors }, uniforms, gain);
      materials.push(built);
      return built;
    });
  });
  const objects = new Map<number, BuiltObject>();
  const meshes: (Three.Mesh | Three.InstancedMesh)[] = [];
  for (const model of data.models) {
    const group = new THREE.Group();
    group.name = model.name;
    group.userData = { model: model.name };
    for (const part of model.parts) {
      const material = choices[part.material]?.[part.colors === null ? 0 : 1];
      if (material === undefined || part.indices.length === 0) continue;
      const mesh = buildMesh(THREE, model, part, material);
      meshes.push(mesh);
      group.add(mesh);
    }
    noteObjects(objects, group, model.instances);
    scene.add(group);
  }

  return {
    scene,
    camera,
    sun,
    lamps,
    sky,
    objects,
    meshes,
    setSize: (width, height) => {
      camera.aspect = width / height;
      camera.updateProjectionMatrix();
    },
    prepare: (renderer) => {
      renderer.outputColorSpace = THREE.SRGBColorSpace;
      renderer.toneMapping = THREE.NoToneMapping;
      renderer.shadowMap.enabled = sun.castShadow;
      renderer.shadowMap.type = THREE.PCFShadowMap;
    },
    dispose: () => {
      for (const mesh of meshes) {
        mesh.geometry.dispose();
        mesh.customDepthMaterial?.dispose();
        if ('isInstancedMesh' in mesh) mesh.dispose();
      }
      for (const material of materials) material.dispose();
      for (const wraps of textures) for (const texture of wraps.values()) texture.dispose();
      uniforms.dioramaSkyTable.value.dispose();
      sky.geometry.dispose();
      for (const material of [sky.material].flat()) material.dispose();
      sun.dispose();
    },
  };
}

/** The program's camera. */
function buildCamera(THREE: ThreeModule, data: SceneData): Three.PerspectiveCamera {
  const { position, rotation, fov, aspect, near, far } = data.camera;
  const camera = new THREE.PerspectiveCamera(fov, aspect, near, far);
  camera.name = 'camera';
  camera.position.fromArray(numbers(position));
  camera.quaternion.fromArray(numbers(rotation));
  camera.updateMatrixWorld();
  return camera;
}

/** The sun, with a shadow map over the sphere of what is worth a shadow. */
function buildSun(THREE: ThreeModule, data: SceneData, options: BuildOptions): Three.DirectionalLight {
  const { sky, shadow, camera } = data;
  const sun = new THREE.DirectionalLight();
  sun.name = 'sun';
  sun.intensity = setLight(sun.color, sky.sunIrradiance, camera.gain);
  const direction = new THREE.Vector3().fromArray(numbers(sky.sunDirection));
  const center = new THREE.Vector3().fromArray(numbers(shadow.center));
  // What stands outside the sphere, towards the sun, still throws its shadow into it.
  const away = shadow.radius * 2 + 200;
  sun.target.name = 'sun target';
  sun.target.position.copy(center);
  sun.position.copy(center).addScaledVector(direction, away);
  sun.castShadow = options.shadows !== false && sun.intensity > 0 && shadow.radius > 0;
  const size = options.shadowMapSize ?? 4096;
  sun.shadow.mapSize.set(size, size);
  const eye = sun.shadow.camera;
  eye.left = eye.bottom = -shadow.radius;
  eye.right = eye.top = shadow.radius;
  eye.near = 0;
  eye.far = away + shadow.radius;
  eye.updateProjectionMatrix();
  // The slopes are seen to where the map is drawn; half a millimetre is for what the map's numbers round off.
  sun.shadow.bias = -0.0005 / eye.far;
  sun.shadow.radius = 0.5;
  // Nothing moves: one map serves all pictures. Who moves something sets `needsUpdate` again.
  sun.shadow.autoUpdate = false;
  sun.shadow.needsUpdate = true;
  return sun;
}

/** What the sky gives from all around. */
function buildAmbient(THREE: ThreeModule, ambient: ArrayLike<number>, gain: number): Three.LightProbe {
  const probe = new THREE.LightProbe();
  probe.name = 'ambient';
  probe.sh.coefficients.forEach((coefficient, index) => {
    coefficient.fromArray(numbers(ambient), 3 * index).multiplyScalar(gain);
  });
  return probe;
}

/** A lamp: three's intensity is in candela, as ours is. */
function buildLamp(THREE: ThreeModule, lamp: LampData, gain: number): Three.PointLight {
  const light = new THREE.PointLight(0xffffff, 1, 0, 2);
  light.name = lamp.name;
  light.userData = { id: lamp.id };
  light.position.fromArray(numbers(lamp.position));
  light.intensity = setLight(light.color, lamp.intensity, gain);
  return light;
}

/** Splits light into a color whose greatest part is 1, and the intensity that it returns. */
function setLight(color: Three.Color, light: ArrayLike<number>, gain: number): number {
  const [red = 0, green = 0, blue = 0] = numbers(light);
  const greatest = Math.max(red, green, blue);
  if (greatest > 0) color.setRGB(red / greatest, green / greatest, blue / greatest);
  return greatest * gain;
}

/** One mesh for all instances of a part. */
function buildMesh(
  THREE: ThreeModule,
  model: ModelData,
  part: PartData,
  material: Three.Material,
): Three.Mesh | Three.InstancedMesh {
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.BufferAttribute(part.positions, 3));
  geometry.setAttribute('normal', new THREE.BufferAttribute(part.normals, 3));
  if (part.uvs !== null) geometry.setAttribute('uv', new THREE.BufferAttribute(part.uvs, 2));
  if (part.colors !== null) geometry.setAttribute('color', new THREE.BufferAttribute(part.colors, 4, true));
  geometry.setIndex(new THREE.BufferAttribute(part.indices, 1));
  const { instances } = model;
  const mesh =
    instances.count === 1
      ? new THREE.Mesh(geometry, material)
      : new THREE.InstancedMesh(geometry, material, instances.count);
  mesh.name = `${model.name}: ${material.name}`;
  mesh.castShadow = model.castsShadow;
  if (mesh.castShadow) mesh.customDepthMaterial = buildShadowMaterial(THREE);
  mesh.receiveShadow = true;
  mesh.userData = { ids: Array.from(instances.ids), names: instances.names };
  place(THREE, mesh, instances);
  return mesh;
}

/** Puts each instance where it stands; ids ride along as an attribute. */
function place(THREE: ThreeModule, mesh: Three.Mesh | Three.InstancedMesh, instances: InstancesData): void {
  const { count } = instances;
  const translations = numbers(instances.translations);
  const rotations = numbers(instances.rotations);
  const scales = numbers(instances.scales);
  const translation = new THREE.Vector3();
  const rotation = new THREE.Quaternion();
  const scale = new THREE.Vector3();
  const matrix = new THREE.Matrix4();
  for (let row = 0; row < count; row += 1) {
    translation.fromArray(translations, 3 * row);
    rotation.fromArray(rotations, 4 * row);
    scale.fromArray(scales, 3 * row);
    if (!('isInstancedMesh' in mesh)) {
      mesh.position.copy(translation);
      mesh.quaternion.copy(rotation);
      mesh.scale.copy(scale);
    } else mesh.setMatrixAt(row, matrix.compose(translation, rotation, scale));
  }
  if (!('isInstancedMesh' in mesh)) return;
  mesh.geometry.setAttribute('dioramaId', new THREE.InstancedBufferAttribute(Float32Array.from(instances.ids), 1));
  mesh.computeBoundingSphere();
}

/** Writes down where each element is. */
function noteObjects(objects: Map<number, BuiltObject>, object: Three.Object3D, instances: InstancesData): void {
  for (let index = 0; index < instances.count; index += 1) {
    const id = instances.ids[index];
    if (id !== undefined) objects.set(id, { name: instances.names[index] ?? '', object, index });
  }
}

/** three.js reads plain arrays and typed ones alike, though its types name only the first. */
function numbers(row: ArrayLike<number>): number[] {
  return Array.isArray(row) ? row : Array.from(row);
}
