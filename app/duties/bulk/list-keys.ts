const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('input[data-row-box]'),
];

/** Goes to the box of the next or previous line on the page; the first one when the focus is elsewhere. */
export function focusRow(step: 1 | -1): HTMLInputElement | null {
  const all = boxes();
  const at = all.indexOf(document.activeElement as HTMLInputElement);
  const next = at < 0 ? all[0] : all[at + step];
  next?.focus();
  next?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
  return next ?? null;
}

export const placeOfRow = (box: HTMLElement): number => Number(box.dataset.rowBox);
