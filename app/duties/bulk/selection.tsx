import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';

/** The ids of lines from one place to another, both counted; asks the server where they are not loaded. */
export type IdsBetween = (from: number, to: number) => Promise<string[]>;

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string, at: number) => void;
  /** From the line that was last ticked to this one. */
  extendTo: (id: string, at: number) => void;
  add: (ids: readonly string[]) => void;
  remove: (ids: readonly string[]) => void;
  clear: () => void;
  /** Told by the list that is shown. */
  setRows: (between: IdsBetween) => void;
};

const Context = createContext<Selection | null>(null);

/** null: nothing can be chosen here. */
export const useSelection = (): Selection | null => useContext(Context);

const nothing: ReadonlySet<string> = new Set();

/** Which lines are chosen; `of` names the conditions of the list: under others nothing is. */
export function SelectionProvider({ of, children }: { of: string; children: ReactNode }) {
  const [chosen, setChosen] = useState({ of, ids: nothing });
  const anchor = useRef<number | null>(null);
  const rows = useRef<IdsBetween>(async () => []);
  const ids = chosen.of === of ? chosen.ids : nothing;
  const selection = useMemo((): Selection => {
    const change = (turn: (ids: Set<string>) => void) =>
      setChosen((before) => {
        const next = new Set(before.of === of ? before.ids : nothing);
        turn(next);
        return { of, ids: next };
      });
    const addAll = (more: readonly string[]) =>
      change((next) => {
        for (const id of more) next.add(id);
      });
    return {
      ids,
      toggle: (id, at) => {
        anchor.current = at;
        change((next) => (next.has(id) ? next.delete(id) : next.add(id)));
      },
      extendTo: (id, at) => {
        const from = anchor.current ?? at;
        anchor.current = from;
        addAll([id]);
        void rows.current(Math.min(from, at), Math.max(from, at)).then(addAll);
      },
      add: addAll,
      remove: (fewer) =>
        change((next) => {
          for (const id of fewer) next.delete(id);
        }),
      clear: () => {
        anchor.current = null;
        setChosen({ of, ids: nothing });
      },
      setRows: (between) => {
        rows.current = between;
      },
    };
  }, [ids, of]);
  return <Context.Provider value={selection}>{children}</Context.Provider>;
}
