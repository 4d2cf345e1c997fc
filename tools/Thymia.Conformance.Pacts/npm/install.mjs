// node install.mjs NAME: installs what the package-lock.json of this folder pins, and demands that a file whose path holds NAME
// came with it. Builds may run at the same time: the first installs, the others wait for it.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const stamp = 'node_modules/.installed';
const lock = 'install.lock';
const patience = 10 * 60 * 1000;
const sleep = milliseconds => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
const wanted = process.argv[2];
const isThere = () => existsSync('node_modules')
  && readdirSync('node_modules', { recursive: true }).some(file => file.includes(wanted));
const isInstalled = () => existsSync(stamp)
  && ['package-lock.json', fileURLToPath(import.meta.url)].every(file => statSync(stamp).mtimeMs >= statSync(file).mtimeMs);

function takeLock() {
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
    }
    try {
      if (Date.now() - statSync(lock).mtimeMs > patience) {
        rmSync(lock, { force: true }); // whoever took it did not live to give it back
      }
    } catch (error) {
      if (error.code !== 'ENOENT') {
        throw error;
      }
    }
    sleep(200);
  }
}

if (!isInstalled()) {
  takeLock();
  try {
    if (!isInstalled()) {
      const npm = spawnSync('npm ci --no-audit --no-fund --loglevel=error', { shell: true, encoding: 'utf8' });
      if (npm.status !== 0) {
        console.log(`npm ci ended with ${npm.status}: ${(npm.stderr ?? '').trim()}`);
        process.exitCode = 1;
      } else if (!isThere()) {
        // npm passes over an optional package that it cannot get, and is content.
        console.log(`npm brought nothing for ${process.platform} ${process.arch}`);
        process.exitCode = 1;
      } else {
        writeFileSync(stamp, '');
        const now = new Date();
        utimesSync(stamp, now, now);
      }
    }
  } finally {
    rmSync(lock, { force: true });
  }
}
