// The names by which a program may write a type: in `let x: Length` and for parameters.
import { KINDS } from './kinds.ts';
import {
  ANGLE,
  APPEARANCE,
  BOOLEAN,
  COLOR,
  type EnumerationType,
  INTEGER,
  LENGTH,
  NUMBER,
  POSITION,
  REGION,
  ROTATION,
  TEXT,
  type ValueType,
  VECTOR,
  VIEW_POSITION,
} from './types.ts';

/** The enumerations that properties use, each with all of its words. */
export const ENUMERATIONS: ReadonlyMap<string, EnumerationType> = collectEnumerations();

/** The types that have a name of their own, for `let x: Length` and parameters. */
export const TYPE_NAMES: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['Number', NUMBER],
  ['Integer', INTEGER],
  ['Length', LENGTH],
  ['Angle', ANGLE],
  ['Boolean', BOOLEAN],
  ['Text', TEXT],
  ['Color', COLOR],
  ['Position', POSITION],
  ['ViewPosition', VIEW_POSITION],
  ['Vector', VECTOR],
  ['Rotation', ROTATION],
  ['Appearance', APPEARANCE],
  ['Region', REGION],
  ...ENUMERATIONS,
]);

/** These take another type in brackets: `List[Length]`. */
export const TYPE_CONSTRUCTORS = ['Range', 'List'] as const;

function collectEnumerations(): Map<string, EnumerationType> {
  const found = new Map<string, EnumerationType>();
  for (const { properties } of KINDS) {
    for (const { type } of properties) {
      if (type.kind !== 'enumeration') continue;
      const words = new Set([...(found.get(type.name)?.words ?? []), ...type.words]);
      found.set(type.name, { ...type, words: [...words] });
    }
  }
  return found;
}
