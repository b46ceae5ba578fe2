// The reference renderer: a stage becomes color, ids and depth.
export {};
