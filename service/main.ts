import { join } from 'node:path'
import { readConfig } from './running/config.ts'
import { needsSetUp, withKeptSettings } from './running/settings.ts'
import { greeting, startService } from './running/start-service.ts'
import { giveBackUnderLoad } from './shared/free-room.ts'
import { giveBackAtRest } from './shared/memory-at-rest.ts'

const STOPS_WITHIN = 9_000

try {
  // Nothing else reads the environment.
  if (await needsSetUp(process.env)) {
    const { runSetUp } = await import('./running/set-up/run-set-up.ts')
    await runSetUp(process.env, (line) => process.stdout.write(`${line}\n`))
  }
  const config = readConfig(await withKeptSettings(process.env))
  const service = await startService(config, join(import.meta.dirname, '..'))
  giveBackAtRest()
  giveBackUnderLoad()
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    void service.stop().then(() => process.exit(0))
    // A store that no longer answers must not delay a restart; what was acknowledged is durable already.
    setTimeout(() => process.exit(1), config.drainsFor + STOPS_WITHIN).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // This comes last, because a reader of the output may stop the service at once.
  process.stdout.write(greeting(service))
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
}
