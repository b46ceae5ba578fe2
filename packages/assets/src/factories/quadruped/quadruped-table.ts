// The row of a four-legged animal's table: its side view, measured as stations. Metres; x forward, y up, z to its right.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { Coat } from '../../solid/paint-surface.ts';
import type { REGION } from '../../solid/round-cone.ts';
import type { Grain } from './hairy-part.ts';

/** A point of the side view with the half height, and the half width if it is another, of the body there. */
export type Station = readonly [x: number, y: number, halfHeight: number, halfWidth?: number];

/** About a hundred numbers that make a species. Points of the head are measured from the poll, along and across the skull. */
export interface QuadrupedTable {
  /** How far the parts of the torso melt into each other. */
  readonly blend: number;
  /** From the rump to the chest. */
  readonly torso: readonly Station[];
  /** From the withers to the poll. */
  readonly neck: readonly Station[];
  /** Degrees by which the skull looks down (negative) or up. */
  readonly headPitch: number;
  readonly skull: readonly Station[];
  readonly jaw: readonly Station[];
  /** Shoulder, elbow, wrist, fetlock, toe. */
  readonly fore: readonly Station[];
  /** Hip, knee, hock, fetlock, toe. */
  readonly hind: readonly Station[];
  /** Half the distance between the fore feet, and between the hind feet. */
  readonly spread: readonly [fore: number, hind: number];
  readonly tail: readonly Station[];
  readonly tuft?: Tuft;
  readonly ear: Ear;
  /** Where the eyes are in the side view of the head, and their radius. */
  readonly eye: Eye;
  readonly nose: { readonly at: Vector3; readonly radius: number; readonly color: LinearColor };
  readonly foot: 'hoof' | 'cloven' | 'paw' | 'pillar';
  /** The color of hooves; nearly black if left out. */
  readonly hoofColor?: LinearColor;
  /** More flesh anywhere: cheeks, brows, nostrils, lips, a hump, an udder. */
  readonly flesh?: readonly Flesh[];
  /** More flesh on the torso: a hump, a crest, a ruff. */
  readonly bulges?: readonly (readonly Station[])[];
  readonly mane?: 'upright' | 'hanging';
  /** The color of a hanging mane; nearly black if left out. */
  readonly maneColor?: LinearColor;
  readonly horns?: HornKind;
  readonly beard?: Beard;
  readonly snout?: Snout;
  /** How the tail of a pig goes on after its last station. */
  readonly curl?: Curl;
  /** From the face down, measured from the poll. */
  readonly trunk?: readonly Station[];
  /** Curls of wool over the body: how thick, and how many a metre. */
  readonly wool?: { readonly depth: number; readonly perMetre: number };
  /** Locks of hair on the skin. */
  readonly fur?: readonly Fur[];
  /** The texture of the skin; short hair if left out. */
  readonly grain?: Grain;
  /** How long the whiskers are, metres. */
  readonly whiskers?: number;
  /** How far the tongue hangs out, metres. */
  readonly tongue?: number;
  /** Claws that show on the toes: how long they are, metres. */
  readonly claws?: { readonly length: number; readonly color: LinearColor };
  /** Degrees by which the fore legs are spread to drink and graze: for a neck that is shorter than the legs. */
  readonly splay?: number;
  /** Whether the legs of one side swing nearly together, as a giraffe's and a camel's do; if left out, one a quarter after the other. */
  readonly walks?: 'pace';
  /** Degrees by which the hind legs pass outside of the fore legs when they are gathered in a run: for legs longer than the trunk. If left out 3 for paws, and 0 for hooves. */
  readonly straddle?: number;
  /** What the eyes cannot see but a coat depends on: paints the skin; `seed` tells individuals apart. */
  readonly coat: (seed: number) => Coat;
  /** How it stands: on four legs, or upright on its hind legs and its tail like a kangaroo. */
  readonly stance?: 'biped';
  /** Its legs when it lies: like a cat's, stretched out, or tucked under. */
  readonly lies: 'stretched' | 'tucked';
}

/** What grows on a head: see `horns.ts`. */
export type HornKind = 'antlers' | 'palms' | 'ossicones' | 'tusks' | 'cattle' | 'buffalo' | 'goat' | 'lyre' | 'rhino';

/** Hair that hangs from the chin. */
export interface Beard {
  /** In the side view of the head. */
  readonly at: readonly [x: number, y: number];
  readonly length: number;
  readonly color: LinearColor;
}

/** A disc at the end of the muzzle. */
export interface Snout {
  /** Its middle in the side view of the head. */
  readonly at: readonly [x: number, y: number];
  readonly radius: number;
  readonly color: LinearColor;
}

/** A tail in a spiral: how wide that is, and how thick the tail. */
export interface Curl {
  readonly radius: number;
  readonly thickness: number;
  readonly color: LinearColor;
}

/** A round cone of flesh on one bone. Off the middle (z > 0) there is another on the other side. */
export interface Flesh {
  /** `head`, `jaw`, `chest`, `hips`, `neck0`…, `udder`, or a joint of the legs without its side: `elbow`. */
  readonly on: string;
  /** Points of the head and the jaw are measured from the poll, along and across the skull. */
  readonly from: Vector3;
  readonly to: Vector3;
  readonly radii: readonly [from: number, to: number];
  /** Its thickness along z, as a share of its radius; 1 if left out. */
  readonly flatness?: number;
  /** How far it melts into the rest, metres. */
  readonly blend: number;
  readonly region: keyof typeof REGION;
}

/** The eyes: where they are in the side view of the head. */
export interface Eye {
  readonly at: readonly [x: number, y: number];
  readonly radius: number;
  readonly iris: LinearColor;
  /** The color of the lids' edge; nearly black if left out. */
  readonly rim?: LinearColor;
  /** Degrees by which the inner corner lies lower; 0 if left out. */
  readonly slant?: number;
  /** How far the upper lid comes down, 0..1; none if left out. */
  readonly lid?: number;
}

/** Locks of hair on some parts of the body, in the colors of the coat. Metres. */
export interface Fur {
  readonly regions: readonly (keyof typeof REGION)[];
  /** From one lock to the next. */
  readonly spacing: number;
  readonly length: number;
  readonly halfWidth: number;
  /** How far the tips stand off the skin, as a share of the length. */
  readonly lift: number;
  /** How much it hangs rather than lies: 0..1. */
  readonly sag: number;
  /** How far from the tip of the nose it begins; it has its full length half as far again. Everywhere if left out. */
  readonly beyond?: number;
  /** How far from the tip of the nose it ends. */
  readonly within?: number;
}

/** The hair at the end of a tail. */
export interface Tuft {
  readonly radius: number;
  readonly length: number;
  readonly locks: number;
  readonly color: LinearColor;
}

/** An ear, measured on the head. */
export interface Ear {
  readonly at: Vector3;
  readonly tip: Vector3;
  readonly radius: number;
  readonly shape: 'round' | 'leaf' | 'point' | 'fan';
  /** The way its opening looks; forwards and a little outwards if left out. */
  readonly face?: Vector3;
}
