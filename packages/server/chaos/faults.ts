// Every fault there is, by the name the report and the command know it by.
import { setBackClock, startTwice } from './clocks.ts';
import {
  type Hit,
  type House,
  killInAssembly,
  killInExport,
  killInFirstStart,
  killInMigration,
  killInRun,
  killInUpload,
} from './kills.ts';

export interface Fault {
  readonly name: string;
  readonly what: string;
  /** Resolves with where it hit, when everything was as it must be afterwards; throws otherwise. */
  readonly happen: (house: House) => Promise<Hit>;
}

export const faults: readonly Fault[] = [
  { name: 'upload', what: '`kill -9` while a file is uploaded', happen: killInUpload },
  { name: 'run', what: '`kill -9` from asking for a run to its result', happen: killInRun },
  { name: 'assembly', what: '`kill -9` while draws and results are stored', happen: killInAssembly },
  { name: 'export', what: '`kill -9` while a result is downloaded', happen: killInExport },
  { name: 'first-start', what: '`kill -9` while an installation is made', happen: killInFirstStart },
  { name: 'migration', what: '`kill -9` while an older database is migrated', happen: killInMigration },
  { name: 'clock', what: 'the clock is set back during a run', happen: setBackClock },
  { name: 'twice', what: 'a second start on the same data folder', happen: startTwice },
];
