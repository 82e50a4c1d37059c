import { describe, expect, it } from 'vitest'
import { takeFacts } from '../../service/register/facts/take-facts.ts'
import { paced } from '../../service/running/jobs.ts'
import { createTaskPace, type People } from '../../service/shared/repeat.ts'
import { watchPassedDates } from '../../service/telling/alerts/warnings.ts'
import { aComplaint, aMoment } from '../support/a-complaint.ts'
import { aDesk } from '../support/a-desk.ts'
import { organisasi } from '../support/two-units.ts'

const BACKLOG = 40

describe('what a service still has to do by itself', () => {
  it('waits while people file, and is done to its end once nobody is there', async () => {
    const desk = await aDesk()
    for (let more = 0; more < BACKLOG; more++) await desk.receive(aComplaint())
    desk.goOn(5)
    const seen: { people: People } = { people: { underWay: 1, quietFor: 0 } }
    const rests: (() => void)[] = []
    let worked = 0
    // Each portion takes eight milliseconds, and a rest ends when the test ends it.
    const thread = { used: () => (worked += 4), now: () => 0, wait: () => new Promise<void>((end) => rests.push(end)) }
    const atRest = {
      ...desk.ports,
      complaints: paced(
        createTaskPace(() => seen.people, thread),
        desk.ports.complaints,
      ),
    }
    const untold = async () => (await desk.ports.complaints.overdueUnalerted(desk.ports.now(), 100)).length
    const counted = async () => {
      let cases = 0
      const all = { from: aMoment(-30).at, to: aMoment(400).at }
      for await (const some of desk.ports.reportFacts.between(organisasi, all)) cases += some.length
      return cases
    }

    const tasks = Promise.all([watchPassedDates(atRest), takeFacts(atRest, organisasi)])
    for (let more = 0; more < 10; more++) await desk.receive(aComplaint())
    expect(await untold()).toBeGreaterThanOrEqual(BACKLOG)
    expect(await counted()).toBe(0)

    seen.people = { underWay: 0, quietFor: Infinity }
    while (rests.length > 0) rests.pop()?.()
    await tasks
    // What came while they read waits for their next round.
    expect(await untold()).toBeLessThanOrEqual(10)
    expect(await counted()).toBeGreaterThanOrEqual(BACKLOG)
  })
})
