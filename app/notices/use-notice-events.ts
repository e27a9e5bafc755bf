import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Hears of new notices as they come; the browser reconnects by itself and says the last it had. */
export function useNoticeEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/notice-events');
    const refresh = () => void client.invalidateQueries({ queryKey: ['notices'] });
    let wasOpen = false;
    source.addEventListener('notice', refresh);
    source.addEventListener('changed', refresh);
    source.addEventListener('open', () => {
      // After a pause numbers are asked for anew: what was read elsewhere leaves no event behind.
      if (wasOpen) refresh();
      wasOpen = true;
    });
    return () => source.close();
  }, [client]);
}
