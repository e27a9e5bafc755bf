import * as client from 'openid-client';
import { isLoopback } from './issuer.ts';

export type ProviderAddress = { issuer: string; clientId: string; clientSecret: string };
/** What must come back unchanged, or fit, when the provider answers. */
export type Checks = { state: string; nonce: string; verifier: string };
/** What a provider says of an account. */
export type Claims = { subject: string; email: string | null; emailVerified: boolean; name: string | null };

/** Reads the provider's own description of itself. @throws when it does not answer, or is not who it should be */
export async function discover(address: ProviderAddress): Promise<client.Configuration> {
  const issuer = new URL(address.issuer);
  const insecure = issuer.protocol === 'http:' && isLoopback(issuer.hostname);
  const found = await client.discovery(issuer, address.clientId, address.clientSecret, undefined, {
    timeout: 10,
    execute: insecure ? [client.allowInsecureRequests] : [],
  });
  const server = found.serverMetadata();
  const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const proof = ways.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost;
  const { clientId, clientSecret } = address;
  const config = new client.Configuration(server, clientId, clientSecret, proof(clientSecret));
  config.timeout = 10;
  if (insecure) client.allowInsecureRequests(config);
  return config;
}

/** Authorization code with PKCE, state and nonce: where to send the browser, and what to keep until it returns. */
export async function beginAt(
  config: client.Configuration,
  redirectUri: string,
): Promise<{ address: string; checks: Checks }> {
  const verifier = client.randomPKCECodeVerifier();
  const checks = { state: client.randomState(), nonce: client.randomNonce(), verifier };
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: checks.state,
    nonce: checks.nonce,
  });
  return { address: address.href, checks };
}

/** Exchanges the code that came back; issuer, audience, signature, state and nonce are checked. @throws otherwise */
export async function finishAt(config: client.Configuration, returned: URL, checks: Checks): Promise<Claims> {
  const tokens = await client.authorizationCodeGrant(config, returned, {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (!token) throw new Error('the provider gave no ID token');
  const more =
    token.email === undefined && config.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(config, tokens.access_token, token.sub)
      : {};
  const said: Record<string, unknown> = { ...more, ...token };
  return {
    subject: token.sub,
    email: typeof said.email === 'string' ? said.email : null,
    emailVerified: said.email_verified === true,
    name: typeof said.name === 'string' ? said.name : null,
  };
}
