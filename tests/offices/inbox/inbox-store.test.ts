import { expect, it, onTestFinished } from 'vitest'
import { addNews, markAlertsRead, type News, openInboxStore } from '../../../service/offices/inbox/inbox.ts'
import { instantOf } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { organisasi } from '../../support/two-units.ts'

const verifier = 'verifikator' as StaffId
const at = instantOf(new Date('2026-03-02T03:00:00Z'))

const newsOf = (number: string): News => ({ id: `kabar-${number}`, kind: 'new_case', number, at })

async function twoProcesses() {
  const { store } = await anOpenHouse()
  onTestFinished(() => store.close())
  const [one, other] = [await openInboxStore(store), await openInboxStore(store)]
  const alert = (inboxes: typeof one, number: string) =>
    inboxes.change(organisasi, verifier, (inbox) => addNews(inbox, [newsOf(number)], at, () => null))
  const numbers = async () => (await one.read(organisasi, verifier)).alerts.map(({ number }) => number).sort()
  return { one, other, alert, numbers }
}

it('keeps the alerts of all processes, although each remembers the inbox that it wrote last', async () => {
  const { one, other, alert, numbers } = await twoProcesses()
  await alert(one, 'BO-2026-0001')
  await alert(other, 'BO-2026-0002')
  await alert(one, 'BO-2026-0003')
  await Promise.all([alert(other, 'BO-2026-0004'), alert(one, 'BO-2026-0005'), alert(other, 'BO-2026-0006')])
  expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6].map((place) => `BO-2026-000${place}`))
})

it('marks as read what another process added, and gives nothing back that was removed with its person', async () => {
  const { one, other, alert, numbers } = await twoProcesses()
  await alert(one, 'BO-2026-0001')
  await one.change(organisasi, verifier, (inbox) => markAlertsRead(inbox, { until: at }, at))
  await alert(other, 'BO-2026-0002')
  const read = await one.change(organisasi, verifier, (inbox) => markAlertsRead(inbox, { until: at }, at))
  expect(read.alerts.map(({ readAt }) => readAt)).toEqual([at, at])
  await other.remove(organisasi, verifier)
  expect(await numbers()).toEqual([])
  await alert(one, 'BO-2026-0003')
  expect(await numbers()).toEqual(['BO-2026-0003'])
})
