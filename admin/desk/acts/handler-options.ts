import type { StaffList } from '../../api/wire.ts'
import type { Wording } from '../../wording/wording.ts'

type Handler = StaffList['items'][number]

export const nameHandler = ({ name, position }: Handler) => `${name} · ${position}`

/** Where the unit limits open cases, those with the fewest come first and each is shown with their number. */
export const handlerOptions = (handlers: readonly Handler[], { acts }: Wording) =>
  handlers
    .toSorted((one, other) => (one.openCases ?? 0) - (other.openCases ?? 0))
    .map((one) => {
      const load =
        one.openCases === undefined ? '' : ` · ${acts.openCases({ count: one.openCases, isFull: one.isFull ?? false })}`
      return { value: one.id, label: `${nameHandler(one)}${load}` }
    })
