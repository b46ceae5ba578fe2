// Turns the scene that a page carries into a view that can be turned: opens at the program's camera, R returns to it.
import * as THREE from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { type BuiltScene, buildTree, createPainter, type Painter, unpackSceneData } from '../src/runtime/index.ts';

async function view(): Promise<void> {
  const canvas = document.querySelector<HTMLCanvasElement>('#view');
  const help = document.querySelector<HTMLElement>('#help');
  const packed = document.querySelector('#scene')?.textContent;
  if (!canvas || !help || !packed) throw new Error('the page is not whole');
  const data = unpackSceneData(await inflate(packed));
  // Reversed depth keeps far surfaces apart; where a browser has none, pictures only lose precision in the distance.
  const renderer = new THREE.WebGLRenderer({ canvas, reversedDepthBuffer: true, preserveDrawingBuffer: true });
  const built = buildTree(THREE, data);
  const { camera } = built;

  const home = { position: camera.position.clone(), quaternion: camera.quaternion.clone() };
  const controls = new OrbitControls(camera, canvas);
  controls.minDistance = 0.2;
  controls.maxDistance = data.camera.far / 2;
  controls.zoomSpeed = 0.8;
  const goHome = (): void => {
    camera.position.copy(home.position);
    camera.quaternion.copy(home.quaternion);
    camera.updateMatrixWorld();
    controls.target.copy(middleOfView(data, camera));
    paintSoon();
  };

  // While it moves one sample a pixel is enough; at rest the picture is drawn as the other renderers draw it.
  const painters = new Map<number, Painter>();
  let samples = 1;
  let waiting = 0;
  let rest = 0;
  const paint = (): void => {
    waiting = 0;
    let painter = painters.get(samples);
    if (painter === undefined) {
      painter = createPainter(THREE, renderer, built, { width: canvas.width, height: canvas.height, samples });
      painters.set(samples, painter);
    }
    painter.show();
    document.documentElement.dataset.painted = String(samples);
  };
  const paintSoon = (): void => {
    samples = 1;
    if (waiting === 0) waiting = requestAnimationFrame(paint);
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      samples = 2;
      if (waiting === 0) waiting = requestAnimationFrame(paint);
    }, 200);
  };
  const resize = (): void => {
    for (const painter of painters.values()) painter.dispose();
    painters.clear();
    renderer.setPixelRatio(Math.min(2, window.devicePixelRatio));
    renderer.setSize(window.innerWidth, window.innerHeight, false);
    // 1/zoom scales the tangent of half the angle of view: a narrow window shows as much to both sides, and more above.
    camera.zoom = Math.min(1, window.innerWidth / window.innerHeight / data.camera.aspect);
    paintSoon();
  };

  controls.addEventListener('change', () => {
    stayAboveGround(built, camera);
    paintSoon();
  });
  controls.addEventListener('start', () => help.classList.add('quiet'));
  window.addEventListener('resize', resize);
  window.addEventListener('keydown', (event) => {
    if (event.key === 'r' || event.key === 'R') goHome();
  });
  window.setTimeout(() => help.classList.add('quiet'), 8000);
  goHome();
  resize();
  Object.assign(window, { diorama: { THREE, renderer, controls, ...built } });
}

/** Lifts an eye that has sunk into the ground. */
function stayAboveGround({ objects }: BuiltScene, camera: THREE.PerspectiveCamera): void {
  const ground = objects.get(1)?.object;
  if (ground === undefined) return;
  const { x, y, z } = camera.position;
  const down = new THREE.Raycaster(new THREE.Vector3(x, y + 1e5, z), new THREE.Vector3(0, -1, 0));
  const [hit] = down.intersectObject(ground);
  if (hit === undefined || y >= hit.point.y + LEAST_HEIGHT) return;
  camera.position.y = hit.point.y + LEAST_HEIGHT;
  camera.updateMatrixWorld();
}

/** Metres. */
const LEAST_HEIGHT = 0.1;

/** What one turns about: the point straight ahead, as far away as the middle of what is worth a shadow. */
function middleOfView(
  { shadow, camera: { far } }: { shadow: { center: ArrayLike<number> }; camera: { far: number } },
  camera: THREE.PerspectiveCamera,
): THREE.Vector3 {
  const ahead = camera.getWorldDirection(new THREE.Vector3());
  const middle = new THREE.Vector3(shadow.center[0], shadow.center[1], shadow.center[2]).sub(camera.position);
  const distance = Math.min(Math.max(middle.dot(ahead), 1), far / 2);
  return camera.position.clone().addScaledVector(ahead, distance);
}

/** Pieces with spaces between them, each base64 of deflated bytes (RFC 1951), as their bytes in a row. */
async function inflate(text: string): Promise<Uint8Array> {
  const pieces = text.split(' ').map((piece) => {
    const packed = Uint8Array.from(atob(piece), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).blob();
  });
  return new Uint8Array(await new Blob(await Promise.all(pieces)).arrayBuffer());
}

view().catch((error: unknown) => {
  const help = document.querySelector('#help');
  if (help) {
    help.className = 'problem';
    help.textContent = `This scene cannot be shown: ${error instanceof Error ? error.message : error}`;
  }
  console.error(error);
});
