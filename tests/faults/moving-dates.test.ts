import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { moveDates } from '../../service/case/access/move-dates.ts'
import { clockNamed } from '../../service/case/case-clocks.ts'
import { wib } from '../case/deadlines/offices.ts'
import { aComplaintIn, aMoment } from '../support/a-complaint.ts'
import { aDesk } from '../support/a-desk.ts'
import { aMover } from '../support/a-mover.ts'
import { builtProgram } from '../support/built-program.ts'
import { closedOn } from '../support/closed-on.ts'
import { organisasi } from '../support/two-units.ts'

const CASES = 900

it('kill -9 while dates move leaves none behind and moves none twice', async () => {
  const desk = await aDesk()
  const cases = await Promise.all(Array.from({ length: CASES }, () => desk.receive(aComplaintIn('received'))))
  await closedOn(desk, '2026-11-25')
  await desk.close()
  const { at } = aMoment(1)

  const child = spawn(process.execPath, [builtProgram('mover-process'), desk.folder, at], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (child.exitCode === null) child.kill('SIGKILL')
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')
  expect(lines).not.toContain('through')

  const { store, kept, ports } = await aMover(desk.folder, at)
  const unhurried = { signal: new AbortController().signal, rest: async () => {} }
  const moved = await moveDates(ports, unhurried)
  expect(moved).toBeGreaterThan(0)
  expect(moved).toBeLessThan(CASES)
  expect(await moveDates(ports, unhurried)).toBe(0)
  for (const { id } of cases) {
    const one = await kept.get(organisasi, id)
    expect(one?.linesToSeal).toHaveLength(1)
    expect(clockNamed(one?.clocks ?? [], 'verification')?.dueAt).toBe(wib('2026-11-27 16:00'))
  }
  await store.close()
})
