import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

/** Tests run the service as it is built for users. */
export default function buildOnce(): void {
  execFileSync('npx', ['tsx', 'service/running/build.ts', '--if-stale'], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: 'inherit',
  })
}
