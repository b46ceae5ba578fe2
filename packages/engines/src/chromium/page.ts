// The page in which Chromium draws: its HTML, and the script that answers to the commands of `openChromium`.
import { PICTURE_SOURCE, TREE_SOURCE } from '@diorama/backend-three';

/** An empty page whose modules find three.js where the server has it. */
export const PAGE_HTML = `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "three": "/three/build/three.module.js", "three/addons/": "/three/examples/jsm/" } }</script>
<script type="module" src="/page.js"></script>
`;

/** The runtime as a module. */
export const RUNTIME_MODULE = `${TREE_SOURCE}
${PICTURE_SOURCE}
export { buildTree, createPainter, renderIds, renderPicture, unpackSceneData };
`;

/** Each command takes what it needs from the server, draws, and posts what comes out. */
export const PAGE_SCRIPT = `
import * as THREE from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { buildTree, createPainter, renderIds, renderPicture, unpackSceneData } from '/runtime.js';

const renderer = new THREE.WebGLRenderer({ canvas: document.createElement('canvas'), reversedDepthBuffer: true });
const gl = renderer.getContext();

async function buildFromData(path, options) {
  const bytes = new Uint8Array(await (await fetch(path)).arrayBuffer());
  return buildTree(THREE, unpackSceneData(bytes), options);
}

async function buildFromModule(path, options) {
  const module = await import(path);
  return module.buildScene(THREE, options);
}

// A GLB's scene in the clothes of a built one: ids by the nodes' extras.
async function buildFromGlb(path) {
  const bytes = await (await fetch(path)).arrayBuffer();
  const gltf = await new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).parseAsync(bytes, '');
  const { scene } = gltf;
  scene.updateMatrixWorld(true);
  const camera = gltf.cameras[0] ?? new THREE.PerspectiveCamera();
  const meshes = [];
  scene.traverse((object) => {
    if (!object.isMesh) return;
    let owner = object;
    while (owner !== null && owner.userData.id === undefined && owner.userData.ids === undefined) owner = owner.parent;
    const count = object.isInstancedMesh ? object.count : 1;
    // Instances of EXT_mesh_gpu_instancing bear the index of their element.
    const elements = object.isInstancedMesh ? object.geometry.getAttribute('_ELEMENT')?.array : undefined;
    const ids = elements
      ? Array.from(elements, (element) => element + 2)
      : (owner?.userData.ids ?? Array(count).fill(owner?.userData.id ?? 0));
    object.userData = { ...object.userData, ids: Array.from(ids) };
    if (object.isInstancedMesh) {
      object.geometry.setAttribute('dioramaId', new THREE.InstancedBufferAttribute(Float32Array.from(ids), 1));
    }
    meshes.push(object);
  });
  return {
    scene,
    camera,
    meshes,
    sky: new THREE.Object3D(),
    setSize: (width, height) => {
      camera.aspect = width / height;
      camera.updateProjectionMatrix();
    },
    prepare: () => {
      renderer.outputColorSpace = THREE.SRGBColorSpace;
      renderer.toneMapping = THREE.NoToneMapping;
    },
    dispose: () => meshes.forEach((mesh) => mesh.geometry.dispose()),
  };
}

const builders = { data: buildFromData, module: buildFromModule, glb: buildFromGlb };

// The answer is read to its end: Chromium calls a request whose answer nobody reads failed.
async function post(path, array) {
  const answer = await fetch(path, {
    method: 'POST',
    body: new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
  });
  await answer.text();
}

window.diorama = {
  renderer: () => {
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    return {
      renderer: String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER)),
      revision: THREE.REVISION,
      reversedDepth: renderer.capabilities.reversedDepthBuffer,
    };
  },
  render: async ({ from, path, width, height, samples, shadows, color, ids, depth, result }) => {
    const built = await builders[from](path, { shadows });
    try {
      if (color) await post(result + '/color', renderPicture(THREE, renderer, built, { width, height, samples }));
      if (ids || depth) {
        const picture = renderIds(THREE, renderer, built, width, height);
        if (ids) await post(result + '/ids', picture.ids);
        if (depth) await post(result + '/depth', picture.depth);
      }
    } finally {
      built.dispose();
      renderer.renderLists.dispose();
    }
  },
  bench: async ({ path, width, height, samples, shadows, pictures }) => {
    const built = await buildFromData(path, { shadows });
    const painter = createPainter(THREE, renderer, built, { width, height, samples });
    const pixels = new Uint8Array(4 * width * height);
    const draw = () => {
      // Each picture pays for its own shadows, as if it were of a scene of its own.
      built.sun.shadow.needsUpdate = true;
      painter.paint();
      renderer.readRenderTargetPixels(painter.target, 0, 0, width, height, pixels);
    };
    for (let warm = 0; warm < 2; warm += 1) draw();
    const start = performance.now();
    for (let picture = 0; picture < pictures; picture += 1) draw();
    const milliseconds = (performance.now() - start) / pictures;
    let triangles = 0;
    for (const mesh of built.meshes) {
      triangles += ((mesh.geometry.index?.count ?? 0) / 3) * (mesh.isInstancedMesh ? mesh.count : 1);
    }
    painter.dispose();
    built.dispose();
    return { milliseconds, triangles };
  },
};
`;
