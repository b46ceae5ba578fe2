// Turns the models, objects and lamps of a stage into the function that builds them.
import { type Quaternion, shortestDecimal, type Vector3 } from '@diorama/geometry';
import type { Element, Scene } from '@diorama/scene';
import { elementName, GROUND, idOf, type Stage, type StagedLamp, type StagedModel } from '@diorama/stage';
import { objectToBlender, scaleToBlender, toBlender } from './axes.ts';
import type { EmitContext } from './context.ts';
import { addArrays, addFile, addJson } from './data-store.ts';
import { packMesh } from './pack-mesh.ts';
import { keepable, pythonComment, pythonFloat, pythonString, pythonTuple } from './python-literal.ts';
import { createMaterialWriter, type MaterialWriter } from './write-materials.ts';

export function writeThings(ctx: EmitContext, stage: Stage): string {
  const materials = createMaterialWriter(ctx);
  const meshes = stage.models.map((model) => writeMesh(ctx, materials, model));
  const count = stage.models.reduce((sum, { instances }) => sum + instances.count, 0);
  const objects = count <= MOST_LINES ? writeObjects(ctx, stage, meshes) : writeTable(ctx, stage, meshes);
  const lamps = stage.lamps.map((lamp) => writeLamp(ctx, stage.scene, lamp));
  return [
    HEADING,
    'def add_things(scene):',
    '    """Everything that stands in the scene, in collections by what it is."""',
    ...collectionsOf(stage).map((name) => `    ${variableOf(name)} = collection(scene, ${pythonString(name)})`),
    ...section('Materials', materials.lines),
    ...section(
      'Meshes',
      meshes.flatMap(({ lines }) => lines),
    ),
    ...section('Objects', objects),
    ...section('Lamps', lamps),
    '',
  ].join('\n');
}

const HEADING =
  '# ---- What stands in the scene ----------------------------------------------------------------------------------------\n\n';

/** With more objects than this the program names none of them: they are in tables in its data. */
const MOST_LINES = 400;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `    # ${title}`, ...lines.map((line) => `    ${line}`)];
}

// ---- Collections ------------------------------------------------------------------------------------------------------

const COLLECTIONS = ['Ground', 'Animals', 'Plants', 'Rocks', 'Objects', 'Shapes', 'Water', 'Lights'] as const;
type CollectionName = (typeof COLLECTIONS)[number];

const COLLECTION_OF: Readonly<Record<Element['kind'], CollectionName>> = {
  bird: 'Animals',
  carnivore: 'Animals',
  herbivore: 'Animals',
  tree: 'Plants',
  bush: 'Plants',
  boulder: 'Rocks',
  object: 'Objects',
  box: 'Shapes',
  sphere: 'Shapes',
  cylinder: 'Shapes',
  cone: 'Shapes',
  plane: 'Shapes',
  water: 'Water',
  lamp: 'Lights',
};

/** Those that hold anything. */
function collectionsOf({ scene, models, lamps }: Stage): readonly CollectionName[] {
  const used = new Set<CollectionName>(lamps.length > 0 ? ['Lights'] : []);
  for (const { instances } of models) {
    for (const element of instances.elements) used.add(collectionOf(scene, element));
  }
  return COLLECTIONS.filter((name) => used.has(name));
}

function collectionOf({ elements }: Scene, element: number): CollectionName {
  const one = elements[element];
  return one === undefined ? 'Ground' : COLLECTION_OF[one.kind];
}

/** As the program calls it; no material or mesh can: their names are lower case without this ending. */
function variableOf(name: CollectionName): string {
  return `in_${name.toLowerCase()}`;
}

// ---- Properties ------------------------------------------------------------------------------------------------------------

/** What is kept of an element as custom properties, in Python's order of writing. */
function propertiesOf(ctx: EmitContext, { elements }: Scene, element: number): readonly [string, string][] {
  if (element === GROUND) return [['kind', 'ground']];
  const one = elements[element] as Element;
  const properties: [string, string][] = [['kind', one.kind]];
  if (one.label !== undefined) properties.push(['label', one.label]);
  const source = one.origin && ctx.options.locate?.(one.origin);
  if (source !== undefined) properties.push(['source', source]);
  return properties;
}

function keywords(properties: readonly [string, string][]): string {
  return properties.map(([name, value]) => `, ${name}=${pythonString(value)}`).join('');
}

// ---- Meshes -----------------------------------------------------------------------------------------------------------

interface WrittenMesh {
  readonly variable: string;
  readonly lines: readonly string[];
}

