import type { CaseActionPorts } from '../case/access/case-actions.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { countCases } from './count-cases.ts'
import type { SearchedOn } from './register-filter.ts'
import type { SavedView, SavedViewStore, ViewList } from './saved-view.ts'

export interface ViewPorts extends CaseActionPorts {
  readonly savedViews: SavedViewStore
}

export type CountedView = SavedView & { readonly count: number | null }
interface CountedList {
  readonly revision: number
  readonly views: readonly CountedView[]
}

export interface ViewLists {
  readonly own: CountedList
  readonly shared: CountedList
}

/** People with this permission answer for the tenant's work, so they decide on shared views. */
const TO_SHARE = 'cases.approve'

export async function listViews(ports: ViewPorts, staff: StaffMember): Promise<ViewLists> {
  requirePermission(staff, 'cases.read')
  const { savedViews, tenants, now } = ports
  const { calendar, categories } = (await tenants.get(staff.tenant)).settings
  const asked: SearchedOn = { now: now(), calendar, categories }
  const countViews = async ({ revision, views }: ViewList): Promise<CountedList> => ({
    revision,
    views: await Promise.all(
      views.map(async (view) => ({ ...view, count: await countCases(ports, staff, view.filter, asked) })),
    ),
  })
  const [own, shared] = await Promise.all([
    savedViews.list(staff.tenant, staff.id),
    savedViews.list(staff.tenant, '-unit'),
  ])
  return { own: await countViews(own), shared: await countViews(shared) }
}

/**
 * Replaces the list that was read, which covers adding, renaming, moving and removing views.
 * @throws Refusal `staff/not-permitted`, `view/changed-meanwhile`
 */
export async function saveViews(
  ports: ViewPorts,
  staff: StaffMember,
  whose: keyof ViewLists,
  list: ViewList,
): Promise<ViewLists> {
  requirePermission(staff, whose === 'shared' ? TO_SHARE : 'cases.read')
  await ports.savedViews.save(staff.tenant, whose === 'shared' ? '-unit' : staff.id, list)
  return listViews(ports, staff)
}
