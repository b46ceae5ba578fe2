// Random programs, and damaged ones, for the tests of all packages.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// For property tests.
export {
  type ArbitraryProgram,
  type ProgramOptions,
  PROGRAM_DEFAULTS,
  arbitraryCoreProgram,
  arbitraryMutation,
  arbitraryProgram,
} from './arbitraries.ts';

// From seeds.
export { type ItemSeed, programFiles, writeProgram } from './write-program.ts';
export { characterSoup, mutate, tokenSoup } from './mutate.ts';
export { type Random, createRandom } from './random.ts';

// Programs as pieces, into which a test may put others.
export {
  type CommaSlot,
  type FieldSlot,
  type ItemSlot,
  type Piece,
  type Slot,
  layOut,
  layOutPlainly,
} from './layout.ts';
export type { WriterOptions } from './scope.ts';
