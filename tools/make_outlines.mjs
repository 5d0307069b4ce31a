// Makes assets/outlines.txt: the coasts and borders of the world, small enough to travel inside the program.
//
// usage: node make_outlines.mjs OUTPUT.txt    (in a folder where the npm packages world-atlas@2, topojson-client and
//                                              topojson-simplify are installed)
//
// The outlines are Natural Earth's (public domain, scale 1:50 million), as world-atlas carries them. They are simplified
// once, here; the program only clips and rounds them. Not run by the build: the result is committed.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(path.join(process.cwd(), 'x.js')));
const { feature, mesh } = require('topojson-client');
const { presimplify, simplify } = require('topojson-simplify');

const quantum = 0.02; // degrees: 2 km
const leastTriangle = 0.008; // square degrees: points that bend a line by less are left out
const leastIsland = 0.04; // square degrees, unless it is the largest piece of its country
const southernmost = -60; // without Antarctica

const half = 46; // characters '#' to '~' are 92 digits: the lower half ends a number, the upper half goes on
const number = (value) => {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    let text = '';
    for (; rest >= half; rest = Math.floor(rest / half)) text += String.fromCharCode(35 + half + (rest % half));
    return text + String.fromCharCode(35 + rest);
};

// Pieces that the date line cuts go on beyond 180 degrees.
const unbroken = (points) => {
    let around = 0;
    return points.map(([lon, lat], i) => {
        if (i > 0) around -= 360 * Math.round((lon - points[i - 1][0]) / 360);
        return [lon + around, lat];
    });
};

const line = (kind, points) => {
    let [x, y] = [0, 0];
    let text = kind;
    let written = 0;
    for (const [lon, lat] of points) {
        const [nextX, nextY] = [Math.round(lon / quantum), Math.round(lat / quantum)];
        if (written > 0 && nextX === x && nextY === y) continue;
        text += number(nextX - x) + number(nextY - y);
        [x, y] = [nextX, nextY];
        written += 1;
    }
    return written > (kind === 'L' ? 3 : 1) ? text : null;
};

const area = (ring) => {
    let sum = 0;
    for (let i = 0; i + 1 < ring.length; ++i) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    return Math.abs(sum) / 2;
};
const polygons = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates ?? []);
const key = (ring) => ring.map((point) => point.join()).sort()[0];

const atlas = JSON.parse(fs.readFileSync(require.resolve('world-atlas/countries-50m.json')));
const topology = simplify(presimplify(atlas), leastTriangle);

const kept = new Set(); // the first point of the largest piece of each country that is an island of its own
for (const country of feature(topology, topology.objects.countries).features) {
    const rings = polygons(country.geometry).map((polygon) => polygon[0]);
    if (rings.length) kept.add(key(rings.reduce((a, b) => (area(a) >= area(b) ? a : b))));
}

const lines = [];
const land = feature(topology, topology.objects.land);
for (const { geometry } of land.features ?? [land]) {
    for (const rings of polygons(geometry)) {
        const isSeen = rings[0].some(([, lat]) => lat > southernmost);
        if (!isSeen || (area(rings[0]) < leastIsland && !kept.has(key(rings[0])))) continue;
        for (const ring of rings) lines.push(line('L', unbroken(ring.slice(0, -1))));
    }
}
const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);
for (const points of borders.coordinates) lines.push(line('B', unbroken(points)));

const header = [
    '# Coasts and borders of the world, from Natural Earth (public domain, 1:50 million, version 4.1) by way of the npm',
    '# package world-atlas 2.0.2, simplified by tools/make_outlines.mjs. Approximate, and no statement on any territory.',
    `# L: a piece of land, closed; B: a border. Steps of ${quantum} degrees east and north from the last point, from 0, 0 at first.`,
];
fs.writeFileSync(process.argv[2], [...header, ...lines.filter(Boolean)].join('\n') + '\n');
