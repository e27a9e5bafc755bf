/** The second key after 'g', and the page it opens. */
export const goKeys: readonly { key: string; to: string }[] = [
  { key: 'h', to: '/' },
  { key: 'd', to: '/duties' },
  { key: 'v', to: '/documents' },
  { key: 'k', to: '/difficulties' },
  { key: 'r', to: '/reports' },
  { key: 'f', to: '/figures' },
  { key: 'a', to: '/agencies' },
];

/** With Vietnamese typing on, capitals and the letter alone come through alike. */
export const pageOfKey = (key: string): string | undefined =>
  goKeys.find((one) => one.key === key.toLowerCase())?.to;
