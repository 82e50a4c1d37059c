import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { AwsClient } from 'aws4fetch'
import type { BucketPlace } from '../../service/adapters/s3/bucket.ts'
import { aFreePort } from './a-free-port.ts'

const source = join(import.meta.dirname, 's3-server')
const cache = join(import.meta.dirname, '../../node_modules/.cache/aduan')
const weed = 'github.com/seaweedfs/seaweedfs/weed'
const keys = { accessKey: 'kunci-contoh', secretKey: 'rahasia-contoh-panjang' }

export interface S3Server {
  /** An empty bucket that no other test uses. */
  aBucket(name: string): Promise<BucketPlace>
  /** SIGKILL; `start` begins again on the same data. */
  kill(): void
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * SeaweedFS, built once and kept by version. Building takes minutes, so it is done only where `CI_REQUIRE_S3=1`.
 * @throws when none can be had, saying why
 */
export async function startS3Server(): Promise<S3Server> {
  const program = await builtProgram()
  const folder = await mkdtemp(join(tmpdir(), 'aduan-s3-'))
  const identity = {
    name: 'aduan',
    credentials: [keys],
    actions: ['Admin', 'Read', 'Write', 'List', 'Tagging'],
  }
  await writeFile(join(folder, 's3.json'), JSON.stringify({ identities: [identity] }))
  const [s3, master, volume, filer] = await freePorts(4)
  const url = `http://127.0.0.1:${s3}`
  const client = new AwsClient({
    accessKeyId: keys.accessKey,
    secretAccessKey: keys.secretKey,
    region: 'us-east-1',
    service: 's3',
    retries: 0,
  })
  let child: ReturnType<typeof spawn>

  async function start(): Promise<void> {
    child = spawn(
      program,
      [
        'server',
        `-dir=${folder}`,
        '-ip=127.0.0.1',
        '-ip.bind=127.0.0.1',
        '-s3',
        `-s3.config=${join(folder, 's3.json')}`,
        `-s3.port=${s3}`,
        `-s3.port.grpc=${await aFreePort()}`,
        `-master.port=${master}`,
        `-master.port.grpc=${await aFreePort()}`,
        `-volume.port=${volume}`,
        `-volume.port.grpc=${await aFreePort()}`,
        `-filer.port=${filer}`,
        `-filer.port.grpc=${await aFreePort()}`,
        '-master.volumeSizeLimitMB=64',
      ],
      { stdio: 'ignore' },
    )
    for (let tries = 0; ; tries++) {
      const answer = await client.fetch(url).catch(() => null)
      if (answer?.ok) return
      if (child.exitCode !== null || tries > 300) throw new Error('The S3 server did not start.')
      await setTimeout(200)
    }
  }

  await start()
  return {
    async aBucket(name) {
      const made = await client.fetch(`${url}/${name}`, { method: 'PUT' })
      if (!made.ok) throw new Error(`No bucket: ${made.status} ${await made.text()}`)
      return { url: `${url}/${name}/aduan`, region: 'us-east-1', ...keys }
    },
    kill: () => void child.kill('SIGKILL'),
    start,
    async stop() {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function builtProgram(): Promise<string> {
  const sum = createHash('sha256')
    .update(await readFile(join(source, 'go.mod')))
    .digest('hex')
  const program = join(cache, `s3-server-${sum.slice(0, 16)}`)
  const isThere = await access(program).then(
    () => true,
    () => false,
  )
  if (isThere) return program
  if (process.env.CI_REQUIRE_S3 !== '1') throw new Error('it is not built; CI_REQUIRE_S3=1 builds it, in some minutes')
  await mkdir(cache, { recursive: true })
  const unfinished = `${program}-${process.pid}`
  const folder = await mkdtemp(join(tmpdir(), 'aduan-s3-build-'))
  await copyFile(join(source, 'go.mod'), join(folder, 'go.mod'))
  const go = (...parameters: string[]) => promisify(execFile)('go', parameters, { cwd: folder, maxBuffer: 50_000_000 })
  await go('get', '-tool', weed)
  await go('build', '-o', unfinished, weed)
  await rm(folder, { recursive: true })
  await rename(unfinished, program)
  return program
}

const freePorts = (count: number): Promise<number[]> => Promise.all(Array.from({ length: count }, aFreePort))
