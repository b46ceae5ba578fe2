import { diagnose } from '../test/support.ts';
import { readFileSync } from 'node:fs';
console.log(diagnose(readFileSync('/work/main/grammar/corpus/ok/enumeration-words-as-values.dio','utf8')).map(d => d.code + ' ' + d.primary.message));
