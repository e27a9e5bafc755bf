'use strict';
// Runs a TypeScript entry with the pinned Node 24 of this checkout. It is plain CommonJS so that any
// system Node >= 18 can execute it on a fresh clone, before anything is installed.
const { spawn, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-lock');

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Installs from the lock file unless exactly this lock file is installed already. Writes to standard error only. */
function install() {
  // A linked folder belongs to another checkout: `npm ci` would empty it there.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return;
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write('Đang cài đặt các gói theo package-lock.json (chỉ lần đầu, khoảng một phút)…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--include=dev', '--loglevel=error', '--no-progress'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    // A caller's NODE_ENV=production must not drop the tools that build the browser bundle.
    env: { ...process.env, NODE_ENV: '' },
  });
  if (done.status !== 0)
    stop('Không cài đặt được các gói: xem thông báo của npm ở trên (mạng, quyền ghi thư mục), rồi chạy lại.');
  writeFileSync(stamp, lock);
}

/** Path of a Node >= 24: the pinned one of this platform, else the system's own. */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`]
    .map((pkg) => join(modules, pkg, 'bin', name))
    .find(existsSync);
  if (pinned) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(
    `Máy này (${process.platform} ${process.arch}) chưa có Node 24 đi kèm: hãy cài Node 24 trở lên rồi chạy lại.`,
  );
}

/** Where memory is plentiful V8 holds up to 134 MB for what is soon thrown away: a third is as fast and enough. */
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'];

function run(entry, args) {
  if (Number(process.versions.node.split('.')[0]) < 18)
    stop('Cần Node 18 trở lên để khởi động: hãy nâng cấp Node rồi chạy lại.');
  install();
  const cache = join(root, '.cache', 'compile');
  let cacheable = true;
  try {
    mkdirSync(cache, { recursive: true });
  } catch {
    cacheable = false;
  }
  const child = spawn(findNode(), [...flags, join(root, entry), ...args], {
    // The channel tells the child when this process dies (even by kill -9), so that it never runs on alone.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...(cacheable ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? cache } : {}),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

module.exports = { run };
