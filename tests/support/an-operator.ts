import { enteredBy, knock } from './a-colleague.ts'
import { appCode } from './app-codes.ts'

export const operator = { email: 'operator@pengelola.example', password: 'tiga-perahu-biru-9' }

/** Settings of a service that somebody runs. */
export const withOperator = { OPERATOR_EMAIL: operator.email, OPERATOR_PASSWORD: operator.password }

type Place = { readonly url: string }
type Entered = Awaited<ReturnType<typeof enteredBy>>

/** Sets an authenticator app up, without which an operator is served nothing. @returns the recovery codes */
export async function setUpFactor({ call }: Entered): Promise<string[]> {
  const { secret } = (await (await call('POST', '/account/totp')).json()) as { secret: string }
  const confirmed = await call('POST', '/account/totp/confirmation', { code: appCode(secret) })
  return ((await confirmed.json()) as { recoveryCodes: string[] }).recoveryCodes
}

/** Recovery codes that are left, by service; each lets the operator in once more without waiting for the app's next one. */
const codesAt = new Map<string, Promise<string[]>>()

/** The operator, signed in with a second factor. */
export function anOperator(service: Place): Promise<Entered> {
  const before = codesAt.get(service.url) ?? Promise.resolve([])
  const entering = before.then(async (codes) => {
    const [totp, ...left] = codes
    const entered = await enteredBy(service, knock(service, '/session', { ...operator, ...(totp && { totp }) }))
    if (!totp) return { entered, left: await setUpFactor(entered) }
    if (left.length > 0) return { entered, left }
    const renewed = await entered.call('POST', '/account/recovery-codes')
    return { entered, left: ((await renewed.json()) as { recoveryCodes: string[] }).recoveryCodes }
  })
  codesAt.set(
    service.url,
    entering.then(({ left }) => left),
  )
  return entering.then(({ entered }) => entered)
}
