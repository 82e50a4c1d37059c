import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { serviceBuild } from '../../service/running/service-build.ts'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'dist')

/** The program that runs services of tests one after the other. It lies beside the service, which finds its parts there. */
export const hostProgram = join(built, 'service', 'service-host.js')

const host = join(root, 'tests/support/service-host-process.ts')

/** Tests run the service as it is built for users. */
export default async function buildOnce(): Promise<void> {
  execFileSync('npx', ['tsx', 'service/running/build.ts', '--if-stale'], { cwd: root, stdio: 'inherit' })
  const changed = Math.max(...[join(built, 'done'), host].map((file) => statSync(file).mtimeMs))
  if (existsSync(hostProgram) && statSync(hostProgram).mtimeMs > changed) return
  await build({ ...serviceBuild, entryPoints: [host], outfile: hostProgram })
}
