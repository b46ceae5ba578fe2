// The facade: compiles an entry file for a backend.
export {};
