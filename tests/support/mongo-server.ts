import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

export interface MongoServer {
  /** A database of this server that no other test uses. */
  databaseUri(name: string): string
  stop(): Promise<void>
}

const source = join(import.meta.dirname, 'mongo-server')
const cache = join(import.meta.dirname, '../../node_modules/.cache/aduan')

/**
 * The server at `MONGODB_URI`, or else one of our own, built when needed and kept by version of its source.
 * @throws when none can be had, saying why
 */
export async function startMongoServer({ ownInAnyCase = false } = {}): Promise<MongoServer> {
  const given = ownInAnyCase ? undefined : process.env.MONGODB_URI
  if (given) return { databaseUri: (name) => withDatabase(given, name), stop: async () => {} }

  const program = await builtProgram()
  const folder = await mkdtemp(join(tmpdir(), 'aduan-mongo-'))
  // The server ends when its standard input does, so it never outlives the tests.
  const child = spawn(program, [folder], { stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  const address = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line)),
    ended.then(() => {
      throw new Error('The MongoDB-compatible server ended before it listened.')
    }),
  ])
  return {
    databaseUri: (name) => withDatabase(address, name),
    async stop() {
      child.stdin.end()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function builtProgram(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await readdir(source)).sort()) hash.update(await readFile(join(source, file)))
  const program = join(cache, `mongo-server-${hash.digest('hex').slice(0, 16)}`)
  try {
    await access(program)
  } catch {
    await mkdir(cache, { recursive: true })
    const unfinished = `${program}-${process.pid}`
    await promisify(execFile)('go', ['build', '-o', unfinished, '.'], { cwd: source })
    await rename(unfinished, program)
  }
  return program
}

/** Several hosts may stand in the address, which is why it is not read as a URL. */
export function withDatabase(uri: string, name: string): string {
  const [, hosts = uri, query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? []
  return `${hosts}/${name}${query}`
}
