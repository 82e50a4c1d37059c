import { listen } from '../adapters/node-server/listen.ts'
import { createLog } from '../adapters/pino/create-log.ts'
import { finishMasterRotation } from '../keeping/identity/keys.ts'
import { finishDestructions } from '../keeping/retention/destructions.ts'
import { SECOND } from '../shared/instant.ts'
import { pause } from '../shared/repeat.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import type { DemoAccount } from './demo/open-demo.ts'
import { jobsOf } from './jobs.ts'
import { listenForBackups } from './listen-for-backups.ts'
import { openMailboxWatch } from './open-inbound.ts'
import { type Opened, openPorts } from './open-ports.ts'
import type { Ports } from './ports.ts'
import { prepareDemo, prepareOperator } from './prepare-accounts.ts'
import { repeatJob } from './repeat-job.ts'
import { refuseUnfinishedRestore } from './unfinished-restore.ts'

export interface Service {
  readonly port: number
  readonly publicUrl: string
  readonly demoAccounts: readonly DemoAccount[]
  /** It is `null` once there is an operator with a password. */
  readonly operatorSetUpUrl: string | null
  readonly ports: Ports
  /** It accepts nothing new, finishes running requests, and closes everything. */
  stop(): Promise<void>
}

const GRACE = 5 * SECOND

/** @throws Error with a sentence for the operator; then nothing listens and nothing is open */
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
