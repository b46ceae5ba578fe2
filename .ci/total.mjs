// Prints the total of test-results.json as the line that CI reads. No results count as one failure.
import { existsSync, readFileSync } from 'node:fs';

const file = new URL('../test-results.json', import.meta.url);
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = results ?? {};
// A suite that did not load has no tests to count, and fails all the same.
const unloaded = (results?.testResults ?? []).filter(
  (one) => one.status === 'failed' && one.assertionResults.length === 0,
);
const failures = failed + unloaded.length + (results ? 0 : 1);
console.log(`${passed} passed, ${failures} failed, ${skipped} skipped`);
process.exitCode = failures > 0 ? 1 : 0;
