// A registry of its own for a test file: made and served by the real program, on a free port, in a temporary folder.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

export function program() {
    const places = [process.env.TRIALDEX, join(repository, 'build/dev/trialdex'), join(repository, 'build/release/trialdex')];
    const found = places.find((path) => path && existsSync(path));
    if (!found) throw new Error('trialdex is not built: cmake --preset dev && cmake --build --preset dev');
    return found;
}

// Real records stand beside the repository, or nowhere.
export const shared = process.env.TRIALDEX_SHARED ?? join(repository, '../shared');
export const seeds = join(shared, 'seeds');
export const realStudies = join(shared, 'data/ctgov/studies.ndjson.zst');
// For the option `skip` of a test.
export const withoutSeeds = existsSync(seeds) ? false : `needs ${seeds}, which is not here`;
export const withoutRealStudies = existsSync(realStudies) ? false : `needs ${realStudies}, which is not here`;

function run(...words) {
    const done = spawnSync(program(), words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (done.status !== 0) throw new Error(`trialdex ${words.join(' ')} ended with ${done.status}\n${done.stderr}`);
}

function addressOf(server) {
    return new Promise((resolve, reject) => {
        let said = '';
        const hear = (bytes) => {
            said += bytes;
            const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
            if (found) resolve(found[0]);
        };
        server.stdout.on('data', hear);
        server.stderr.on('data', hear);
        server.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
    });
}

// { studies: number of invented ones, files: to be imported } → { url, stop() }
export async function startSite({ studies = 0, files = [] }) {
    const data = mkdtempSync(join(tmpdir(), 'trialdex-browser-'));
    if (studies > 0) run('demo', '--studies', String(studies), '--data', data);
    if (files.length > 0) run('import', '--quiet', '--data', data, ...files);
    run('index', '--quiet', '--data', data);
    const server = spawn(program(), ['serve', '--quiet', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(signal ?? code)));
    let complaints = '';
    server.stderr.on('data', (bytes) => { complaints += bytes; });
    const stop = async () => {
        const byItself = server.signalCode ?? server.exitCode;
        server.kill('SIGTERM');
        const how = await ended;
        rmSync(data, { recursive: true, force: true });
        if (byItself !== null || how !== 0) throw new Error(`the server ended ${byItself === null ? 'when asked to' : 'by itself'}, with ${how}: ${complaints}`);
    };
    try {
        return { url: await addressOf(server), stop };
    } catch (error) {
        await stop();
        throw error;
    }
}
