import { inviteAccount } from '../offices/staff/add-member.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import type { Config } from './config.ts'
import { type DemoAccount, openDemo } from './demo/open-demo.ts'
import type { Ports } from './ports.ts'

export async function prepareDemo(config: Config, ports: Ports): Promise<readonly DemoAccount[]> {
  const isNew = (await ports.tenants.list()).length === 0
  const wanted = config.demo ?? !config.production
  if (!isNew || !wanted) return []
  return openDemo(ports, () => config.demoPassword ?? ports.newSecret().slice(0, 14))
}

export async function prepareOperator({ operator }: Config, ports: Ports): Promise<string | null> {
  const password = operator?.password
  if (operator && password) {
    const { email } = operator
    const known = await ports.staff.accountByEmail(email)
    if (known && !known.operator) {
      ports.log.warn('OPERATOR_EMAIL is the address of somebody who does not run this service, or no longer')
      return null
    }
    const { account } = await addOperator(ports, email)
    if (!account.passwordHash) {
      await ports.staff.replaceAccount({
        ...account,
        passwordHash: await ports.passwords.hash(password),
        invitation: null,
      })
    }
    return null
  }
  const known = await ports.staff.operator()
  if (known?.passwordHash) return null
  const email = known?.email ?? operator?.email ?? 'operator@aduan.local'
  const { token } = await addOperator(ports, email)
  return token && ports.links.invitation(token)
}

async function addOperator(ports: Ports, email: string) {
  const isNew = !(await ports.staff.operators()).some((one) => one.email === email)
  const invited = await inviteAccount(ports, { name: 'Pengelola layanan', email, operator: true })
  const added = { by: 'system', act: 'operator.added', subject: invited.account.id, detail: null } as const
  if (isNew) await ports.record(PLATFORM_UNIT, added)
  return invited
}
