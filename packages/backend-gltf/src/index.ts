// Turns a stage into glTF 2.0.
export {};
