import { readFile } from 'node:fs/promises'
import { join } from 'node:path/posix'
import { listen } from '../adapters/node-server/servers.ts'
import { createLog } from '../adapters/pino/create-log.ts'
import { finishMasterRotation } from '../keeping/identity/keys.ts'
import { finishDestructions } from '../keeping/retention/destructions.ts'
import { inviteAccount } from '../offices/staff/add-member.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import { SECOND } from '../shared/instant.ts'
import { pause } from '../shared/repeat.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { type DemoAccount, openDemo } from './demo/open-demo.ts'
import { jobsOf, repeatJob } from './jobs.ts'
import { listenForBackups } from './listen-for-backups.ts'
import { openMailboxWatch } from './open-channels.ts'
import { type Opened, openPorts } from './open-ports.ts'
import type { Ports } from './ports.ts'

/** What a service writes last when it starts: where it listens, and how to sign in. */
export function greeting({ publicUrl, demoAccounts, operatorSetUpUrl }: Service): string {
  const lines = ['', `Aduan is listening at ${publicUrl}`]
  if (demoAccounts.length > 0) {
    lines.push(
      `  demo office   ${publicUrl}/demo/`,
      `  staff         ${publicUrl}/admin/`,
      '',
      'Demo staff, shown this once:',
    )
    const width = Math.max(...demoAccounts.map(({ email }) => email.length))
    lines.push(
      ...demoAccounts.map(({ email, password, position }) => `  ${email.padEnd(width)}  ${password}  ${position}`),
    )
  } else {
    lines.push(`  staff  ${publicUrl}/admin/`)
  }
  if (operatorSetUpUrl) lines.push('', `Set up the operator's account (works once): ${operatorSetUpUrl}`)
  return `${lines.join('\n')}\n\n`
}

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

/** While this file exists, the data folder is incomplete. */
export const MARKER = 'restore-under-way.json'

/** @throws Error if a restore was begun and not finished, because the data is incomplete */
export async function refuseUnfinishedRestore(folder: string): Promise<void> {
  const text = await readFile(join(folder, MARKER), 'utf8').catch(() => null)
  if (text === null) return
  const { from, command = 'restore' }: { readonly from: string; readonly command?: string } = JSON.parse(text)
  throw new Error(`A restore into ${folder} was not finished. Run it again: aduan ${command} ${from}`)
}

export interface Service {
  readonly port: number
  readonly publicUrl: string
  readonly demoAccounts: readonly DemoAccount[]
  readonly operatorSetUpUrl: string | null
  readonly ports: Ports
  /** It accepts nothing new, finishes running requests, and closes everything. */
  stop(): Promise<void>
}

const GRACE = 5 * SECOND

export async function startService(config: Config, builtFolder: string): Promise<Service> {
  await refuseUnfinishedRestore(config.dataFolder)
  const log = createLog(config.logLevel)
  const listening = await listen(config.host, config.port)
  const publicUrl = config.publicUrl ?? `http://localhost:${listening.port}`
  let opened: Opened
  try {
    opened = await openPorts(config, publicUrl, builtFolder, log)
  } catch (cause) {
    await listening.stop(0)
    throw cause
  }
  const { ports, deliverer, teller, webhookDeliverer, sharing } = opened
  const { demoAccounts, operatorSetUpUrl } = await sharing.atStart(async () => {
    await finishMasterRotation(ports)
    const accounts = await prepareDemo(config, ports)
    return { demoAccounts: accounts, operatorSetUpUrl: await prepareOperator(config, ports) }
  })

  listening.serve(createApp(ports).fetch)
  deliverer.start()
  teller.start()
  webhookDeliverer.start()
  const watch = await openMailboxWatch(config, ports, log)
  watch?.start()
  const onFault = (cause: unknown) => log.error('job', cause)
  const stopping = new AbortController()
  // A destruction that a dead process left is finished before anything else runs.
  const finishing = finishDestructions(ports).catch(onFault)
  await sharing.duty.start()
  const parts = { ports, publicUrl, stopping: stopping.signal, onFault }
  const running = [() => finishing, sharing.start(onFault), ...jobsOf(parts).map((job) => repeatJob(ports, job))]
  const backups = await listenForBackups(opened, config.dataFolder, onFault)
  log.info('listening', { port: listening.port, publicUrl })

  return {
    port: listening.port,
    publicUrl,
    demoAccounts,
    operatorSetUpUrl,
    ports,
    async stop() {
      opened.drain()
      listening.drain()
      // Requests that a proxy still sends are served.
      await pause(config.drainsFor)
      stopping.abort()
      // An open event stream would delay the stop until the grace period ends.
      await ports.live.stop()
      await backups?.stop()
      // They close side by side, because an open upload and a silent provider may each take all of their time.
      const closing = [deliverer.stop(), teller.stop(), webhookDeliverer.stop(), watch?.stop()]
      await Promise.all([listening.stop(GRACE), ...closing, ...running.map((stop) => stop())])
      await ports.failedSignIns.flush().catch(onFault)
      await sharing.duty.release().catch(onFault)
      await opened.close()
      log.info('stopped')
    },
  }
}
