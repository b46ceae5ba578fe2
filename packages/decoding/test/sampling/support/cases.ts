// Small languages with small models, whose sequences can all be listed: what samplers are measured on.
import type { Constraint } from '../../../src/sampling/constraint.ts';
import { BRACKETS, constrain, FIVE_BITS } from './automata.ts';
import { constrainToCore, LEXEMES } from './core-sublanguage.ts';
import { exactDistribution } from './distributions.ts';
import { randomModel, type SmallModel, trainedModel } from './models.ts';

export interface Case {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: states are opaque, and differ from case to case
  readonly constraint: Constraint<any>;
  readonly model: SmallModel;
  readonly budget: number;
}

const core = constrainToCore();
const end = LEXEMES.length;

/** All programs of the sublanguage, with their end. */
export const CORE_PROGRAMS: readonly (readonly number[])[] = [
  ...exactDistribution(randomModel(1, end + 1, 1, 0), core, 21).chances.keys(),
].map((text) => [...text.split(' ').filter(Boolean).map(Number), end]);

export const CASES: readonly Case[] = [
  {
    name: 'five bits, a random bigram model',
    constraint: constrain(FIVE_BITS),
    model: randomModel(2, 3, 1, 2),
    budget: 6,
  },
  {
    name: 'brackets, a random bigram model',
    constraint: constrain(BRACKETS),
    model: randomModel(2, 6, 1, 1),
    budget: 9,
  },
  { name: 'core form, a random trigram model', constraint: core, model: randomModel(4, end + 1, 2, 2), budget: 21 },
  {
    name: 'core form, a trained bigram model',
    constraint: core,
    model: trainedModel(CORE_PROGRAMS, end + 1, 0.05),
    budget: 21,
  },
];
