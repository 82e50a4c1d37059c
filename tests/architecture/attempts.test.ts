import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const sources = readdirSync('admin', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'ui/attempt.ts')
  .map((file) => ({ file, text: readFileSync(`admin/${file}`, 'utf8') }))

/** A refusal that an element puts together, keeps or shows by itself. */
const byHand =
  /state\(\) private refus\w+|this\.\w+ = (?:.* )?this\.explain|say\(this(?:\.page)?, this(?:\.page)?\.explain|change\(\{ refusal/

/** What has no form in which `Attempt` could show it. */
const elsewhere = [
  'case/case-parts.ts', // the case is read anew behind the person's back
  'case/evidence/case-evidence.ts', // a file is fetched
  'filing/intake/evidence-picker.ts', // each of the files has a refusal of its own
  'filing/intake/spoken-recorder.ts', // the device has no microphone
]

it('shows in one way why what somebody sent at the desk was refused', () => {
  const found = sources.filter(({ text }) => byHand.test(text)).map(({ file }) => file)
  expect(found.toSorted()).toEqual(elsewhere)
})

it('would see a form that keeps its refusal by itself', () => {
  expect("  @state() private refusal = ''").toMatch(byHand)
  expect('this.refusal = this.explain(error)').toMatch(byHand)
  expect(sources.filter(({ text }) => text.includes('new Attempt(this')).length).toBeGreaterThan(20)
})
