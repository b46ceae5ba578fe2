// Reads one bomb in this process and prints, as JSON, what came of it.
import { checkFile, formatText, memoryWorld } from '@diorama/compiler';
import { SourceFile } from '@diorama/diagnostics';
import { BOMBS } from './bombs.ts';

/** What a bomb did. */
export interface BombReport {
  readonly errors: readonly string[];
  readonly hasScene: boolean;
  /** Of the processor's time, so that a busy machine makes no difference. */
  readonly seconds: number;
  /** The most memory that the process held. */
  readonly mebibytes: number;
}

const bomb = BOMBS.find(({ name }) => name === process.argv[2]);
if (bomb === undefined) throw new Error(`no bomb is called ${process.argv[2]}`);
const files = bomb.files();
const start = process.cpuUsage();
const checked = checkFile(memoryWorld(files), 'main.dio');
if ('unreadable' in checked) throw new Error('a text in memory can be read');
formatText(SourceFile.from('main.dio', files['main.dio'] ?? ''));
const used = process.cpuUsage(start);
const report: BombReport = {
  errors: [...new Set(checked.diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : [])))],
  hasScene: checked.value.scene !== undefined,
  seconds: (used.user + used.system) / 1e6,
  mebibytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(report));
