// The row of a bird's table: its side view with wings folded. Metres; x forward, y up.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { Pelt } from '../quadruped/hair-texture.ts';

/** A point of the side view with the half height, and the half width if it is another, of the body there. */
export type BirdStation = readonly [x: number, y: number, halfHeight: number, halfWidth?: number];

/** A swelling, or with a negative lift a hollow, of the skin around a point, on both sides. */
export type Bump = readonly [x: number, y: number, z: number, radius: number, lift: number];

/** What plumage knows of a point of the body. */
export interface Skin {
  /** The point at rest, metres: patterns are fixed to it, and do not swim when a joint bends. */
  readonly rest: Vector3;
  /** Where along the bird it is: 0..1 from the tail to the breast, 1..2 up the neck, 2..3 from the nape to the beak. */
  readonly way: number;
  /** 1 on the back, the nape and the crown; −1 at the belly and the throat. */
  readonly up: number;
}

/** The linear color of a point of the body. */
export type Plumage = (skin: Skin) => LinearColor;

/** The color of a row of feathers. */
export interface Tint {
  readonly color: LinearColor;
  /** At the ends of the feathers, if it is another. */
  readonly tip?: LinearColor;
  /** How many dark bars cross a feather. */
  readonly bars?: number;
}

export interface BeakTable {
  /** From the face to the tip, on the head at rest. */
  readonly upper: readonly BirdStation[];
  readonly lower: readonly BirdStation[];
  readonly color: LinearColor;
  readonly lowerColor?: LinearColor;
  readonly tip?: LinearColor;
  /** The share of the beak, from the tip, that has the tip's color. */
  readonly tipShare?: number;
  /** The soft skin at the root. */
  readonly cere?: LinearColor;
}

export interface LegTable {
  /** Knee (in the plumage), ankle, foot, on the right side. */
  readonly points: readonly [knee: Vector3, ankle: Vector3, foot: Vector3];
  /** Radii of the feathered thigh at the knee and at the ankle. */
  readonly thigh: readonly [knee: number, ankle: number];
  readonly thighColor: LinearColor;
  /** Of the bare leg. */
  readonly radius: number;
  readonly color: LinearColor;
  /** Whether feathers reach down to the toes. */
  readonly feathered?: boolean;
  readonly toe: number;
  /** Of a toe; as the leg's if left out. */
  readonly toeRadius?: number;
  readonly toes: 'three' | 'yoked' | 'webbed' | 'two';
  /** The length of a claw, and its color. */
  readonly claw: number;
  readonly clawColor?: LinearColor;
}

export interface TailTable {
  readonly at: Vector3;
  readonly feathers: number;
  readonly length: number;
  /** Degrees from the middle to the outermost feather, closed and in flight. */
  readonly spread: readonly [closed: number, open: number];
  readonly halfWidth: number;
  /** Degrees by which it is raised above the level. */
  readonly pitch: number;
  /** How much shorter the outermost feathers are; negative for a fork. */
  readonly rounding: number;
  readonly tint: Tint;
  /** Feathers over its root. */
  readonly coverts: LinearColor;
  /** How far it curves up (or down) towards its end, as a share of its length. */
  readonly curve?: number;
  /** Degrees by which the two halves are folded down, as of a hen. */
  readonly roof?: number;
}

export interface WingTable {
  readonly kind: 'feathers' | 'flipper';
  /** Of both wings. */
  readonly span: number;
  readonly chord: number;
  /** Where it is attached, on the right side. */
  readonly at: Vector3;
  /** The shape of its end: spread fingers, a point, or round. */
  readonly end: 'fingers' | 'pointed' | 'round';
  readonly lesser: Tint;
  readonly greater: Tint;
  readonly secondary: Tint;
  /** What covers the secondaries when the wing is folded, if it is of another color. */
  readonly tertial?: Tint;
  readonly primary: Tint;
  /** The feathers under the spread wing, if they are of another color than those on it. */
  readonly under?: LinearColor;
  /** The folded wing in the side view, from the shoulder to the end of the secondaries; its thickness stands for the width. */
  readonly folded: readonly BirdStation[];
  /** Where the primaries end under the folded wing. */
  readonly folds: readonly [x: number, y: number];
}

/** A tract of long feathers: where their roots are in the side view, and which way they lie. */
export interface PlumeTable {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** How far round the body they stand, from the middle line: 0..1 of its width. */
  readonly around: readonly [least: number, greatest: number];
  readonly count: number;
  /** Their direction in the side view, degrees above forwards. */
  readonly angle: number;
  readonly length: number;
  readonly halfWidth: number;
  /** By how much of its length a feather's end sinks. */
  readonly droop: number;
  /** How far they spread to the sides: 0..1. */
  readonly splay?: number;
  readonly color: LinearColor;
  readonly on: 'body' | 'neck' | 'head';
}

/** A fleshy part of the face: a flat tube along points of the side view. */
export interface FleshTable {
  readonly points: readonly Vector3[];
  readonly radii: readonly number[];
  readonly flatness: number;
  readonly color: LinearColor;
  /** Whether there is one on each side. */
  readonly paired: boolean;
}

export interface BirdTable {
  /** From the tail to the breast. */
  readonly body: readonly BirdStation[];
  /** From the breast up. */
  readonly neck: readonly BirdStation[];
  readonly head: readonly BirdStation[];
  readonly bumps?: readonly Bump[];
  readonly beak: BeakTable;
  readonly eye: {
    readonly at: readonly [x: number, y: number];
    readonly radius: number;
    readonly iris: LinearColor;
    /** The bare rim. */
    readonly ring?: LinearColor;
    /** Degrees by which it looks forwards. */
    readonly forwards?: number;
    /** How far it stands out of the head, metres. */
    readonly out?: number;
    /** How far it is from the middle of the head, where the head's width does not say. */
    readonly z?: number;
  };
  readonly leg: LegTable;
  readonly tail: TailTable;
  readonly wing: WingTable;
  readonly flight: {
    /** Degrees by which the body is lowered. */
    readonly body: number;
    /** Degrees by which each joint of the neck is raised, from the breast up. */
    readonly neck: readonly number[];
    /** Degrees by which the head is raised above the level. */
    readonly head?: number;
    readonly legs: 'trail' | 'tuck' | 'run';
    /** Degrees up and down of the wings' beat, and about which raise. */
    readonly beat: readonly [reach: number, raise: number];
  };
  readonly perch: { readonly body: number; readonly crouch: number };
  /** Degrees by which the body is lowered to lie level on the water; the share of its height under water. */
  readonly swim: { readonly body: number; readonly depth: number };
  readonly plumes?: readonly PlumeTable[];
  readonly flesh?: readonly FleshTable[];
  readonly disc?: {
    readonly at: readonly [x: number, y: number];
    readonly radius: number;
    readonly color: LinearColor;
    readonly rim: LinearColor;
  };
  /** The texture of the plumage, and how often it lies side by side on one flank; feathers, once, if left out. */
  readonly grain?: { readonly pelt: Pelt; readonly repeats: number };
  readonly plumage: (seed: number, shade: number) => Plumage;
  /** How some individuals differ: females, breeds. About half are as the table says. */
  readonly morphs?: readonly Partial<BirdTable>[];
}
