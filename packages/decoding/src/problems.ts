// The pages of all that decoding can say of its own.
export { DECISION_PAGES } from './decisions/problems/index.ts';
export { TEMPLATE_PAGES } from './template/problems/index.ts';
