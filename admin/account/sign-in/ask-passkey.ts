import type { ServiceClient } from '../../api/client.ts'
import { showPasskey } from '../../api/passkeys.ts'

/** Asks the person to prove by a passkey who they are. `null` means that they gave up. */
export async function askPasskey({ account }: Pick<ServiceClient, 'account'>) {
  const passkey = await showPasskey(await account.askForPasskey())
  return passkey && { passkey }
}
