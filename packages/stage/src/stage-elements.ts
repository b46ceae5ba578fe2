// Turns a scene's elements into models, and where each of them stands.
import {
  type Diagnostic,
  hasErrors,
  invariant,
  type Outcome,
  type Place,
  problem,
  unreachable,
} from '@diorama/diagnostics';
import { type ModelPart, parseColor, quaternion, toLinear, type Vector3 } from '@diorama/geometry';
import {
  type Element,
  type GroundHeight,
  groundOf,
  type Point,
  resolveLocation,
  type Scene,
  type SceneObject,
  worldRotation,
} from '@diorama/scene';
import type { AssetChoice, AssetLibrary, AssetRequest, MissingAsset } from './asset-library.ts';
import { elementName } from './element-name.ts';
import { LOOKS_ELSE } from './problems/looks-else.ts';
import { MISSING_ASSET } from './problems/missing-asset.ts';
import { boxMesh } from './shapes/box-mesh.ts';
import { planeMesh } from './shapes/plane-mesh.ts';
import { coneMesh, cylinderMesh } from './shapes/round-mesh.ts';
import { sphereMesh } from './shapes/sphere-mesh.ts';
import type { StagedModel } from './stage.ts';
import type { StageOptions } from './stage-scene.ts';

/** The models that the elements need, in the order in which they are first needed. Lamps need none. */
export function stageElements(
  scene: Scene,
  library: AssetLibrary,
  options: StageOptions,
): Outcome<readonly StagedModel[]> {
  const ctx: ElementContext = { scene, library, options, casts: new Map(), choices: new Map(), found: new Map() };
  for (const [index, element] of scene.elements.entries()) castOf(ctx, element, index)?.elements.push(index);
  return {
    value: [...ctx.casts.values()].map(({ model, elements }) => ({ ...model, instances: place(scene, elements) })),
    diagnostics: [...ctx.found.values()],
  };
}

interface ElementContext {
  readonly scene: Scene;
  readonly library: AssetLibrary;
  readonly options: StageOptions;
  /** By what makes models differ. */
  readonly casts: Map<string, Cast>;
  /** The library's answers, for the same is asked again and again. */
  readonly choices: Map<string, AssetChoice>;
  /** One message for a place, however often it is run. */
  readonly found: Map<string, Diagnostic>;
}

/** A model and the elements that it stands for. */
interface Cast {
  readonly model: Omit<StagedModel, 'instances'>;
  readonly elements: number[];
}

function castOf(ctx: ElementContext, element: Element, index: number): Cast | undefined {
  switch (element.kind) {
    case 'lamp':
      return undefined;
    case 'box':
    case 'sphere':
    case 'cylinder':
    case 'cone':
    case 'plane':
    case 'water':
      return shapeCast(ctx, element);
    case 'bird':
    case 'boulder':
    case 'bush':
    case 'carnivore':
    case 'herbivore':
    case 'tree':
    case 'object':
      return objectCast(ctx, element, index);
    default:
      return unreachable(element);
  }
}

type Shape = Exclude<Element, SceneObject | { kind: 'lamp' }>;

/** Shapes of one kind and one surface share a model. */
function shapeCast(ctx: ElementContext, element: Shape): Cast {
  const { kind, color, roughness } = element;
  const metallic = element.kind === 'water' ? 0 : element.metallic;
  const key = `${kind} ${color} ${roughness} ${metallic}`;
  return remember(ctx, key, () => ({
    name: key,
    parts: [
      {
        mesh: MESHES[kind](),
        material: {
          name: key,
          color: toLinear(parseColor(color) ?? [0, 0, 0]),
          roughness,
          metallic,
          doubleSided: kind === 'plane' || kind === 'water',
        },
      },
    ],
  }));
}

const MESHES = {
  box: boxMesh,
  sphere: sphereMesh,
  cylinder: cylinderMesh,
  cone: coneMesh,
  plane: planeMesh,
  water: planeMesh,
} as const;

function objectCast(ctx: ElementContext, object: SceneObject, index: number): Cast | undefined {
  const choice = choose(ctx, object);
  if (choice.kind === 'missing') return missingCast(ctx, object, index, choice);
  const { instead, id, key } = choice;
  const known = ctx.casts.get(key);
  const model = known === undefined ? ctx.library.build(choice) : undefined;
  if (model !== undefined && 'reason' in model) {
    // It is asked for again and again; what cannot be read stays so.
    ctx.choices.set(choiceKey(object), model);
    return missingCast(ctx, object, index, model);
  }
  if (instead !== undefined) {
    report(ctx, object, index, (place) => problem(LOOKS_ELSE, place, `drawn as ${id}`, { notes: [instead] }));
  }
  return known ?? remember(ctx, key, () => ({ name: key, asset: id, parts: partsOf(model ?? { parts: [] }) }));
}

