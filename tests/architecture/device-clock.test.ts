import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Where the clock of the device is asked: without a moment that is given, and in the device's time zone. */
const asksDevice = /new Date\(\)|Date\.now\b|\.(?:get|set)(?:FullYear|Month|Date|Day|Hours)\(|getTimezoneOffset/g

const measures = 'how long ago something happened on this device'
const ofToday = 'the list of today, which lies on this device and is read without the service'

/**
 * What counts in the office goes by the service's clock (`serviceNow`, `serviceInstant`, `formats.today`) in the unit's
 * time zone, because the clock of an office's machine may be wrong. The device's own is for what happens on it.
 */
const allowed: Readonly<Record<string, readonly [times: number, why: string]>> = {
  'admin/api/service-clock.ts': [2, 'how far this device is off'],
  'admin/app/offline/offline-page.ts': [1, ofToday],
  'admin/app/shortcuts/desk-keys.ts': [2, measures],
  'admin/desk/presence/case-presence.ts': [2, measures],
  'admin/desk/presence/pulse.ts': [3, measures],
  'admin/page/lock-state.ts': [2, measures],
  'admin/page/unsent-words.ts': [2, measures],
  'admin/register/today/today-tasks.ts': [1, ofToday],
  'admin/ui/formats.ts': [1, 'the clock of a test that gives none'],
  'admin/ui/idle-watch.ts': [4, measures],
}

it('the desk asks the clock of the device for nothing that counts in the office', () => {
  const found = readdirSync('admin', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const times = readFileSync(`admin/${file}`, 'utf8').match(asksDevice)?.length ?? 0
      return times > 0 ? [[`admin/${file}`, times] as const] : []
    })
  const expected = Object.entries(allowed).map(([file, [times]]) => [file, times])
  expect(found.toSorted(([one], [other]) => one.localeCompare(other))).toEqual(expected)
})
