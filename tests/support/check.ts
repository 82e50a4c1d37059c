import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync('package.json', 'utf8'))

/** All that is checked without running the product. It stands there with the longest first. */
const steps = Object.entries(scripts).flatMap(([name, step]) => (name.startsWith('check:') ? [step] : []))

/** Each tells what it has to say when it is done, so that nobody's lines mix. */
async function carryOut(step: string): Promise<boolean> {
  const began = performance.now()
  const child = spawn(step, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s: ${step}\n${out}${err}`)
  return code === 0
}

const waiting = [...steps]
let haveAllPassed = true

/** One of as many as the machine has processors. */
async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    if (!(await carryOut(step))) haveAllPassed = false
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work))
process.exitCode = haveAllPassed ? 0 : 1
