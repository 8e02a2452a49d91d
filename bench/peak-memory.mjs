// Preloaded into a measured process: on exit it leaves its peak memory in the file MIXMODEL_PEAK_FILE names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  if (process.env.MIXMODEL_PEAK_FILE)
    writeFileSync(process.env.MIXMODEL_PEAK_FILE, String(process.resourceUsage().maxRSS));
});
