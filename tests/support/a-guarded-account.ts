import { addPasskey, beginPasskey } from '../../service/offices/staff/account-security.ts'
import { beginTotp, confirmTotp } from '../../service/offices/staff/authenticator-app.ts'
import { aStaffRoom, site } from './a-staff-room.ts'
import { anAuthenticator } from './an-authenticator.ts'
import { appCode } from './app-codes.ts'

/** Somebody signed in, with an authenticator app set up one code ago. */
export async function withAnApp() {
  const room = await aStaffRoom()
  await room.account()
  const signedIn = await room.signIn()
  const { secret } = await beginTotp(room.ports, signedIn)
  const code = (steps = 0) => appCode(secret, steps, room.ports.now())
  const recoveryCodes = await confirmTotp(room.ports, signedIn, code())
  room.goOn(1)
  return { ...room, signedIn: await room.asNow(signedIn), code, recoveryCodes }
}

/** Somebody signed in, with a passkey. */
export async function withAPasskey() {
  const room = await aStaffRoom()
  await room.account()
  const signedIn = await room.signIn()
  const device = anAuthenticator(site)
  const { options } = await beginPasskey(room.ports, signedIn)
  const added = await addPasskey(room.ports, signedIn, { name: 'Ponsel', answer: device.create(options) })
  return { ...room, signedIn: await room.asNow(signedIn), device, ...added }
}
