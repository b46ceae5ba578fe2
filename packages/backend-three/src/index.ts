// Turns a stage into a three.js module, a live object tree, or a page that shows it.
export {};
