import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { StaffId } from '../storage/place.ts'
import type { ActPorts } from './case-act.ts'

/** Ports with which acts are decided and nothing is written. */
export function withoutWriting<Ports extends ActPorts>(ports: Ports): Ports {
  const change: ComplaintStore['change'] = async (tenant, number, decide) =>
    decide(await ports.complaints.get(tenant, number))
  // Each case takes a place from those after it.
  const given = new Map<string, StaffId>()
  const giveOut: ComplaintStore['giveOut'] = async ({ tenant, number, people }, choose) => {
    const loads = [...(await ports.complaints.caseloads(tenant, people))].map(([person, load]) => {
      const more = [...given].filter(([other, to]) => to === person && other !== number).length
      return [person, load + more] as const
    })
    const to = choose(new Map(loads))
    if (to) given.set(number, to)
    return to
  }
  return { ...ports, complaints: { ...ports.complaints, change, giveOut }, record: async () => {} }
}
