// The sky: one table for all renderers.

export type { SkyModel, SkyParameters, SkyTable } from './sky-model.ts';
