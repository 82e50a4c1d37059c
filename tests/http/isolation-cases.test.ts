import { describe, expect } from 'vitest'
import { itInEach } from '../support/in-each.ts'
import { elsewhere, noCase, nowhere, type Things } from '../support/isolation-office.ts'
import { isolationRows } from '../support/isolation-rows.ts'
import { isLetIn, isOnCase, namesSomething, preparedSuite, rowsOf } from '../support/isolation-walk.ts'

const suite = preparedSuite()
const { told } = suite

/** Where a body names the case, the rest of the request is of things that are there. */
const withoutCase = (name: string): Things =>
  isolationRows[name]!.caseInBody ? { ...suite.office.real, ...noCase } : nowhere

describe('a case is as unknown as a number that nobody has', () => {
  itInEach(rowsOf('staff').filter(isOnCase), 'to who may do it in another category only', async (name) => {
    const { limited, real } = suite.office
    const nobodys = await told(name, limited.headers, withoutCase(name))
    expect(nobodys).toMatchObject({ status: 404 })
    expect(await told(name, limited.headers, real)).toEqual(nobodys)
  })

  itInEach(
    rowsOf('staff').filter(isOnCase),
    'to whom it concerns and who stands under them, and to nobody else',
    async (name) => {
      const { concerned, under, colleague, guarded } = suite.office
      for (const { headers } of [concerned, under]) {
        const nobodys = await told(name, headers, withoutCase(name))
        expect(nobodys).toMatchObject({ status: 404 })
        expect(await told(name, headers, guarded)).toEqual(nobodys)
      }
      const answer = await told(name, colleague.headers, guarded)
      expect(isLetIn(answer), JSON.stringify(answer)).toBe(true)
    },
  )
})

itInEach(
  rowsOf('staff', 'account').filter(namesSomething),
  'an unknown id, and one of another case or account, is told alike',
  async (name) => {
    const { colleague, real, guarded } = suite.office
    const unknown = await told(name, colleague.headers, { ...nowhere, number: real.number })
    if (!isolationRows[name]!.id) return
    expect(unknown).toMatchObject({ status: 404 })
    const isOthers = name.includes('{number}') || isolationRows[name]!.who === 'account'
    if (isOthers) expect(await told(name, colleague.headers, { ...guarded, number: real.number })).toEqual(unknown)
  },
)

itInEach(
  rowsOf('reporter'),
  'without the code of just this complaint a reporter hears the same as of one that is nowhere',
  async (name) => {
    const { real, guarded, abroad, colleague } = suite.office
    const bearer = (code: string) => ({ Authorization: `Bearer ${code}` })
    const nobodys = await told(name, bearer(real.code), nowhere)
    expect(nobodys).toMatchObject({ status: 404, code: 'complaint/not-found' })
    for (const headers of [
      bearer(nowhere.code),
      bearer(guarded.code),
      bearer(abroad.code),
      bearer(''),
      colleague.headers,
    ]) {
      expect(await told(name, headers)).toEqual(nobodys)
    }
    expect(await told(name, bearer(abroad.code), abroad)).toEqual(nobodys)
    expect(await told(name, bearer(real.code), real, elsewhere)).toEqual(nobodys)
    const own = await told(name, bearer(abroad.code), abroad, elsewhere)
    expect(isLetIn(own), JSON.stringify(own)).toBe(true)
  },
)
