/** Something the page in view offers to press. */
export type PageAction = { id: string; label: string; under: string | null; press: () => void };

const MOST = 60;

/**
 * What can be done on the page in view: its buttons, and links that look like them, under the headings they stand
 * below. Read from the page itself, so that no page has to list its actions twice and none is forgotten.
 */
export function actionsOnPage(page: ParentNode): PageAction[] {
  const found = new Map<string, PageAction>();
  for (const one of page.querySelectorAll<HTMLElement>('button, a.mantine-Button-root')) {
    if (found.size >= MOST || !isOffered(one)) continue;
    const label = (one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim();
    const under = headingOf(one);
    const id = `${label} ${under}`;
    if (label && !found.has(id)) found.set(id, { id, label, under, press: () => pressOn(one) });
  }
  return [...found.values()];
}

/** In sight and to be pressed; heads that sort a table and page numbers are no actions of a record. */
const isOffered = (one: HTMLElement): boolean =>
  one.offsetParent !== null &&
  !one.matches(':disabled, [aria-disabled="true"]') &&
  one.closest('thead, .mantine-Pagination-root, [role="tablist"]') === null;

/** The heading of the section, row or card it stands in. */
function headingOf(one: HTMLElement): string | null {
  const around = one.closest('section, article, li, tr');
  const heading = around?.querySelector('h2, h3, h4, th[scope="row"]') ?? null;
  return heading?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 80) || null;
}

function pressOn(one: HTMLElement): void {
  one.scrollIntoView({ block: 'center' });
  one.focus();
  one.click();
}
