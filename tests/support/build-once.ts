import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { nodeBuild } from '../../service/shared/free-room.ts'
import { builtProgram, programs } from './built-program.ts'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'dist')

const here = import.meta.dirname

/** The process whose projects find all built. Each project has modules of its own, so none of them could remember it. */
const BUILT_BY = 'ADUAN_TESTS_BUILT_BY'

/** Tests run the service as it is built for users. */
export default async function buildOnce(): Promise<void> {
  if (process.env[BUILT_BY] === String(process.pid)) return
  await buildAll()
  process.env[BUILT_BY] = String(process.pid)
}

async function buildAll(): Promise<void> {
  execFileSync('npx', ['tsx', 'service/running/build.ts', '--if-stale'], { cwd: root, stdio: 'inherit' })
  const made = programs.map(builtProgram)
  if (made.every(existsSync) && oldest(made) > newest([join(built, 'done'), ...sourcesHere()])) return
  await build({
    ...nodeBuild,
    entryPoints: programs.map((name) => join(here, `${name}.ts`)),
    outdir: join(built, 'service'),
    splitting: true,
    chunkNames: 'of-tests-[hash]',
  })
}

const sourcesHere = (): string[] =>
  readdirSync(here)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(here, name))

const changedAt = (file: string): number => statSync(file).mtimeMs
const newest = (files: readonly string[]): number => Math.max(...files.map(changedAt))
const oldest = (files: readonly string[]): number => Math.min(...files.map(changedAt))
