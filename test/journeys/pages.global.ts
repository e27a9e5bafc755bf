import { readSettings } from '#app/platform/settings.ts';
import { buildPages } from '#app/web/build.ts';

/** The pages are built once, before programs that run beside each other would each begin to. */
export default function setup(): Promise<void> {
  return buildPages(readSettings(process.env).pagesFolder);
}
