import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname
const starter = resolve(here, 'support/a-running-service.ts')

/** Whether a file starts the service, by itself or through what it imports from the tests. */
function startsAService(file: string, seen = new Set<string>()): boolean {
  if (file === starter) return true
  if (seen.has(file) || !existsSync(file)) return false
  seen.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import (?!type)|\} from ).*'(\..*\.ts)'/gm)
  return [...imports].some(([, target = '']) => {
    const path = resolve(dirname(file), target)
    return path.startsWith(here) && startsAService(path, seen)
  })
}

const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !/^(widget|admin|journeys|servers)\//.test(file))
  .filter((file) => startsAService(resolve(here, file)))

/**
 * Every test that starts the service, with MongoDB instead of the embedded store: the server at `MONGODB_URI`, or the
 * one that speaks its protocol.
 */
export default defineConfig({
  root: resolve(here, '..'),
  test: {
    name: 'mongo',
    include: files.map((file) => `tests/${file}`),
    globalSetup: ['support/build-once.ts', 'support/mongo-for-all.ts'].map((file) => resolve(here, file)),
    setupFiles: [resolve(here, 'support/embedded-only.ts')],
    reporters: ['default', resolve(here, 'support/closing-line.ts')],
    maxWorkers: 2,
    // The server that stands in reads whole collections for each command, one command at a time.
    expect: { poll: { timeout: 120_000 } },
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
