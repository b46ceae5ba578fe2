// The diorama command, as a function for tests and for programs that bring their own surroundings.
export { EXIT, type ExitCode } from './exit-code.ts';
export type { Io, Output } from './io.ts';
export { main } from './main.ts';
