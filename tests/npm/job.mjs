// Says what Kubernetes would not take of a Job, a line each: node job.mjs JOB.json
import { readFileSync } from 'node:fs';
import { Job } from 'kubernetes-models/batch/v1';

try {
  new Job(JSON.parse(readFileSync(process.argv[2], 'utf8'))).validate();
} catch (error) {
  console.log(error.message);
  process.exitCode = 1;
}
