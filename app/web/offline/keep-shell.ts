/** Lets the browser keep the program's files once the first page stands; a browser that cannot goes without. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  });
}