/** What the library does not have: an error, or a warning and a placeholder. */
function missingCast(ctx: ElementContext, object: SceneObject, index: number, choice: MissingAsset): Cast | undefined {
  report(ctx, object, index, (place) =>
    problem(ctx.options.placeholder ? { ...MISSING_ASSET, severity: 'warning' } : MISSING_ASSET, place, choice.reason, {
      notes: [
        ...(choice.candidates.length > 0 ? [`the library has ${choice.candidates.slice(0, 5).join(', ')}`] : []),
        ctx.options.placeholder ? 'a labelled box stands in its place' : '--placeholder draws a labelled box instead',
      ],
    }),
  );
  if (!ctx.options.placeholder) return undefined;
  const { kind } = object;
  const key = `placeholder ${kind} ${choice.reason}`;
  return remember(ctx, key, () => ({ name: key, parts: partsOf(ctx.library.placeholder(kind, choice.reason)) }));
}

function choose(ctx: ElementContext, object: SceneObject): AssetChoice {
  const key = choiceKey(object);
  const known = ctx.choices.get(key);
  if (known !== undefined) return known;
  const { kind, appearance, variant, pose, phase } = object;
  const vector = appearance?.kind === 'embedding' ? ctx.options.vectorOf(appearance.row) : undefined;
  const request: AssetRequest = {
    kind,
    variant,
    ...(appearance && { appearance }),
    ...(vector && { vector }),
    ...(pose !== undefined && { pose }),
    ...(phase !== undefined && { phase }),
    detail: ctx.options.detail,
  };
  const choice = ctx.library.choose(request);
  ctx.choices.set(key, choice);
  return choice;
}

function choiceKey({ kind, appearance, variant, pose, phase }: SceneObject): string {
  const looks = appearance === undefined ? '' : Object.values(appearance).join(' ');
  return `${kind}\n${variant}\n${pose ?? ''}\n${phase ?? ''}\n${looks}`;
}

function partsOf(model: { readonly parts: readonly ModelPart[] }): readonly ModelPart[] {
  invariant(model.parts.length > 0, 'a model of the library has a mesh');
  return model.parts;
}

function remember(ctx: ElementContext, key: string, make: () => Cast['model']): Cast {
  let cast = ctx.casts.get(key);
  if (cast === undefined) {
    cast = { model: make(), elements: [] };
    ctx.casts.set(key, cast);
  }
  return cast;
}

function report(ctx: ElementContext, object: SceneObject, index: number, make: (place: Place) => Diagnostic): void {
  const place = object.origin ?? { file: ctx.options.file, start: 0, end: 0 };
  const key = `${place.file} ${place.start} ${object.origin === undefined ? elementName(ctx.scene, index) : ''}`;
  const known = ctx.found.get(key);
  const made = make(place);
  if (known === undefined || (hasErrors([made]) && !hasErrors([known]))) ctx.found.set(key, made);
}

function place(scene: Scene, elements: readonly number[]): StagedModel['instances'] {
  const count = elements.length;
  const translations = new Float64Array(3 * count);
  const rotations = new Float64Array(4 * count);
  const scales = new Float64Array(3 * count);
  const groundHeight = groundOf(scene);
  for (const [row, index] of elements.entries()) {
    const element = scene.elements[index];
    invariant(element !== undefined, 'an instance belongs to an element');
    const [x, y, z] = resolveLocation(scene, element.at);
    translations.set([x, y + riseOf(element, index, [x, y, z], groundHeight), z], 3 * row);
    rotations.set(quaternion.normalize(worldRotation(scene, element)), 4 * row);
    scales.set(scaleOf(element), 3 * row);
  }
  return { count, elements: Uint32Array.from(elements), translations, rotations, scales };
}

/** Sheets on the ground lie this much above it, or both would be in one plane, metres. */
export const SHEET_RISE = 0.02;
/** Neither may two sheets that overlap be in one plane, metres. */
const SHEET_STEP = 0.002;
const SHEET_STEPS = 10;

/** Of water, and of planes that lie on the ground. */
function riseOf({ kind }: Element, index: number, [x, y, z]: Point, groundHeight: GroundHeight): number {
  const isSheet = kind === 'water' || (kind === 'plane' && y === groundHeight(x, z));
  return isSheet ? SHEET_RISE + SHEET_STEP * (index % SHEET_STEPS) : 0;
}

/** How much larger an element is than its model. */
function scaleOf(element: Element): Vector3 {
  switch (element.kind) {
    case 'box':
      return element.size;
    case 'plane':
    case 'water':
      return [element.size[0], 1, element.size[2]];
    case 'sphere':
      return [element.radius, element.radius, element.radius];
    case 'cylinder':
    case 'cone':
      return [element.radius, element.height, element.radius];
    case 'lamp':
      return [1, 1, 1];
    default:
      return [element.height, element.height, element.height];
  }
}
