import type { DeskPorts } from '../../case/access/desk.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { OpenedByCode, ReporterAccess } from '../follow-complaint.ts'
import { followComplaint } from '../follow-complaint.ts'

type Followed = Pick<OpenedByCode, 'complaint' | 'earlier'>

/** The cases of one complaint that know who the reporter is: where a unit handed it on, each keeps what it was told. */
const holdersOf = ({ complaint, earlier }: Followed): readonly Complaint[] =>
  [...earlier, complaint].filter(({ identity }) => identity !== null)

/** Where the reporter is reached now: the newest case that knows how; the one that is followed where none does. */
export const holderOf = (followed: Followed): Complaint => holdersOf(followed).at(-1) ?? followed.complaint

const accessTo = ({ tenant, id: number }: Complaint): ReporterAccess => ({ tenant, number })

type Act = (access: ReporterAccess) => Promise<Complaint>

/** Does it wherever the identity is kept. @returns the complaint where it is now */
export async function atEveryHolder(ports: DeskPorts, opened: OpenedByCode, act: Act): Promise<Complaint> {
  const holders = holdersOf(opened)
  for (const holder of holders.length > 0 ? holders : [opened.complaint]) await act(accessTo(holder))
  return followComplaint(ports, opened)
}

/** Does it where the reporter is reached. @returns the complaint where it is now */
export async function atHolder(ports: DeskPorts, opened: OpenedByCode, act: Act): Promise<Complaint> {
  await act(accessTo(holderOf(opened)))
  return followComplaint(ports, opened)
}
