// The renderer of diagnostics in a module of its own, to be loaded when there is something to show.
export { renderForTerminal } from '@diorama/diagnostics';
