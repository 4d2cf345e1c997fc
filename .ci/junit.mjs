// node junit.mjs check|issue NAME OUT: what the JUnit files of a run say, as the body of GitHub's check or as an issue's text. What a
// provider answered is in it: it stands in indented lines, where nothing is markup and nobody is mentioned.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MaxShown = 50;
const MaxLength = 1000;

const [form, name, out] = process.argv.slice(2);
const suite = join(out, 'tests');
const ofSuite = existsSync(suite) ? readdirSync(suite, { recursive: true }).filter(f => f.endsWith('.xml')).sort() : [];
const files = ofSuite.length > 0 ? ofSuite.map(f => join(suite, f)) : [join(out, 'junit.xml')].filter(existsSync);

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = text => (text ?? '')
  .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, number, word) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : number ? String.fromCodePoint(+number) : entities[word] ?? all)
  .replace(/\s+/g, ' ')
  .slice(0, MaxLength);
const attribute = (text, wanted) => plain(new RegExp(`\\s${wanted}="([^"]*)"`).exec(text)?.[1]);

const tests = files
  .flatMap(f => [...readFileSync(f, 'utf8').matchAll(/<testcase((?:\s+[\w:.-]+="[^"]*")*)\s*(?:\/>|>([^]*?)<\/testcase>)/g)])
  .map(([, head, body]) => {
    const failure = /<(?:failure|error)((?:\s+[\w:.-]+="[^"]*")*)/.exec(body ?? '');
    return { name: attribute(head, 'name'), failed: failure !== null, message: attribute(failure?.[1], 'message') };
  });
const failed = tests.filter(t => t.failed);
const title = tests.length === 0 ? 'No test ran' : `${tests.length} tests, ${failed.length} failed`;
const lines = failed.slice(0, MaxShown).map(t => `    ${t.name}: ${t.message}`);
const more = failed.length > MaxShown ? [`\n${failed.length - MaxShown} more are in the reports.`] : [];
const text = [`${title}.`, '', ...lines, ...more].join('\n') + '\n';

process.stdout.write(form === 'issue' ? text : JSON.stringify({
  name,
  head_sha: process.env.ACTION_COMMIT,
  conclusion: tests.length === 0 ? 'neutral' : failed.length > 0 ? 'failure' : 'success',
  output: { title, summary: text },
}) + '\n');
