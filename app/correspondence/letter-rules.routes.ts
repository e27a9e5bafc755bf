import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './correspondence.contract.ts';
import { issuerOf, mayWriteLetters } from './correspondence.policy.ts';
import { getWriter } from './facts.store.ts';
import { tellRules } from './letter-rules.events.ts';
import { dropRules, putRules, rulesInForce } from './letter-rules.store.ts';

/** How an agency writes its letters: kept by those who write them. */
export function letterRulesRoutes(web: Web, house: House): void {
  mount(web, house, contract.showLetterRules, async ({ viewer, tx }) => {
    const issuerId = requireIssuer(viewer);
    const { rules, isOwn } = await rulesInForce(tx, issuerId);
    return { rules, isOwn, agencyName: (await getWriter(tx, issuerId)).name };
  });
  mount(web, house, contract.saveLetterRules, async ({ body, viewer, tx }) => {
    const issuerId = requireIssuer(viewer);
    const { rules } = await rulesInForce(tx, issuerId);
    await putRules(tx, issuerId, body, viewer.personId, house.now());
    await tellRules(tx, house, viewer, issuerId, { before: rules, after: body });
    return { isOwn: true };
  });
  mount(web, house, contract.restoreLetterRules, async ({ viewer, tx }) => {
    const issuerId = requireIssuer(viewer);
    const { rules } = await rulesInForce(tx, issuerId);
    await dropRules(tx, issuerId);
    const { rules: after } = await rulesInForce(tx, issuerId);
    await tellRules(tx, house, viewer, issuerId, { before: rules, after });
    return { isOwn: false };
  });
}

function requireIssuer(viewer: Viewer): string {
  requirePolicy(mayWriteLetters, viewer, undefined);
  return issuerOf(viewer)!;
}
