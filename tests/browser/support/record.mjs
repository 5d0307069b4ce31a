// What a record consists of, by the schema's own table: its sections, modules and child entities.
import { readFileSync } from 'node:fs';

const rows = readFileSync(new URL('../../../schema/nodes.tsv', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
const structures = new Set(rows.filter(([, kind]) => ['section', 'module', 'entity'].includes(kind)).map(([path]) => path));

// Paths of all nodes that have a page: JSON names and list places joined by '/'.
export function nodesOf(record) {
    const found = [];
    const walk = (value, path, kind) => {
        if (Array.isArray(value)) {
            value.forEach((element, i) => walk(element, `${path}/${i}`, kind));
        } else if (value !== null && typeof value === 'object' && structures.has(kind)) {
            found.push(path);
            for (const [name, member] of Object.entries(value)) walk(member, `${path}/${name}`, `${kind}.${name}`);
        }
    };
    for (const [name, member] of Object.entries(record)) walk(member, name, name);
    return found;
}

export function* stringsOf(value) {
    if (typeof value === 'string') yield value;
    else if (value !== null && typeof value === 'object') for (const member of Object.values(value)) yield* stringsOf(member);
}

export const idOf = (record) => record.protocolSection.identificationModule.nctId;

// What schema/nodes.tsv says of the node at a dotted path.
function rowOf(path) {
    const row = rows.find(([of]) => of === path);
    if (!row) throw new Error(`schema/nodes.tsv has no ${path}`);
    return row;
}
export const labelOf = (path) => rowOf(path)[9];
export const explanationOf = (path) => rowOf(path)[10];
