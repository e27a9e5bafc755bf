import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invitePerson } from './invitation.contract.ts';
import { mayInvite } from './invitation.policy.ts';
import { invite, mailInvitation } from './invite.ts';

export function invitationRoutes(web: Web, house: House): void {
  mount(web, house, invitePerson, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayInvite, viewer, undefined);
    const invitation = await invite(tx, house, viewer.tenantId, params.personId, viewer.personId);
    const isMail = body.by === 'mail';
    if (isMail) await mailInvitation(tx, house, viewer.tenantName, invitation, viewer.personId);
    const { person, link, purpose, expiresAt } = invitation;
    return {
      name: person.name,
      title: person.title,
      email: person.email,
      tenantName: viewer.tenantName,
      purpose: purpose === 'recovery' ? ('recovery' as const) : ('invitation' as const),
      origin: house.origin,
      link: isMail ? null : link,
      isSent: isMail && house.mail !== undefined,
      expiresAt: expiresAt.toISOString(),
    };
  });
}
