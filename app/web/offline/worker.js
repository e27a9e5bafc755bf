// Keeps the program's own files on this machine, so that a page opens without a network. What the server answers below
// /api is never kept here. The build writes `shell` in front: the name of this build, and the files a report needs.
importScripts('/push-worker.js');

const kept = `nhipcau-${shell.name}`;
/** A line that neither answers nor breaks: after so long the page opens from this machine. */
const patience = 5000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

async function keepShell() {
  const cache = await caches.open(kept);
  await cache.addAll(shell.files);
  await cache.put('/', await fetch('/', { cache: 'reload' }));
}

// A new build has come: what the one before kept is no longer asked for.
self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith('nhipcau-') && name !== kept);
  await Promise.all(others.map((name) => caches.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(page(request));
});

/** Names carry the hash of their content: what is kept is what the server would send. */
async function asset(request) {
  const found = await caches.match(request, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    // What cannot be kept, the disk being full, is shown all the same.
    caches
      .open(kept)
      .then((cache) => cache.put(request, copy))
      .catch(() => {});
  }
  return answer;
}

/** The page as the server has it, so that a new build comes at once; without the server, as it was kept. */
async function page(request) {
  const asked = fetch(request);
  const late = new Promise((done) => setTimeout(done, patience));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await caches.match('/')) ?? asked;
}
