import { expect, it } from 'vitest'
import type { Tenant } from '../../../service/offices/tenants/tenant.ts'
import {
  beginClosing,
  refuseClosed,
  refuseClosing,
  revokeClosing,
} from '../../../service/offices/tenants/tenant-directory.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { PLATFORM } from '../../../service/storage/place.ts'
import { organisasi } from '../../support/two-units.ts'

const at = (day: string) => `${day}T02:00:00.000Z` as Instant
const elsewhere = { id: 'Ke Dinas Contoh.', en: 'To Dinas Contoh.' }
const unit: Tenant = {
  tenant: PLATFORM,
  id: organisasi,
  version: 1,
  revision: 4,
  openedAt: at('2026-01-01'),
  settings: bagianOrganisasi,
}

it('a unit that closes takes nothing new from that moment, and reporters write until the grace is over', () => {
  const closing = beginClosing(unit, { days: 30, elsewhere }, at('2026-11-01'))
  expect(closing).toMatchObject({ revision: 5, closing: { since: at('2026-11-01'), until: at('2026-12-01') } })
  expect(() => refuseClosing(unit)).not.toThrow()
  expect(() => refuseClosing(closing)).toThrow('tenant/closing')
  expect(() => refuseClosed(closing, at('2026-11-30'))).not.toThrow()
  expect(() => refuseClosed(closing, at('2026-12-01'))).toThrow('tenant/closed')
})

it('its closing is taken back or said anew within the grace, and not after', () => {
  const closing = beginClosing(unit, { days: 30, elsewhere }, at('2026-11-01'))
  expect(revokeClosing(closing, at('2026-11-30'))).toMatchObject({ revision: 6, closing: null })
  expect(beginClosing(closing, { days: 90, elsewhere }, at('2026-11-10')).closing).toMatchObject({
    since: at('2026-11-01'),
  })
  expect(() => revokeClosing(closing, at('2026-12-02'))).toThrow('tenant/closed')
  expect(() => beginClosing(closing, { days: 90, elsewhere }, at('2026-12-02'))).toThrow('tenant/closed')
  expect(() => revokeClosing(unit, at('2026-11-01'))).toThrow('tenant/not-closing')
})
