import { expect, it } from 'vitest'
import { routeOf } from '../../../admin/app/routes/routes.ts'

it('finds no page at a badly encoded address', () => {
  expect(routeOf('/admin/bagian-organisasi/cases/%E0%A4%A', '').route).toBeNull()
  expect(routeOf('/admin/%/cases', '').place.tenant).toBeNull()
  expect(routeOf('/admin/bagian-organisasi/cases/BO%2D1', '').place.number).toBe('BO-1')
})
