// Installs what package-lock.json pins. Builds may run at the same time: the first installs, the others wait for it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';
const lock = 'install.lock';
const patience = 5 * 60 * 1000;
const isInstalled = () => existsSync(stamp)
  && ['package-lock.json', 'install.mjs'].every(file => statSync(stamp).mtimeMs >= statSync(file).mtimeMs);

function isTaken() {
  try {
    mkdirSync(lock);
    return false;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    return true;
  }
}

const start = Date.now();
while (!isInstalled() && isTaken()) {
  if (Date.now() - start > patience) {
    console.log(`another build has held ${lock} for minutes: remove it if none is running`);
    process.exit(1);
  }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
}

if (!isInstalled()) {
  try {
    const npm = spawnSync('npm ci --no-audit --no-fund --loglevel=error', { shell: true, encoding: 'utf8' });
    if (npm.status === 0) {
      writeFileSync(stamp, '');
      utimesSync(stamp, new Date(), new Date());
    } else {
      console.log(`npm ci ended with ${npm.status}: ${(npm.stderr ?? '').trim()}`);
      process.exitCode = 1;
    }
  } finally {
    rmdirSync(lock);
  }
}
