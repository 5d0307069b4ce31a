// Records as the tests know them from outside the site.
import { spawnSync } from 'node:child_process';
import { program, realStudies } from './site.mjs';

const parsed = (done, what) => {
    if (done.status !== 0) throw new Error(`${what}: ${done.stderr}`);
    return done.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
};
const options = { encoding: 'utf8', maxBuffer: 2 ** 30 };

// The invented studies that `trialdex demo` makes, the same every time.
export const inventedRecords = (studies) =>
    parsed(spawnSync(program(), ['demo', '--studies', String(studies), '--out', '-'], options), 'trialdex demo');

export const realRecords = () => parsed(spawnSync('zstd', ['-dc', '--long=27', realStudies], options), 'zstd');
