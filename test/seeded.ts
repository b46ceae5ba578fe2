// Gives every property test the same programs on every run: a test that fails, fails again. Tests may set their own seed.
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_261_122 });
