// Templates: programs with holes, completed by a model.
export { COMPLETE_DEFAULTS, type CompleteOptions, complete } from './complete.ts';
export { TEMPLATE_PAGES } from './problems/index.ts';
export type { TemplateConstraint, TemplateState } from './template-constraint.ts';
export type { HoleValues } from './value-shape.ts';
