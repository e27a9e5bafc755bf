import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import { agenciesOf, type Viewer } from '#app/platform/viewer.ts';
import * as contract from './saved-view.contract.ts';
import { mayChangeView, mayReadView, mayShareView } from './saved-view.policy.ts';
import * as store from './saved-view.store.ts';

export function savedViewRoutes(web: Web, house: House): void {
  mount(web, house, contract.listSavedViews, async ({ viewer, tx }) => {
    const chosen = await store.findDefaultView(tx, viewer.personId);
    const kept = await store.listViews(tx, viewer.personId, agenciesOf(viewer));
    return {
      views: kept.map(({ ownerId, ...view }) => ({
        ...view,
        isOwn: ownerId === viewer.personId,
        isDefault: view.id === chosen,
      })),
      agencies: [
        ...new Map(
          viewer.memberships.map((m) => [m.agencyId, { id: m.agencyId, name: m.agencyName }]),
        ).values(),
      ],
      mayShareWithProvince: mayShareView.allows(viewer, { sharedWith: 'province', agencyId: null }),
    };
  });
  mount(web, house, contract.saveView, async ({ body, viewer, tx }) => {
    const values = withAgency(body);
    requirePolicy(mayShareView, viewer, values);
    const id = await store.insertView(tx, viewer.personId, values, house.now());
    await tell({ tx, house, viewer }, 'saved-view.saved', id, values);
    return { id };
  });
  mount(web, house, contract.chooseDefaultView, async ({ body, viewer, tx }) => {
    if (body.id) await getReadable(tx, viewer, body.id);
    // How one's own list opens is no change anybody else sees: the ledger has no line of it.
    await store.putDefaultView(tx, viewer.personId, body.id);
    return { ok: true as const };
  });
  mount(web, house, contract.changeView, async ({ params, body, viewer, tx }) => {
    const view = await getReadable(tx, viewer, params.id);
    requirePolicy(mayChangeView, viewer, view);
    const values = withAgency({
      name: body.name ?? view.name,
      search: body.search ?? view.search,
      sharedWith: body.sharedWith ?? view.sharedWith,
      agencyId: body.agencyId === undefined ? view.agencyId : body.agencyId,
    });
    requirePolicy(mayShareView, viewer, values);
    await store.updateView(tx, view.id, values, house.now());
    await tell({ tx, house, viewer }, 'saved-view.changed', view.id, values);
    return { ok: true as const };
  });
  mount(web, house, contract.deleteView, async ({ params, viewer, tx }) => {
    const view = await getReadable(tx, viewer, params.id);
    requirePolicy(mayChangeView, viewer, view);
    await store.dropView(tx, view.id);
    await tell({ tx, house, viewer }, 'saved-view.deleted', view.id, view);
    return { ok: true as const };
  });
}

/** A view that is not shared with somebody is not there for them. */
async function getReadable(tx: Tx, viewer: Viewer, id: string): Promise<store.KeptView> {
  const view = await store.getView(tx, id);
  if (!mayReadView.allows(viewer, view)) throw notFound('cách xem này');
  return view;
}

/** Only what is shared with an agency names one. */
const withAgency = <V extends { sharedWith: contract.Sharing; agencyId: string | null }>(view: V): V => ({
  ...view,
  agencyId: view.sharedWith === 'agency' ? view.agencyId : null,
});

type Desk = { tx: Tx; house: House; viewer: Viewer };
const tell = (
  { tx, house, viewer }: Desk,
  kind: string,
  subjectId: string,
  { name, sharedWith, agencyId }: Pick<store.KeptView, 'name' | 'sharedWith' | 'agencyId'>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'saved-view',
    subjectId,
    kind,
    actorId: viewer.personId,
    payload: { name, sharedWith, agencyId },
  });
