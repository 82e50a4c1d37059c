import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Ceremony, PasskeyCeremonies, PasskeyKey } from '../../offices/staff/account-office.ts'

const NAME = 'Aduan'

/** It is loaded at the first ceremony, because it is a tenth of the code that a start would read. */
const library = () => import('@simplewebauthn/server')

/** WebAuthn for one origin: a passkey made here works here, and on no page that only looks like this one. */
export function passkeyCeremonies(publicUrl: string): PasskeyCeremonies {
  const { origin, hostname } = new URL(publicUrl)
  const expected = { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true }

  return {
    async toAdd({ id, email, name }, known) {
      const options = await (await library()).generateRegistrationOptions({
        rpName: NAME,
        rpID: hostname,
        userID: new TextEncoder().encode(id),
        userName: email,
        userDisplayName: name,
        attestationType: 'none',
        excludeCredentials: known.map(reference),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { options: { ...options } }
    },

    async toShow(known): Promise<Ceremony> {
      const options = await (await library()).generateAuthenticationOptions({
        rpID: hostname,
        allowCredentials: known.map(reference),
        userVerification: 'required',
      })
      return { options: { ...options } }
    },

    challengeIn({ response }) {
      try {
        const clientData: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'))
        const hasChallenge = typeof clientData === 'object' && clientData !== null && 'challenge' in clientData
        return hasChallenge && typeof clientData.challenge === 'string' ? clientData.challenge : null
      } catch {
        return null
      }
    },

    async verifyAdded(answer, expectedChallenge) {
      try {
        const response = answer as RegistrationResponseJSON
        const { verified, registrationInfo } = await (await library()).verifyRegistrationResponse({
          ...expected,
          response,
          expectedChallenge,
        })
        if (!verified) return null
        const { id, publicKey, counter } = registrationInfo.credential
        const transports = response.response.transports ?? []
        return { credential: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
      } catch {
        // The library throws for every answer that does not fit the challenge, the origin or the standard.
        return null
      }
    },

    async verifyShown(answer, expectedChallenge, { credential, publicKey, counter }) {
      try {
        const { verified, authenticationInfo } = await (await library()).verifyAuthenticationResponse({
          ...expected,
          response: answer as AuthenticationResponseJSON,
          expectedChallenge,
          credential: { id: credential, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
        })
        return verified ? authenticationInfo.newCounter : null
      } catch {
        return null
      }
    },
  }
}

const reference = ({ credential, transports }: PasskeyKey) => ({ id: credential, transports: [...transports] })
