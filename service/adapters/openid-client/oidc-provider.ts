import * as client from 'openid-client'
import type { IdentityProvider, ProvenIdentity } from '../../offices/staff/account-office.ts'
import { providerRefused } from '../../offices/staff/identity-provider.ts'
import { Refusal } from '../../shared/refusal.ts'

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
}

/** Seconds for one call to the provider. */
const ANSWERS_WITHIN = 10
/** Metadata and keys of a provider are read again after this time, in milliseconds. */
const KNOWN_FOR = 3_600_000

/**
 * Proof of more than a password: ways of authentication (`amr`, RFC 8176), of which one is enough, and classes
 * (`acr`: ISO 29115 levels 3 and 4, the phishing-resistant ones of OpenID, NIST levels 2 and 3, REFEDS).
 */
const provesSecondFactor = {
  amr: ['mfa', 'hwk', 'otp', 'fpt', 'face', 'sc', 'pop', 'phr', 'phrh'],
  acr: [
    '3',
    '4',
    'phr',
    'phrh',
    'mfa',
    'http://idmanagement.gov/ns/assurance/aal/2',
    'http://idmanagement.gov/ns/assurance/aal/3',
    'https://refeds.org/profile/mfa',
  ],
} as const satisfies Record<string, readonly string[]>

/**
 * OpenID Connect: authorization code with PKCE, state and nonce; issuer, audience, times and signature are checked
 * against the provider's keys.
 * @param redirectUri exactly as it is registered there
 */
export function oidcProvider(
  { issuer, clientId, clientSecret, name }: OidcSettings,
  { redirectUri, home }: { readonly redirectUri: string; readonly home: string },
  milliseconds: () => number,
): IdentityProvider {
  let known: { readonly config: Promise<client.Configuration>; readonly until: number } | null = null

  function configuration(): Promise<client.Configuration> {
    if (known && known.until > milliseconds()) return known.config
    const config = client.discovery(new URL(issuer), clientId, {}, client.ClientSecretBasic(clientSecret), {
      timeout: ANSWERS_WITHIN,
      // The settings allow plain HTTP only for this machine.
      execute: [
        client.enableNonRepudiationChecks,
        ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
      ],
    })
    known = { config, until: milliseconds() + KNOWN_FOR }
    return config.catch(() => {
      known = null
      throw new Refusal('unavailable', 'session/provider-away')
    })
  }

  return {
    name,

    async begin({ state, nonce, verifier }) {
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return url.href
    },

    async finish(answer, { state, nonce, verifier }) {
      const config = await configuration()
      const here = new URL(redirectUri)
      here.search = answer.search
      try {
        const tokens = await client.authorizationCodeGrant(config, here, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) throw providerRefused()
        const given = claims.email ? claims : await client.fetchUserInfo(config, tokens.access_token, claims.sub)
        return provenBy(claims, given)
      } catch (cause) {
        if (cause instanceof Refusal) throw cause
        throw providerRefused()
      }
    },

    async signOutUrl() {
      const config = await configuration()
      if (!config.serverMetadata().end_session_endpoint) return null
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: home, client_id: clientId }).href
    },
  }
}

function provenBy(claims: client.IDToken, given: Readonly<Record<string, unknown>>): ProvenIdentity {
  const { iss: issuer, sub: subject, amr, acr } = claims
  const isVerified = given.email_verified === true && typeof given.email === 'string'
  const ways = Array.isArray(amr) ? amr : []
  return {
    issuer,
    subject,
    email: isVerified ? String(given.email).toLowerCase() : null,
    secondFactor: ways.some((way) => isAmong(provesSecondFactor.amr, way)) || isAmong(provesSecondFactor.acr, acr),
  }
}

const isAmong = (known: readonly string[], given: unknown): boolean => known.includes(String(given))
