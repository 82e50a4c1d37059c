import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'

/** All that is checked without running the product, the longest first. */
const steps: readonly string[] = [
  'eslint -c .eslint.config.js service widget admin tests',
  'tsc -p .',
  'knip',
  'vitest run --config tests/vitest.unit.config.ts tests/architecture',
  'biome check --error-on-warnings .',
  'tsx widget/tools/size-budget.ts',
  'tsx admin/size-budget.ts',
  'tsx widget/tools/document.ts --check',
  'tsx tests/support/draw-wings.ts --check',
]

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
