// Pictures by arithmetic alone: rays through pixel centres, met with boxes and the ground. Shares no code with any renderer,
// nor with the packages that decide where things stand.

type V = readonly [x: number, y: number, z: number];

/** A camera as the language describes it: degrees, metres. */
export interface PlainCamera {
  readonly position: V;
  readonly pitch: number;
  readonly yaw: number;
  readonly roll: number;
  readonly fov: number;
}

/** A box on its base: a turn by yaw, then nothing. Sizes in metres. */
export interface PlainBox {
  readonly at: V;
  readonly size: V;
  /** Degrees, anticlockwise seen from above. */
  readonly yaw: number;
}

export interface PlainScene {
  readonly camera: PlainCamera;
  readonly boxes: readonly PlainBox[];
  /** To the sun: degrees. */
  readonly sun?: { readonly elevation: number; readonly azimuth: number };
}

/** What a ray meets first: 0 nothing, 1 the ground at y = 0, i + 2 box i. */
export interface Meeting {
  readonly id: number;
  /** Metres along the camera's axis. */
  readonly depth: number;
  readonly point: V;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const dot = (a: V, b: V) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** What the centre of a pixel sees; column and row from the top left. */
export function meet(scene: PlainScene, width: number, height: number, column: number, row: number): Meeting {
  const { camera } = scene;
  const half = Math.tan(radians(camera.fov / 2));
  const own: V = [
    ((2 * (column + 0.5)) / width - 1) * half * (width / height),
    (1 - (2 * (row + 0.5)) / height) * half,
    -1,
  ];
  return firstAlong(scene, camera.position, toWorld(camera, own));
}

/** Roll about the line of sight first, then pitch, then yaw: each a turn of two axes. */
export function toWorld({ pitch, yaw, roll }: PlainCamera, [x, y, z]: V): V {
  const [cr, sr] = [Math.cos(radians(roll)), Math.sin(radians(roll))];
  const [rx, ry] = [cr * x - sr * y, sr * x + cr * y];
  const [cp, sp] = [Math.cos(radians(pitch)), Math.sin(radians(pitch))];
  const [py, pz] = [cp * ry - sp * z, sp * ry + cp * z];
  const [cy, sy] = [Math.cos(radians(yaw)), Math.sin(radians(yaw))];
  return [cy * rx + sy * pz, py, -sy * rx + cy * pz];
}

/** The direction is scaled so that its length along the camera's axis is 1: then the way along it is the depth. */
function firstAlong({ boxes }: PlainScene, origin: V, direction: V): Meeting {
  let best: Meeting = { id: 0, depth: Infinity, point: origin };
  const take = (id: number, depth: number) => {
    if (depth <= 1e-9 || depth >= best.depth) return;
    const point: V = [
      origin[0] + depth * direction[0],
      origin[1] + depth * direction[1],
      origin[2] + depth * direction[2],
    ];
    best = { id, depth, point };
  };
  take(1, -origin[1] / direction[1]);
  for (const [index, box] of boxes.entries()) take(index + 2, enter(box, origin, direction));
  return best;
}

/** How far along a ray a box begins, by the slabs between its faces; NaN or Infinity if it is missed. */
function enter({ at, size, yaw }: PlainBox, origin: V, direction: V): number {
  const [cosine, sine] = [Math.cos(radians(yaw)), Math.sin(radians(yaw))];
  const back = ([x, y, z]: V): V => [cosine * x - sine * z, y, sine * x + cosine * z];
  const from = back([origin[0] - at[0], origin[1] - at[1] - size[1] / 2, origin[2] - at[2]]);
  const along = back(direction);
  let [near, far] = [-Infinity, Infinity];
  for (const axis of [0, 1, 2] as const) {
    const [a, b] = [(-size[axis] / 2 - from[axis]) / along[axis], (size[axis] / 2 - from[axis]) / along[axis]];
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near <= far ? near : Infinity;
}

/** Whether a point of the ground lies in the shadow of a box. */
export function isInShadow(scene: PlainScene, point: V): boolean {
  const { sun = { elevation: 90, azimuth: 0 } } = scene;
  const level = Math.cos(radians(sun.elevation));
  // Clockwise from −Z seen from above.
  const towards: V = [
    level * Math.sin(radians(sun.azimuth)),
    Math.sin(radians(sun.elevation)),
    -level * Math.cos(radians(sun.azimuth)),
  ];
  return scene.boxes.some((box) => {
    const distance = enter(box, point, towards);
    return Number.isFinite(distance) && distance > -1e-6;
  });
}

/** A program that means the scene. */
export function programOf({ camera, boxes, sun }: PlainScene, more = ''): string {
  const { position, pitch, yaw, roll, fov } = camera;
  const lines = boxes.map(
    ({ at, size, yaw: turn }) =>
      `box { at: (${at.join(', ')}), size: (${size.join(', ')}), rotation: yaw(${turn}), color: #808080, roughness: 1 }`,
  );
  return [
    `camera { position: (${position.join(', ')}), pitch: ${pitch}, yaw: ${yaw}, roll: ${roll}, fov: ${fov} }`,
    ...(sun ? [`sky { sun_elevation: ${sun.elevation}, sun_azimuth: ${sun.azimuth}, sun_size: 0 }`] : []),
    'ground { color: #808080 }',
    ...lines,
    more,
  ].join('\n');
}

export { dot };
