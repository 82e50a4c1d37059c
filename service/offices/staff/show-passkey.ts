import { Refusal } from '../../shared/refusal.ts'
import type { AccountPorts } from './account-security.ts'
import { keepChallenge } from './challenge.ts'
import { type Ceremony, type PasskeyAnswer, passkeysOf, takePasskey } from './passkey.ts'
import { startSession } from './sign-in.ts'
import type { SignedIn } from './signed-in.ts'

/** The device knows its passkeys, so the person need not say who they are. */
export async function askForPasskey(ports: AccountPorts): Promise<Ceremony> {
  const ceremony = await ports.ceremonies.toShow([])
  await keepChallenge(ports, ceremony.options.challenge, { purpose: 'sign-in', account: null })
  return ceremony
}

/** @throws Refusal `session/wrong-passkey` */
export async function signInWithPasskey(
  ports: AccountPorts,
  answer: PasskeyAnswer,
  device: string | null,
): Promise<SignedIn & { readonly token: string }> {
  const passkey = await takePasskey(ports, answer, { purpose: 'sign-in', account: null })
  const account = passkey && (await ports.staff.account(passkey.account))
  if (!account) throw new Refusal('unauthenticated', 'session/wrong-passkey')
  return startSession(ports, account, { device, secondFactor: true })
}

export async function askForOwnPasskey(ports: AccountPorts, { account }: SignedIn): Promise<Ceremony> {
  const ceremony = await ports.ceremonies.toShow(await passkeysOf(ports, account.id))
  await keepChallenge(ports, ceremony.options.challenge, { purpose: 'confirm', account: account.id })
  return ceremony
}
