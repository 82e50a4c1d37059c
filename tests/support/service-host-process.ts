import { argon2Passwords } from '../../service/adapters/argon2/password-hash.ts'
import { readConfig } from '../../service/running/config.ts'
import { greeting, type Service, startService } from '../../service/running/start-service.ts'
import { cheapPasswords } from './cheap-passwords.ts'
import { keepTables, layTables } from './empty-tables.ts'

/** What a host is asked: to start a service with these settings, or to stop the one that runs. */
type Asked = { readonly environment: NodeJS.ProcessEnv; readonly builtFolder: string; readonly mark: string } | 'stop'

// What a password costs is tested where it is hashed; here each sign-in would pay for it again.
argon2Passwords.hash = cheapPasswords.hash

let service: Service | undefined

/** As `main.ts`. */
const STOPS_WITHIN = 9_000

async function obey(asked: Asked): Promise<void> {
  if (asked === 'stop') {
    const late = setTimeout(() => process.exit(1), STOPS_WITHIN)
    await service?.stop()
    clearTimeout(late)
    process.send?.('stopped')
    return
  }
  process.stdout.write(asked.mark)
  const config = readConfig(asked.environment)
  if (!config.mongoUri) await layTables(config.dataFolder)
  service = await startService(config, asked.builtFolder)
  await keepTables(config.dataFolder)
  process.stdout.write(greeting(service))
}

/**
 * Runs one service after the other, each as `main.ts` runs its only one. A process that has run a service before starts
 * the next one in a sixth of the processor's time.
 */
process.on('message', (asked: Asked) => {
  obey(asked).catch((cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
    process.exit(1)
  })
})

// The tests that it served are over.
process.on('disconnect', () => process.exit(0))
