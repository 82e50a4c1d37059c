import { describe, expect, it } from 'vitest'
import { arrangeActs } from '../../../admin/case/act-bar.ts'
import { actTable } from '../../../admin/desk/acts/act-table.ts'
import { openActs } from '../../../service/desk/case-acts.ts'
import { type Role, roles, type Status, statuses } from '../../../service/offices/vocabulary.ts'
import { aComplaintIn } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { anIdleOffice } from '../../support/an-idle-office.ts'

const office = { ...anIdleOffice, working: [staffWith(['identity_custodian'])] }
const openTo = (role: Role, status: Status) => openActs(staffWith([role]), aComplaintIn(status), office)
const nextFor = (role: Role, isDispatched = false) =>
  Object.fromEntries(
    statuses.flatMap((status) => {
      const { next } = arrangeActs(openTo(role, status), isDispatched)
      return next ? [[status, next]] : []
    }),
  )

/** The answer was that the complaint is proven. */
const improving = { objected: 'name-improvement', closed: 'name-improvement' }

describe('the bar of a case', () => {
  it.each(roles)(
    'shows a %s at most three acts in each status, loses none, and begins with the one that stands out',
    (role) => {
      for (const status of statuses) {
        const open = openTo(role, status)
        const { shown, more, next } = arrangeActs(open, false)
        expect(shown.length, status).toBeLessThanOrEqual(3)
        expect(more.length === 0 || shown.length === 3, status).toBe(true)
        expect([...shown, ...more].sort(), status).toEqual(open.filter((act) => act in actTable).sort())
        if (next) expect(next, status).toBe(shown[0])
      }
    },
  )

  it('lets only what brings a case on stand out, and nothing for who can only watch or put right', () => {
    expect(nextFor('verifier')).toEqual({ received: 'verify', in_progress: 'dispatch' })
    expect(nextFor('verifier', true)).toEqual({ received: 'verify' })
    expect(nextFor('case_handler')).toEqual({
      in_progress: 'propose-answer',
      answered: 'close',
      ...improving,
    })
    expect(nextFor('unit_head')).toEqual({
      received: 'verify',
      in_progress: 'dispatch',
      awaiting_approval: 'answer',
      answered: 'close',
      objected: 'decide-objection',
      closed: 'name-improvement',
    })
    expect(nextFor('internal_auditor')).toEqual({ objected: 'decide-objection' })
    expect(nextFor('identity_custodian')).toEqual({})
    expect(nextFor('tenant_admin')).toEqual({})
  })
})
