// Says what reports break of their format's published schema, a line each: node validate.mjs sarif|har|ctrf FILE...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [, , format, ...files] = process.argv;
const read = name => JSON.parse(readFileSync(new URL(`node_modules/${name}`, import.meta.url), 'utf8'));
const draft6 = require('ajv/dist/refs/json-schema-draft-06.json');
const draft4 = 'http://json-schema.org/draft-04/schema';

function validatorOf(format) {
  const Ajv = require('ajv').default;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  require('ajv-formats').default(ajv);
  ajv.addMetaSchema(draft6);
  if (format === 'har') {
    const parts = require('har-schema');
    Object.values(parts).forEach(part => ajv.addSchema(part));
    return ajv.getSchema('har.json#') ?? ajv.compile(parts.har);
  }
  const schema = read(format === 'sarif'
    ? '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
    : 'ctrf/dist/ctrf-schema-0.0.json');
  if (String(schema.$schema).startsWith(draft4)) {
    // Its draft differs in words that this validator does not need.
    delete schema.$schema;
    schema.$id = schema.id;
    delete schema.id;
  }
  return ajv.compile(schema);
}

const validate = validatorOf(format);
for (const file of files) {
  if (!validate(JSON.parse(readFileSync(file, 'utf8')))) {
    validate.errors.forEach(e => console.log(`${file}: ${e.instancePath || '/'} ${e.message}`));
    process.exitCode = 1;
  }
}
