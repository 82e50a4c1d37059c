import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import buildOnce from '../../support/build-once.ts'
import { thisMachine } from '../matrix/results.ts'
import { startLives } from './lives.ts'
import { startMailLog } from './mail-log.ts'
import { askAsReporters, readTheStore, sendAgain, verifyTheLog } from './proofs.ts'
import { isWhole, reportOf } from './report.ts'
import { visit } from './visitors.ts'

const report = resolve(import.meta.dirname, '../results/soak.md')
const MINUTE_MS = 60_000
/** Of the time with kills, so long the last life goes on. */
const CALM_SHARE = 1 / 6
/** A notice that was claimed by a process that died is free again after a minute. */
const LEASE_MS = 70_000
const STILL_MS = 10_000
const LONGEST_STILL_MS = 600_000

/**
 * `npm run soak [minutes] [seconds a life]`: an hour of people at work while the service is killed every minute, then
 * the proof that nothing was lost. Writes `tests/bench/results/soak.md`; ends with 1 when a promise was not kept.
 */
async function soak(minutes: number, secondsALife: number): Promise<void> {
  await buildOnce()
  const folder = await mkdtemp(join(tmpdir(), 'aduan-soak-'))
  const mail = await startMailLog()
  const lives = await startLives({ LIMITS: 'off', SMTP_URL: mail.url, DATA_DIR: folder })
  const began = Date.now()
  const elapsed = () => `${((Date.now() - began) / MINUTE_MS).toFixed(1)} min`
  const end = began + minutes * MINUTE_MS
  let isOver = false
  const killing = (async () => {
    while (Date.now() + secondsALife * 1_000 <= end) {
      await sleep(secondsALife * 1_000)
      await lives.killAndStart()
      console.log(
        `${elapsed()}: life ${lives.all.length}, there after ${lives.all.at(-1)?.startMs} ms, ${mail.taken.size} messages`,
      )
    }
    await sleep(Math.max(0, end - Date.now()) + minutes * MINUTE_MS * CALM_SHARE)
    isOver = true
  })()
  const [seen] = await Promise.all([visit(lives, () => isOver), killing])
  console.log(`${elapsed()}: ${seen.filed.length} receipts, ${seen.unanswered.length} without an answer; proving`)

  const url = await lives.url()
  await sendAgain(url, seen)
  const asReporters = await askAsReporters(url, seen.filed)
  const lastBirth = lives.all.at(-1)?.bornAt ?? 0
  await sleep(Math.max(0, lastBirth + LEASE_MS - Date.now()))
  const patience = Date.now() + LONGEST_STILL_MS
  for (let before = -1; before !== mail.taken.size && Date.now() < patience; await sleep(STILL_MS))
    before = mail.taken.size
  await lives.end()
  const inStore = await readTheStore(folder, seen, mail, lives.all)
  const soaked = {
    date: new Date().toISOString(),
    machine: thisMachine(),
    minutes,
    secondsALife,
    lives: lives.all,
    seen,
    messages: mail.taken.size,
    repeated: [...mail.taken.values()].filter(({ at }) => at.length > 1).length,
    proofs: [...asReporters, ...inStore, await verifyTheLog(folder)],
  }
  await mail.close()
  await mkdir(dirname(report), { recursive: true })
  await writeFile(report, reportOf(soaked))
  console.log(reportOf(soaked))
  if (isWhole(soaked)) await rm(folder, { recursive: true })
  else {
    console.error(`Its data is left in ${folder}.`)
    process.exitCode = 1
  }
}

const [minutes = 60, secondsALife = 60] = process.argv.slice(2).map(Number)
await soak(minutes, secondsALife)
