// Turns a typed program into a scene.
export {};
