// Shows notices while no page is open, and opens the duty when one is pressed.
self.addEventListener('push', (event) => {
  const told = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification(told.title || 'Nhịp Cầu', {
      body: told.body || '',
      tag: told.tag,
      data: { url: told.url || '/notices' },
      lang: 'vi',
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
