// node agree.mjs DOCUMENT CASES: asks Ajv whether each body in CASES (JSON lines of `generate`, each with the pointer of its
// schema) honours its schema in DOCUMENT, and prints the id of every case that Ajv sees otherwise, with Ajv's own verdict.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;
const [document, cases] = process.argv.slice(2);
const base = 'https://thymia-conformance.example/description';
const ajv = new Ajv({ strict: false, validateFormats: true, unicodeRegExp: true });
addFormats(ajv, { mode: 'full' });
ajv.addSchema(JSON.parse(readFileSync(document, 'utf8')), base);
const validators = new Map();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function validatorAt(pointer) {
  if (!validators.has(pointer)) {
    validators.set(pointer, ajv.compile({ $ref: `${base}#${encodeURI(pointer)}` }));
  }
  return validators.get(pointer);
}

function isValid(line) {
  let value = line.payload;
  if (line.bodyBase64 !== undefined) {
    try {
      value = JSON.parse(decoder.decode(Buffer.from(line.bodyBase64, 'base64')));
    } catch {
      return false;
    }
  }
  return validatorAt(line.pointer)(value);
}

let asked = 0;
for (const text of readFileSync(cases, 'utf8').split('\n').filter(t => t.length > 0)) {
  const line = JSON.parse(text);
  const valid = isValid(line);
  asked++;
  if (valid !== line.valid) {
    console.log(`${line.id} is ${valid ? 'valid' : 'invalid'} to Ajv`);
  }
}
console.log(`${asked} asked`);
