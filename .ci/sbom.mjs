// node sbom.mjs FILE LOCK: adds Pact's core, which npm brings, to a bill of materials that knows of NuGet alone.
import { readFileSync, writeFileSync } from 'node:fs';

const [file, lock] = process.argv.slice(2);
const bom = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = JSON.parse(readFileSync(lock, 'utf8'));
for (const [path, { version, license, integrity }] of Object.entries(packages)) {
  const name = path.replace('node_modules/', '');
  if (name.startsWith('@pact-foundation/pact-core-')) {
    const [, algorithm, hash] = /^(sha\d+)-(.+)$/.exec(integrity);
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    bom.components.push({
      type: 'library', 'bom-ref': purl, name, version, purl,
      ...(license ? { licenses: [{ license: { id: license } }] } : {}),
      hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') }],
    });
  }
}
writeFileSync(file, JSON.stringify(bom, null, 2) + '\n');
