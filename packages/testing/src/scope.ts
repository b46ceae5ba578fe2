// What a program that is being written knows of itself: its names, its frame, how much it makes.
import type { ElementMember } from '@diorama/vocabulary';
import type { Random } from './random.ts';

/** Bounds of a number, both finite, in base units. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What a name stands for. */
export interface Variable {
  readonly name: string;
  /** As a program writes it, or `Element`, or `Pose`. */
  readonly type: string;
  /** Of a number, or of the numbers of a list. */
  readonly bounds?: Bounds;
  /** Where a position was measured, or an element stands. */
  readonly frame?: number;
  /** Of an element: what can be read of it. */
  readonly members?: readonly ElementMember[];
  /** Of a list: how many values it has at least. */
  readonly length?: number;
}

/** A prefab that has been declared. */
export interface PrefabSketch {
  readonly name: string;
  readonly parameters: readonly (Variable & { readonly required: boolean })[];
  /** The most elements that one use makes. */
  readonly cost: number;
}

export interface WriterOptions {
  /** Only what core form has: elements of the world with literal values. */
  readonly core: boolean;
  /** Write `?` here and there. */
  readonly holes: boolean;
  /** The files that the program may name exist: a library of prefabs, embeddings, an image. */
  readonly files: boolean;
}

/** What holds for the whole program. */
export interface WriterState {
  readonly options: WriterOptions;
  readonly prefabs: PrefabSketch[];
  readonly settings: Set<string>;
  names: number;
  frames: number;
  /** Elements made so far, at most. */
  cost: number;
  embeddings: boolean;
  /** Soft keywords that no name bears yet. */
  softNames: string[];
}

/** Where in the program the writer is. */
export interface Writer {
  readonly random: Random;
  readonly state: WriterState;
  /** Names that may be read here, inner ones last. */
  readonly variables: Variable[];
  /** 0 is the world's. */
  readonly frame: number;
  /** How many times what is written here runs, at most. */
  readonly times: number;
  /** How much deeper blocks and expressions may nest. */
  readonly depth: number;
  /** Whether settings may stand here. */
  readonly top: boolean;
}

export function createState(options: WriterOptions): WriterState {
  return {
    options,
    prefabs: [],
    settings: new Set(),
    names: 0,
    frames: 0,
    cost: 0,
    embeddings: false,
    softNames: ['step', 'spacing', 'from', 'as'],
  };
}

/** A block of its own, one level further in. */
export function innerBlock(writer: Writer, changes: Partial<Writer> = {}): Writer {
  return { ...writer, variables: [...writer.variables], depth: writer.depth - 1, top: false, ...changes };
}

export function newFrame({ state }: Writer): number {
  state.frames += 1;
  return state.frames;
}

export function freshName({ state, random }: Writer): string {
  const soft = random.chance(0.01) ? state.softNames.pop() : undefined;
  if (soft !== undefined) return soft;
  state.names += 1;
  return `${random.pick(['far', 'x', 'mean_height', 'k', 'Tall', '_n', 'rows', 'tree', 'height', 'e'])}${state.names}`;
}

export function variablesOf({ variables }: Writer, type: string): readonly Variable[] {
  return variables.filter((variable) => variable.type === type);
}
