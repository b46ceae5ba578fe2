import { readFileSync } from 'node:fs';
import { tryText } from './verify/hostile-case.ts';
import { checkFile, memoryWorld, openSession, formatText, fixFile } from '@diorama/compiler';
const t = readFileSync(process.argv[2]!, 'utf8'); console.log(t.length);
for (let i = 0; i < 3; i++) { const c = process.cpuUsage(); const r = checkFile(memoryWorld({ 'main.dio': t }), 'main.dio', {limits:{ instances: 20_000, work: 1_000_000 }}) as any; const u = process.cpuUsage(c); console.log('check', (u.user + u.system) / 1000, r.diagnostics.length);
const d = process.cpuUsage(); console.log(tryText(t, Number(process.argv[3]))); const v = process.cpuUsage(d); console.log('all', (v.user + v.system) / 1000); }
