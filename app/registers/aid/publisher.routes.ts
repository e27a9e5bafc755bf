import { appendEvent, type LedgerBook } from '#app/ledger/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { maySetRegister } from '../register.policy.ts';
import { setPublisher, showPublisher } from './aid.contract.ts';
import { findPublisher, putPublisher } from './publisher.store.ts';

/** Who publishes aid by IATI: named once by the province, used in every file. */
export function publisherRoutes(web: Web, house: House): void {
  mount(web, house, showPublisher, async ({ viewer, tx }) => ({
    publisher: await findPublisher(tx),
    maySet: maySetRegister.allows(viewer, undefined),
  }));
  mount(web, house, setPublisher, async ({ body, viewer, tx }) => {
    requirePolicy(maySetRegister, viewer, undefined);
    const [before, at] = [await findPublisher(tx), house.now()];
    await putPublisher(tx, body, viewer.personId, at);
    const changed = (['ref', 'name', 'kind'] as const).flatMap((field) =>
      before?.[field] === body[field] ? [] : [[field, [before?.[field] ?? null, body[field]]]],
    );
    await appendEvent(tx, at, {
      subjectKind: 'aid-publisher',
      subjectId: viewer.tenantId,
      kind: 'aid-publisher.set',
      actorId: viewer.personId,
      payload: { ref: body.ref, changed: Object.fromEntries(changed) },
    });
    return { publisher: body };
  });
}

export const publisherBook: LedgerBook = {
  subjectKind: 'aid-publisher',
  name: { vi: 'Cơ quan công bố viện trợ', en: 'Publisher of aid' },
  mayRead: async () => true,
  pageOf: () => '/aid',
  titleOf: async () => 'Cơ quan công bố viện trợ theo chuẩn IATI',
  wordings: {
    'aid-publisher.set': {
      vi: ({ ref }) => `đặt cơ quan công bố viện trợ theo chuẩn IATI: mã ${ref}`,
      en: ({ ref }) => `named the publisher of aid by IATI: ${ref}`,
    },
  },
};
