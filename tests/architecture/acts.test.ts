import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOneOf, keysOf } from '../../service/shared/records.ts'
import acts from '../../service/texts/id/acts.json' with { type: 'json' }
import { staffActs } from '../support/staff-acts.ts'

const root = resolve(import.meta.dirname, '../..')
const [, guide = ''] = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split('## How to add a case action\n')

/** A text counts once: what other languages say has the same keys, and may come later. */
const sources = ['service', 'widget', 'admin', 'tests/support', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(?:ts|md)$|texts\/id\/.*\.json$/.test(file) && !file.startsWith('widget/releases/'))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') })),
)

/** Stand-ins of the staff's app play a few acts as examples. */
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ file, text }) => !file.includes('/stand-in-staff/') && pattern.test(text)).map(({ file }) => file)

const camelOf = (act: string) => act.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const namesOf = (act: string) => {
  const camel = camelOf(act)
  return new RegExp(`['"\`/]${act}['"\`]|^ +${act}: \\{|\\b${camel}${act.includes('-') ? '' : '(?:Act|Form)\\b'}`, 'm')
}

/** Features that ask about single acts, so that an act of which they know nothing does without them. */
const features = [
  /^service\/register\/list-today/, // what waits in Hari ini for the person who can do it
  /^service\/case\/(?:access\/deciders|news|complaint|case-clocks)/, // whom a line of the history concerns
  /^service\/desk\/(?:decisions|transfers\/)/, // acts that do a part of another one
  /act-vocabulary|contract\/timed|desk\/acts\/perform|texts\/id\/timed|acts-view/, // which acts wait ten seconds
  /\/(?:bulk|series|rules|templates)\/|contract\/bulk|(?:series|bulk)-?\w*\.(?:ts|json)|\/bulk\.ts|timed-act|case-panels/, // acts on many cases
  /texts\/id\/case-page/, // words of the page that are called like a line of the history
  /act-panel|template-fields/, // templates, and what else the panel offers with an act
  /tests\/support\/a-(?:troubled-month|planted-case|complaint)/, // cases to try something on
]

/** Ordinary words are everywhere, so nobody can count where they mean the act. */
const ordinary = [
  'verify',
  'dispatch',
  'message',
  'note',
  'answer',
  'decline',
  'forward',
  'split',
  'close',
  'pause',
  'correct',
]

const moduleOf = (act: string) =>
  sources.find(
    ({ file, text }) => file.startsWith('service/desk/') && text.includes(`export const ${camelOf(act)}Act:`),
  )

/** What the decision of an act says itself and through the declarations of its module that it uses. */
function decisionOf(act: string): string {
  const [module, name] = [moduleOf(act), `${camelOf(act)}Act`]
  const declarations = (module?.text ?? '').split(/^(?=export |const |(?:async )?function |interface |type )/m)
  const named = (text: string) => /(?:const|function|interface|type) (\w+)/.exec(text)?.[1]
  const used = new Set<string>([name])
  for (const one of used) {
    const text = declarations.find((declared) => named(declared) === one) ?? ''
    for (const [word] of text.matchAll(/\w+/g))
      if (declarations.some((declared) => named(declared) === word)) used.add(word)
  }
  return declarations.filter((declared) => used.has(named(declared) ?? '')).join('')
}

/** What an act costs: the files that name it, the line that it leaves, or a refusal that its decision throws. */
function filesOf(act: string, event: string): string[] {
  const decision = decisionOf(act)
  const refusals = keysOf(acts.refusals).filter((code) => decision.includes(`'${code}'`))
  const own = [...(isOneOf(keysOf(acts.events), event) ? [event] : []), ...refusals]
  return [
    ...new Set(
      [namesOf(act), ...own.map((word) => new RegExp(`['"]${word}['"]|^ +${word}: \\{`, 'm'))].flatMap(filesWith),
    ),
  ].toSorted()
}

/** A catalogue of texts is one topic in its languages, which lie beside each other. */
const topicsOf = (files: readonly string[]): string[] => [
  ...new Set(files.map((file) => file.replace(/\/texts\/\w+\//, '/texts/'))),
]

describe('an act on a case', () => {
  it.each(staffActs.filter(({ act }) => !ordinary.includes(act)))(
    'costs at most eight files with its event, refusals and words: $act',
    ({ act, event }) => {
      const files = filesOf(act, event).filter(
        (file) => file === moduleOf(act)?.file || !features.some((feature) => feature.test(file)),
      )
      expect(files).toContain('service/desk/case-acts.ts')
      expect(topicsOf(files).length, files.join('\n')).toBeLessThanOrEqual(8)
    },
  )

  it('is added in the files that the guide lists', () => {
    const [, act = ''] = /The worked example is `([\w-]+)`/.exec(guide) ?? []
    const [row] = staffActs.filter((one) => one.act === act)
    const listed = [...guide.matchAll(/^- (.*?):/gm)].flatMap(([, paths = '']) =>
      [...paths.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    )
    expect(filesOf(act, row?.event ?? '')).toEqual(listed.toSorted())
    expect(topicsOf(listed)).toHaveLength(8)
  })
})
