import { availableParallelism, loadavg } from 'node:os'
import buildOnce from '../support/build-once.ts'
import { benchBackup } from './backup.ts'
import { benchDesk } from './desk.ts'
import { type Bench, holds, tableOf } from './figure.ts'
import { benchFiling } from './filing.ts'
import { benchFollowUp } from './follow-up.ts'
import { benchHoliday } from './holiday.ts'
import { benchIdentity } from './identity.ts'
import { benchIsolation } from './isolation.ts'
import { benchLetter } from './letter.ts'
import { benchLongCase } from './long-case.ts'
import { benchNotices } from './notices.ts'
import { benchPage } from './page.ts'
import { benchPersonalWords } from './personal-words.ts'
import { benchPhone } from './phone.ts'
import { benchPresses } from './presses.ts'
import { benchProcesses } from './processes.ts'
import { benchReceipt } from './receipt.ts'
import { benchRegister } from './register.ts'
import { benchReport } from './report.ts'
import { benchRotation } from './rotation.ts'
import { benchRules } from './rules.ts'
import { benchSearch } from './search.ts'
import { benchSpike } from './spike.ts'
import { benchStart } from './start.ts'
import { benchToday } from './today.ts'
import { benchUnits } from './units.ts'
import { benchUpload } from './upload.ts'
import { benchViewingCopy } from './viewing-copy.ts'
import { benchWidget } from './widget.ts'

const benches: Readonly<Record<string, Bench>> = {
  start: benchStart,
  filing: benchFiling,
  'follow-up': benchFollowUp,
  register: benchRegister,
  report: benchReport,
  desk: benchDesk,
  search: benchSearch,
  today: benchToday,
  upload: benchUpload,
  widget: benchWidget,
  page: benchPage,
  phone: benchPhone,
  presses: benchPresses,
  receipt: benchReceipt,
  letter: benchLetter,
  'long-case': benchLongCase,
  notices: benchNotices,
  identity: benchIdentity,
  rotation: benchRotation,
  backup: benchBackup,
  holiday: benchHoliday,
  isolation: benchIsolation,
  'viewing-copy': benchViewingCopy,
  'personal-words': benchPersonalWords,
  units: benchUnits,
  processes: benchProcesses,
  rules: benchRules,
  spike: benchSpike,
}

/** `npm run bench [names…]`: all, or those named. Ends with 1 when a bound is broken. */
async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !Object.hasOwn(benches, name))
  if (unknown) throw new Error(`There is no benchmark "${unknown}". There are: ${Object.keys(benches).join(', ')}.`)
  await buildOnce()
  const [busy = 0] = loadavg()
  const cores = availableParallelism()
  if (busy > cores / 2)
    console.log(`The machine is busy (load ${busy.toFixed(1)} on ${cores} cores): it is measured slower than it is.`)
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue
    const began = performance.now()
    const figures = await bench()
    console.log(`\n${name} (${((performance.now() - began) / 1_000).toFixed(0)} s)\n${tableOf(figures)}`)
    if (!figures.every(holds)) process.exitCode = 1
  }
}

await run(process.argv.slice(2))
