// Times each engine on each workload and writes peers.json (nanoseconds per decision) and peers.md.
import fs from 'node:fs';
import os from 'node:os';
import { createRequire } from 'node:module';
import { cedarWasm } from './cedar-wasm.mjs';
import { iamSimulate } from './iam-simulate.mjs';
import { pbac } from './pbac.mjs';

const names = process.argv.slice(2);
const engines = { 'iam-simulate': iamSimulate, 'cedar-wasm': cedarWasm, pbac };
const times = {};
const remarks = [];

// The fastest of several batches: at least 3 rounds of all requests, and a third of a second.
function time(decide, requests) {
  for (let i = 0; i < 3; i++) requests.forEach(decide);
  let rounds = 1;
  let fastest = Infinity;
  const end = performance.now() + 333;
  for (let batch = 0; batch < 3 || performance.now() < end; batch++) {
    const start = performance.now();
    for (let i = 0; i < rounds; i++) for (const request of requests) decide(request);
    const took = performance.now() - start;
    fastest = Math.min(fastest, (took * 1e6) / (rounds * requests.length));
    if (took < 5) rounds *= 2;
  }
  return fastest;
}

function record(engine, name, value) {
  (times[engine] ??= {})[name] = value;
}

for (const name of names) {
  const workload = JSON.parse(fs.readFileSync(`workloads/${name}.json`));
  for (const [engine, prepare] of Object.entries(engines)) {
    try {
      const decide = prepare(workload);
      const wrong = workload.requests.filter((request) => decide(request) !== request.allowed).length;
      if (wrong > 0) remarks.push(`${engine} decides ${wrong} of ${workload.requests.length} requests of ${name} differently.`);
      record(engine, name, time(decide, workload.requests));
    } catch (error) {
      remarks.push(`${engine} cannot run ${name}: ${String(error.message ?? error).split('\n')[0]}`);
    }
  }
}

for (const line of fs.readFileSync('own.txt', 'utf8').trim().split('\n')) {
  const [name, prepared, strings, refilled] = line.split(' ');
  record('PolicyEngine', name, Number(prepared));
  record('PolicyEngine, from strings', name, Number(strings));
  record('PolicyEngine, from strings, one request filled again', name, Number(refilled));
}

const require = createRequire(import.meta.url);
const versions = Object.entries(require('./package.json').dependencies).map(([name, version]) => `${name} ${version}`).join(', ');
const show = (t) => (t === undefined ? '–' : t < 1e3 ? `${t.toFixed(1)} ns` : t < 1e6 ? `${(t / 1e3).toFixed(1)} µs` : `${(t / 1e6).toFixed(1)} ms`);
const rows = Object.entries(times).map(([engine, row]) => `| ${engine} | ${names.map((name) => show(row[name])).join(' | ')} |`);
const page = [
  '# Time per decision, beside engines of others', '',
  `${os.cpus()[0].model.trim()}, ${os.cpus().length} processors, node ${process.version}; ${versions}.`,
  'Policies are loaded beforehand. The others build their request from strings for each decision, as their interfaces ask for.', '',
  `| | ${names.join(' | ')} |`, `|---|${names.map(() => '---:').join('|')}|`, ...rows, '',
  ...remarks.map((remark) => `- ${remark}`), '',
  'iam-simulate also explains its decision, cedar-wasm receives each request as JSON across the border of WebAssembly, and pbac knows no principals:',
  'the ratios tell what a caller pays, not how good an engine is inside.', '',
].join('\n');
fs.writeFileSync('peers.json', JSON.stringify(times, null, 1));
fs.writeFileSync('peers.md', page);
