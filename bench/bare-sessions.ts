// What resolving a session costs at the least: the cookie's hash, one prepared statement that joins the person and
// their roles, JSON. No transaction, no province set per request, no headers, no contract.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';

const [{ url, tenantId }] = (await once(process, 'message')) as [{ url: string; tenantId: string }];
const pool = new pg.Pool({
  connectionString: url,
  max: 10,
  options: `-c role=nhipcau_app -c app.tenant=${tenantId}`,
});
const text = `select person.id, person.name, person.email, tenant.name as "tenantName",
    (select json_agg(json_build_object('agencyId', agency.id, 'agencyName', agency.name, 'role', membership.role))
     from membership join agency on agency.tenant_id = membership.tenant_id and agency.id = membership.agency_id
     where membership.tenant_id = session.tenant_id and membership.person_id = session.person_id
       and membership.valid_from <= current_date and (membership.valid_to is null or membership.valid_to >= current_date)) as memberships
  from session join person on person.tenant_id = session.tenant_id and person.id = session.person_id
  join tenant on tenant.id = session.tenant_id
  where session.token_hash = $1 and session.seen_at > now() - interval '8 hours' and session.created_at > now() - interval '7 days'`;
const server = createServer(async (request, answer) => {
  const secret = /=[0-9a-f-]{36}\.([\w-]{43})/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(secret).digest();
  const { rows } = await pool.query({ name: 'session', text, values: [hash] });
  answer.setHeader('content-type', 'application/json');
  answer.end(JSON.stringify({ viewer: rows[0] ?? null }));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
