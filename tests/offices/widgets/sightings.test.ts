import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../../service/adapters/sqlite/open-sqlite-store.ts'
import { type Glimpse, openSightings } from '../../../service/offices/widgets/sightings.ts'
import { DAY, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import { mintTenantId } from '../../../service/storage/place.ts'

const dinas = mintTenantId('dinas-contoh')
const site = 'https://dinas.example'
const seen: Glimpse = { widget: '1.1.0', layer: 'element', mode: 'inline', trouble: null }
const refused: Glimpse = { ...seen, trouble: 'origin_refused' }

async function aStore() {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-sightings-'))
  const store = await openSqliteStore({ folder })
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  let at = '2026-11-25T03:00:00.000Z' as Instant
  const open = () =>
    openSightings(
      store,
      () => at,
      (cause) => {
        throw cause
      },
    )
  return { open, goOn: (days: number) => (at = plusMilliseconds(at, days * DAY)) }
}

it('many visitors of one page are one line, written at once and then with all that came meanwhile', async () => {
  const { open } = await aStore()
  const sightings = await open()
  for (let visitor = 0; visitor < 500; visitor++) sightings.note(dinas, site, seen)
  sightings.note(dinas, site, { ...seen, mode: 'button' })
  sightings.note(dinas, site, { ...seen, mode: null, widget: '1.2.0', trouble: 'timeout' })
  expect(await sightings.list(dinas)).toMatchObject([{ id: site, version: 1, widget: '1.1.0', troubles: {} }])
  await sightings.close()
  expect(await sightings.list(dinas)).toMatchObject([
    { id: site, version: 2, widget: '1.2.0', isStranger: false, modes: ['inline', 'button'], troubles: { timeout: 1 } },
  ])
})

it('two processes add up what went wrong, and a count begins anew after thirty days', async () => {
  const { open, goOn } = await aStore()
  for (let process = 0; process < 2; process++) {
    const sightings = await open()
    sightings.note(dinas, site, { ...seen, trouble: 'fault' })
    await sightings.close()
  }
  const later = await open()
  expect(await later.list(dinas)).toMatchObject([{ troubles: { fault: 2 } }])
  goOn(31)
  later.note(dinas, site, { ...seen, mode: 'follow' })
  expect(await later.list(dinas)).toMatchObject([{ troubles: {}, modes: ['follow'] }])
  await later.close()
})

it('whoever calls under a thousand names pushes out neither the office’s own site nor another unit’s', async () => {
  const { open, goOn } = await aStore()
  const sightings = await open()
  const lain = mintTenantId('dinas-lain')
  sightings.note(dinas, site, seen)
  goOn(1)
  for (let name = 0; name < 1_000; name++) sightings.note(dinas, `https://${name}.penipu.example`, refused)
  sightings.note(lain, 'https://lain.example', seen)
  await sightings.close()
  const again = await open()
  for (let name = 0; name < 1_000; name++) again.note(dinas, `https://lagi-${name}.penipu.example`, refused)
  const kept = await again.list(dinas)
  await again.close()
  expect(kept.map(({ id }) => id)).toContain(site)
  expect(kept.filter(({ isStranger }) => isStranger)).toHaveLength(20)
  expect(await again.list(lain)).toHaveLength(1)
})
