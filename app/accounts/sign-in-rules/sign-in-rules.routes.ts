import { appendEvent } from '#app/ledger/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import * as contract from './sign-in-rules.contract.ts';
import { maySetSignInRules } from './sign-in-rules.policy.ts';
import { getRules, setRules } from './sign-in-rules.store.ts';
import { defaultRules } from './sign-in-rules.ts';

export function signInRulesRoutes(web: Web, house: House): void {
  mount(web, house, contract.readSignInRules, async ({ viewer, tx }) => {
    requirePolicy(maySetSignInRules, viewer, undefined);
    return { rules: await getRules(tx), defaults: defaultRules, origin: house.origin };
  });
  mount(web, house, contract.setSignInRules, async ({ body, viewer, tx }) => {
    requirePolicy(maySetSignInRules, viewer, undefined);
    const before = await getRules(tx);
    await setRules(tx, body, viewer.personId, house.now());
    await appendEvent(tx, house.now(), {
      subjectKind: 'sign-in-rules',
      subjectId: viewer.tenantId,
      kind: 'sign-in-rules.changed',
      actorId: viewer.personId,
      payload: { before, after: body },
    });
    return { rules: body };
  });
}
