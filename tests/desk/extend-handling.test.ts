import { describe, expect, it } from 'vitest'
import { runningHandling } from '../../service/case/case-clocks.ts'
import { extendHandling, extensionLeft, pauseClocks } from '../../service/desk/clocks.ts'
import { firstRulePack } from '../../service/offices/calendar/rule-pack.ts'
import { wib } from '../case/deadlines/offices.ts'
import { aComplaintIn, aMoment, head } from '../support/a-complaint.ts'
import { refusalOf } from '../support/refused.ts'

const reason = 'Saksi belum hadir.'
const inProgress = aComplaintIn('in_progress')
const extended = extendHandling(inProgress, { days: 5, reason }, head, aMoment(1))

describe('more time for handling', () => {
  it('moves the date by working days, tells the reporter and says why', () => {
    expect(runningHandling(inProgress.clocks)?.dueAt).toBe(wib('2026-12-11 16:00'))
    expect(runningHandling(extended.clocks)?.dueAt).toBe(wib('2026-12-18 16:00'))
    expect(extended.dossier.history.at(-1)).toMatchObject({ event: 'extended', text: reason, public: true })
    expect(extended.notices.at(-1)).toMatchObject({ event: 'extended' })
  })

  it('is given as often as the pack says, and no longer at once', () => {
    expect(extensionLeft(inProgress, [firstRulePack], aMoment(1).at)).toBe(14)
    expect(extensionLeft(extended, [firstRulePack], aMoment(2).at)).toBeNull()
    const again = () => extendHandling(extended, { days: 1, reason }, head, aMoment(2))
    expect(refusalOf(again)).toBe('clock/extended-enough')
    const tooMuch = () => extendHandling(inProgress, { days: 15, reason }, head, aMoment(1))
    expect(refusalOf(tooMuch)).toBe('request/invalid')
  })

  it('makes nothing that is late punctual again', () => {
    const late = () => extendHandling(inProgress, { days: 5, reason }, head, aMoment(20))
    expect(refusalOf(late)).toBe('clock/already-late')
    expect(extensionLeft(inProgress, [firstRulePack], aMoment(20).at)).toBeNull()
  })

  it('is not given to a clock that stands still', () => {
    const paused = pauseClocks(inProgress, { reason: 'Menunggu laboratorium.', as: 'head' }, head, aMoment(1))
    expect(refusalOf(() => extendHandling(paused, { days: 5, reason }, head, aMoment(2)))).toBe('clock/none-runs')
  })
})
