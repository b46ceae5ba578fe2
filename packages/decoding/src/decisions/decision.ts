// One step of a program in the dialect of decisions.
import type { SlotValue } from './slot.ts';

/**
 * What a model decides in one step: a choice, and what the choice carries. All text that follows from it (brackets, names
 * of properties, commas) costs nothing.
 */
export interface Decision {
  /** The name of a choice of the decision table: `tree`, `at.view`, `at.view.y`, `pose.walk`, `end`. */
  readonly choice: string;
  /** The exact value of the choice's slot, if it has one: a number, a text or color, the numbers of a rotation. */
  readonly value?: SlotValue;
}
