import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const tests = resolve(import.meta.dirname, '..')
const starter = join(tests, 'support/a-running-service.ts')

/** Imports that start a process, a browser or a build, or read what a build made. */
const costly = /^(?:node:child_process|playwright-core|esbuild)$|\/(?:build(?:-[a-z-]+)?|built-program)\.ts$/

interface Started {
  readonly service: boolean
  readonly anything: boolean
}

/** Whether a file of the tests starts the service, or any process at all, itself or through what it imports from the tests. */
export function startedBy(file: string, seen = new Set<string>()): Started {
  seen.add(file)
  const imported = [...readFileSync(file, 'utf8').matchAll(/^(?:import (?!type)(?:.* from )?|\} from )'([^'\n]+)'/gm)]
  const names = imported.map(([, name = '']) => name)
  const ours = names
    .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
    .map((name) => resolve(dirname(file), name))
    .filter((path) => path.startsWith(`${tests}/`) && existsSync(path) && !seen.has(path))
  const theirs = ours.map((path) => startedBy(path, seen))
  return {
    service: file === starter || theirs.some(({ service }) => service),
    anything: names.some((name) => costly.test(name)) || theirs.some(({ anything }) => anything),
  }
}

/** The tests that Node runs by itself: all but those in a browser's page, the journeys, and those with servers of others. */
export const testsInNode: readonly string[] = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !/^(?:(?:widget|admin)\/(?!node\/)|journeys\/|servers\/)/.test(file))
  .sort()
