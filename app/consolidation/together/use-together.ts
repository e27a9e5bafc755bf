import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useViewer } from '#app/web/viewer.ts';
import { eventsAddress, type Present, sayWhere } from './together.contract.ts';

/** Said again before others take it for gone. */
const AGAIN = 20_000;
/** Tells this window from others of the same person. */
const ownWindow = Math.random().toString(36).slice(2, 10);

/** Hears of changes that others make to a report, and who else is in which sentence. */
export function useConsolidationEvents(id: string): Present[] {
  const client = useQueryClient();
  const viewer = useViewer();
  const [people, setPeople] = useState<Present[]>([]);
  useEffect(() => {
    const source = new EventSource(eventsAddress(id));
    source.addEventListener(
      'changed',
      () => void client.invalidateQueries({ queryKey: ['consolidation', id] }),
    );
    source.addEventListener('people', ({ data }: MessageEvent<string>) => {
      const { people: all } = JSON.parse(data) as { people: Present[] };
      setPeople(all.filter((one) => one.window !== ownWindow));
    });
    return () => source.close();
  }, [client, id]);
  return viewer ? people : [];
}

/** Tells the others which sentence is being written here, for as long as it is. */
export function usePresence(id: string, sentenceId: string, isHere: boolean): void {
  useEffect(() => {
    if (!isHere) return;
    const say = (where: string | null) =>
      void call(sayWhere, { params: { id }, body: { window: ownWindow, sentenceId: where } }).catch(() => {});
    say(sentenceId);
    const again = setInterval(() => say(sentenceId), AGAIN);
    return () => {
      clearInterval(again);
      say(null);
    };
  }, [id, sentenceId, isHere]);
}
