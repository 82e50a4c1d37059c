import { describe, expect, it } from 'vitest'
import { fillInLater, nothingYet, omitNothing } from '../../service/case/store/case-seals.ts'
import { aComplaint } from '../support/a-complaint.ts'

describe('what is sealed of a dossier', () => {
  const { dossier } = aComplaint()

  it('leaves out what nobody has written yet, and opens as it was', () => {
    const written = omitNothing(dossier)

    expect(Object.keys(written)).not.toEqual(expect.arrayContaining(['answer']))
    expect(JSON.stringify(written).length).toBeLessThan(JSON.stringify(dossier).length - 500)
    expect(fillInLater(nothingYet, written)).toEqual(dossier)
  })

  it.each(Object.entries(nothingYet))('keeps %s as soon as it holds something', (name, nothing) => {
    // Nothing of another kind is something: it would open as what it is not.
    for (const something of ['written', [1], { one: 1 }, 0, '', false, ...(nothing === null ? [[], {}] : [null])]) {
      const changed = { ...dossier, [name]: something }
      const opened = fillInLater(nothingYet, omitNothing(changed))
      expect(opened).toEqual(changed)
    }
  })
})
