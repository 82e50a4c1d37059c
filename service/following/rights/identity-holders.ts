import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { OpenedByCode, ReporterAccess } from '../follow-complaint.ts'
import { followComplaint } from '../follow-complaint.ts'

type Followed = Pick<OpenedByCode, 'complaint' | 'earlier'>

/** After a transfer several cases may know the reporter: each keeps what it was given. */
const holdersOf = ({ complaint, earlier }: Followed): readonly Complaint[] =>
  [...earlier, complaint].filter(({ identity }) => identity !== null)

/** The newest case that can reach the reporter; the followed one if none can. */
export const holderOf = (followed: Followed): Complaint => holdersOf(followed).at(-1) ?? followed.complaint

const accessTo = ({ tenant, id: number }: Complaint): ReporterAccess => ({ tenant, number })

type Act = (access: ReporterAccess) => Promise<Complaint>

/** @returns the complaint where it is now */
export async function actAtEveryHolder(ports: CaseActionPorts, opened: OpenedByCode, act: Act): Promise<Complaint> {
  const holders = holdersOf(opened)
  for (const holder of holders.length > 0 ? holders : [opened.complaint]) await act(accessTo(holder))
  return followComplaint(ports, opened)
}

/** @returns the complaint where it is now */
export async function actAtHolder(ports: CaseActionPorts, opened: OpenedByCode, act: Act): Promise<Complaint> {
  await act(accessTo(holderOf(opened)))
  return followComplaint(ports, opened)
}
