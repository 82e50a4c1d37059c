import { join } from 'node:path'
import { readConfig } from './running/config.ts'
import { type Service, startService } from './running/start-service.ts'

function greeting({ publicUrl, demoAccounts, operatorSetUpUrl }: Service): string {
  const lines = ['', `Aduan is listening at ${publicUrl}`]
  if (demoAccounts.length > 0) {
    lines.push(
      `  demo office   ${publicUrl}/demo/`,
      `  staff         ${publicUrl}/admin/`,
      '',
      'Demo staff, told this once:',
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

const STOPS_WITHIN = 9_000

try {
  // Nothing else reads the environment.
  const config = readConfig(process.env)
  const service = await startService(config, join(import.meta.dirname, '..'))
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