function writeMesh(ctx: EmitContext, materials: MaterialWriter, model: StagedModel): WrittenMesh {
  const mesh = packMesh(model.parts);
  const variable = ctx.nameVariable(model.name);
  const data = ctx.nameData(model.name);
  addFile(ctx.store, data, mesh.bytes);
  const slots = mesh.stretches.map((stretch) => `(${materials.write(stretch)}, ${stretch.triangles})`);
  const options = [
    ...(mesh.hasUvs ? ['uvs=True'] : []),
    ...(mesh.hasColors ? ['colors=True'] : []),
    ...(model.asset === undefined ? [] : [`asset=${pythonString(model.asset)}`]),
  ];
  const name = pythonString(model.name);
  const vertices = String(mesh.vertices);
  const parts = [name, pythonString(data), vertices, `[${slots.join(', ')}]`, ...options];
  return { variable, lines: [`${variable} = build_mesh(${parts.join(', ')})`] };
}

// ---- Objects ----------------------------------------------------------------------------------------------------------

interface Placement {
  readonly element: number;
  readonly translation: Vector3;
  readonly rotation: Quaternion;
  readonly scale: Vector3;
}

function* placementsOf({ instances }: StagedModel): Iterable<Placement> {
  const { count, elements, translations, rotations, scales } = instances;
  const three = (array: Float64Array, row: number): Vector3 => [
    array[3 * row] as number,
    array[3 * row + 1] as number,
    array[3 * row + 2] as number,
  ];
  for (let row = 0; row < count; row += 1) {
    const [x, y, z, w] = rotations.subarray(4 * row, 4 * row + 4);
    yield {
      element: elements[row] as number,
      translation: three(translations, row),
      rotation: [x as number, y as number, z as number, w as number],
      scale: three(scales, row),
    };
  }
}

/** A line for each object. */
function writeObjects(ctx: EmitContext, stage: Stage, meshes: readonly WrittenMesh[]): readonly string[] {
  const lines: string[] = [];
  stage.models.forEach((model, index) => {
    if (model.instances.count > 1) {
      lines.push(`# ${pythonComment(model.name)}: ${shortestDecimal(model.instances.count)} objects share one mesh.`);
    }
    const mesh = meshes[index] as WrittenMesh;
    for (const placement of placementsOf(model)) {
      const { element, translation, rotation, scale } = placement;
      const parts = [
        variableOf(collectionOf(stage.scene, element)),
        pythonString(elementName(stage.scene, element)),
        mesh.variable,
        `at=${pythonTuple(toBlender(translation))}`,
        ...(isNone(rotation) ? [] : [`rotation=${pythonTuple(objectToBlender(rotation))}`]),
        ...(scale.every((part) => part === 1) ? [] : [`scale=${writeScale(scale)}`]),
        `id=${idOf(element)}`,
      ];
      lines.push(`place(${parts.join(', ')}${keywords(propertiesOf(ctx, stage.scene, element))})`);
    }
  });
  return lines;
}

function isNone([x, y, z]: Quaternion): boolean {
  return x === 0 && y === 0 && z === 0;
}

function writeScale(scale: Vector3): string {
  const isUniform = scale[0] === scale[1] && scale[1] === scale[2];
  return isUniform ? pythonFloat(scale[0]) : pythonTuple(scaleToBlender(scale));
}

/** All objects as rows of a table in the data. */
function writeTable(ctx: EmitContext, stage: Stage, meshes: readonly WrittenMesh[]): readonly string[] {
  const collections = collectionsOf(stage);
  const numbers: number[] = [];
  const texts: unknown[] = [];
  stage.models.forEach((model, index) => {
    for (const { element, translation, rotation, scale } of placementsOf(model)) {
      numbers.push(...toBlender(translation), ...objectToBlender(rotation), ...scaleToBlender(scale));
      const group = collections.indexOf(collectionOf(stage.scene, element));
      const properties = propertiesOf(ctx, stage.scene, element).map(([name, value]) => [name, keepable(value)]);
      texts.push([
        keepable(elementName(stage.scene, element)),
        index,
        group,
        idOf(element),
        Object.fromEntries(properties),
      ]);
    }
  });
  addArrays(ctx.store, 'table-numbers', [Float32Array.from(numbers)]);
  addJson(ctx.store, 'table-texts', texts);
  return [
    `# ${texts.length} objects, from a table in the data: name, mesh, collection, id, properties; place, rotation, scale.`,
    `meshes = [${meshes.map(({ variable }) => variable).join(', ')}]`,
    `place_table(meshes, [${collections.map(variableOf).join(', ')}])`,
  ];
}

// ---- Lamps ------------------------------------------------------------------------------------------------------------

function writeLamp(ctx: EmitContext, scene: Scene, lamp: StagedLamp): string {
  const { element, position, power, color, radius } = lamp;
  const parts = [
    variableOf('Lights'),
    pythonString(elementName(scene, element)),
    `at=${pythonTuple(toBlender(position))}`,
    `power=${pythonFloat(power)}`,
    `color=${pythonTuple(color)}`,
    `radius=${pythonFloat(radius)}`,
    `id=${idOf(element)}`,
  ];
  return `lamp(${parts.join(', ')}${keywords(propertiesOf(ctx, scene, element))})`;
}
