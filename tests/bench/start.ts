import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withService } from './a-service.ts'
import { amount, type Figure } from './figure.ts'
import { inRounds, lowest } from './in-rounds.ts'
import { memoryOf } from './process-usage.ts'

const root = resolve(import.meta.dirname, '../..')

/** What the start took is given back by then, and nothing else has happened. */
const IDLE_AFTER = 30_000

/** From `npm start` to listening, on a new folder and on one with data; and what the service holds when nobody comes. */
export async function benchStart(): Promise<readonly Figure[]> {
  const starts = await inRounds(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
    try {
      return { first: await startUp(folder), again: await startUp(folder), npm: emptyRun() }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
  const idle = await withService(async ({ pid }) => {
    await sleep(IDLE_AFTER)
    return (await memoryOf(pid)).now
  })
  const empty = lowest(starts, ({ npm }) => npm)
  const beside = `npm and an empty Node ${amount(empty, 's')}`
  return [
    { what: 'start, first time', value: lowest(starts, ({ first }) => first), unit: 's', most: 1.5, beside },
    { what: 'start again', value: lowest(starts, ({ again }) => again), unit: 's', most: 1.5, beside },
    {
      what: 'idle memory',
      value: idle,
      unit: 'MB',
      most: 150,
      beside: `empty Node ${amount(await emptyMemory(), 'MB')}`,
    },
  ]
}

async function startUp(folder: string): Promise<number> {
  const began = performance.now()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that all that npm starts can be ended together.
    detached: true,
  })
  const ended = new Promise<void>((end) => npm.once('close', () => end()))
  const seconds = await new Promise<number>((listening, failed) => {
    npm.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Aduan is listening')) listening((performance.now() - began) / 1_000)
    })
    npm.once('exit', () => failed(new Error('npm start ended before the service listened.')))
  })
  process.kill(-(npm.pid ?? 0), 'SIGTERM')
  await ended
  return seconds
}

function emptyRun(): number {
  const began = performance.now()
  execFileSync('npm', ['exec', '--call', 'node -e 0'], { cwd: root })
  return (performance.now() - began) / 1_000
}

async function emptyMemory(): Promise<number> {
  const node = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000); console.log()'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise((ready) => node.stdout.once('data', ready))
  const { now } = await memoryOf(node.pid ?? 0)
  node.kill()
  return now
}
