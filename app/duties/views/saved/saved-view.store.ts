import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { SavedView, Sharing } from './saved-view.contract.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    saved_view: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      owner_id: string;
      shared_with: Sharing;
      agency_id: string | null;
      name: string;
      search: SavedView['search'];
      created_at: Date;
      changed_at: Date;
    };
    default_view: { tenant_id: Filled<string>; person_id: string; view_id: string };
  }
}

export type KeptView = Omit<SavedView, 'isOwn' | 'isDefault'> & { ownerId: string };

const views = (tx: Tx) =>
  tx
    .selectFrom('saved_view as v')
    .innerJoin('person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'v.tenant_id').onRef('p.id', '=', 'v.owner_id'),
    )
    .leftJoin('agency as a', (join) =>
      join.onRef('a.tenant_id', '=', 'v.tenant_id').onRef('a.id', '=', 'v.agency_id'),
    )
    .select([
      'v.id',
      'v.name',
      'v.search',
      'v.shared_with as sharedWith',
      'v.agency_id as agencyId',
      'a.name as agencyName',
      'v.owner_id as ownerId',
      'p.name as ownerName',
    ]);

/** One's own and those shared with these agencies or the province, by name. */
export const listViews = (tx: Tx, personId: string, agencyIds: string[]): Promise<KeptView[]> =>
  views(tx)
    .where((eb) =>
      eb.or([
        eb('v.owner_id', '=', personId),
        eb('v.shared_with', '=', 'province'),
        ...(agencyIds.length ? [eb('v.agency_id', 'in', agencyIds)] : []),
      ]),
    )
    .orderBy('v.name')
    .limit(200)
    .execute();

export async function getView(tx: Tx, id: string): Promise<KeptView> {
  const view = await views(tx).where('v.id', '=', id).executeTakeFirst();
  if (!view) throw notFound('cách xem này');
  return view;
}

type Values = Pick<KeptView, 'name' | 'search' | 'sharedWith' | 'agencyId'>;
const columnsOf = ({ name, search, sharedWith, agencyId }: Values) => ({
  name,
  search,
  shared_with: sharedWith,
  agency_id: agencyId,
});

export async function insertView(tx: Tx, ownerId: string, values: Values, at: Date): Promise<string> {
  const { id } = await tx
    .insertInto('saved_view')
    .values({ ...columnsOf(values), owner_id: ownerId, created_at: at, changed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateView(tx: Tx, id: string, values: Values, at: Date): Promise<void> {
  await tx
    .updateTable('saved_view')
    .set({ ...columnsOf(values), changed_at: at })
    .where('id', '=', id)
    .execute();
}

export async function dropView(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('saved_view').where('id', '=', id).execute();
}

export async function findDefaultView(tx: Tx, personId: string): Promise<string | null> {
  const chosen = await tx
    .selectFrom('default_view')
    .select('view_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return chosen?.view_id ?? null;
}

export async function putDefaultView(tx: Tx, personId: string, viewId: string | null): Promise<void> {
  await tx.deleteFrom('default_view').where('person_id', '=', personId).execute();
  if (viewId) await tx.insertInto('default_view').values({ person_id: personId, view_id: viewId }).execute();
}
