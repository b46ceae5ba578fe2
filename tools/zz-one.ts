import { readFileSync } from 'node:fs';
import { checkFile, memoryWorld } from '@diorama/compiler';
import { programFiles } from '@diorama/testing';

const text = readFileSync(0, 'utf8');
const r: any = checkFile(memoryWorld({ ...programFiles(), 'main.dio': text }), 'main.dio');
for (const d of r.diagnostics) console.log(d.severity, d.code, d.primary.start, d.primary.message, d.notes.join(' | '));
console.log('scene' in r.value, r.value.scene?.elements.length);
