// Choosing tokens under a mask.

export { argmax } from './argmax.ts';
export { type Beam, type BeamOptions, beamSearch } from './beam-search.ts';
// What it takes: a constraint (a decoder is one), a model, draws.
export type { Constraint } from './constraint.ts';
export { drawAdaptively } from './draw-adaptively.ts';
export { drawExactly } from './draw-exactly.ts';
export { drawWithParticles, type ParticleOptions } from './draw-with-particles.ts';
// A sequence as the model means it: masking alone distorts.
export { createFutures, type Drawn, type Futures, type FuturesOptions, validShare } from './futures.ts';
// A sequence.
export {
  type Ending,
  type GeneratedToken,
  type GenerateOptions,
  type Generation,
  generate,
  generateTokens,
} from './generate-tokens.ts';
export { type LogChances, logChancesOfAllowed, logSoftmax } from './log-softmax.ts';
export type { Logits } from './logits.ts';
export type { Model } from './model.ts';
export { pickGreedy } from './pick-greedy.ts';
export { createRandom, type Random } from './random.ts';
// One token.
export { DEFAULT_SAMPLE_OPTIONS, type SampleOptions, sample } from './sample.ts';
