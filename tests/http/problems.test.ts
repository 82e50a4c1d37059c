import { readdirSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldProblemTexts, refusalTexts } from '../../service/http/problem-texts.ts'
import { problemOf } from '../support/a-problem.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const sources = resolve(import.meta.dirname, '../../service')
const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(sources, file), 'utf8'))
  .join('\n')
const found = (pattern: RegExp): string[] => [...new Set([...code.matchAll(pattern)].map(([, one]) => one!))].sort()

const path = "(?:[^,'`]+|'[^']*'|`[^`]*`)"
const thrown = found(/(?:new Refusal\(\s*'[a-z-]+',|refuseField\()\s*'([a-z/-]+)'/g)
const fieldCodes = found(
  new RegExp(`(?:path: ${path}, code:|refuseField\\(\\s*[^,()]+,\\s*${path},)\\s*'([a-z-]+)'`, 'g'),
)

describe('every refusal that the service can give', () => {
  it('was found in its sources', () => {
    expect(thrown.length).toBeGreaterThan(35)
    expect(thrown).toEqual(expect.arrayContaining(['case/changed-meanwhile', 'category/unknown']))
    expect(fieldCodes).toEqual(expect.arrayContaining(['not-with-anonymous', 'after-entry', 'day-past']))
  })

  it.each(thrown)('%s has a sentence in both languages', (name) => {
    const [indonesian, english] = [refusalTexts.id, refusalTexts.en].map(
      (words) => (words as Record<string, string>)[name],
    )
    expect(indonesian).toMatch(/^(?:\p{Lu}|\{).*[.]$/u)
    expect(english).toMatch(/^(?:\p{Lu}|\{).*[.]$/u)
    expect(english).not.toBe(indonesian)
  })

  it.each(fieldCodes)('says of a field that it is %s in both languages', (name) => {
    for (const words of [fieldProblemTexts.id, fieldProblemTexts.en])
      expect((words as Record<string, string>)[name]).toMatch(/\.$/)
  })

  it('says the same things in both languages, with the same numbers in them', () => {
    expect(Object.keys(refusalTexts.en).sort()).toEqual(Object.keys(refusalTexts.id).sort())
    const holes = (sentence: string) => sentence.match(/\{\w+\}/g) ?? []
    for (const [name, sentence] of Object.entries(refusalTexts.id)) {
      expect(holes(refusalTexts.en[name as keyof typeof refusalTexts.en])).toEqual(holes(sentence))
    }
  })
})

const service = oneService()

describe('a refusal', () => {
  it.each([
    [undefined, 'id', 'Unit kerja ini tidak dikenal.'],
    ['id-ID', 'id', 'Unit kerja ini tidak dikenal.'],
    ['en-US,en;q=0.8', 'en', 'This unit is not known.'],
    ['fr', 'id', 'Unit kerja ini tidak dikenal.'],
    ['*', 'id', 'Unit kerja ini tidak dikenal.'],
  ])('is told in the language asked for: %s', async (asked, language, sentence) => {
    const headers: Record<string, string> = asked ? { 'Accept-Language': asked } : { 'Accept-Language': '' }
    const response = await fetch(service.unit('tidak-ada').api, { headers })
    expect(response.headers.get('content-language')).toBe(language)
    expect((await problemOf(response)).detail).toBe(sentence)
  })

  it('has an id of its own each time', async () => {
    const ask = async () => (await problemOf(await fetch(service.unit('tidak-ada').api))).requestId
    expect(await ask()).not.toBe(await ask())
  })

  it('never shows a stack, a query or a path, whatever is asked', async () => {
    const office = service.unit()
    const head = await service.staff('kepala')
    const hostile = ["' OR 1=1 --", '"; DROP TABLE complaints', '../../../etc/passwd', '\u0000', '%00', '{{7*7}}', '☃']
    const answers = await Promise.all(
      hostile.flatMap((text) => {
        const encoded = encodeURIComponent(text)
        return [
          fetch(`${office.api}/complaints/${encoded}`, { headers: { Authorization: 'Bearer AAAA' } }),
          fetch(`${service.url}/api/v1/tenants/${encoded}`),
          fetch(`${service.url}/${encoded}`),
          fetch(`${service.url}/verify/${encoded}`),
          fetch(`${service.url}/t/${encoded}`),
          head.get(`/cases/${encoded}`),
          head.get(`/cases?q=${encoded}&cursor=${encoded}`),
          head.get(`/cases?category=${encoded}&assignee=${encoded}`),
          office.post('/complaints', text, { 'Idempotency-Key': aKey() }),
          office.post('/complaints', aFiling({ category: text }), { 'Idempotency-Key': aKey() }),
          office.upload(text, text),
        ]
      }),
    )
    for (const answer of answers) {
      const text = await answer.text()
      expect([answer.url, answer.status]).not.toEqual([answer.url, 500])
      expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|\bSELECT \b|sqlite|ZodError|TypeError|ENOENT|\.ts:/)
    }
  })

  it('is what an address that leads nowhere gives', async () => {
    for (const path of ['/api/v1/tidak-ada', '/api/v2', '/tidak/ada', '/api/v1/tenants']) {
      expect(await problemOf(await fetch(service.url + path))).toMatchObject({ status: 404, code: 'request/not-found' })
    }
  })
})

describe('a fault of the service', () => {
  it('tells its caller a request id and no word of what went wrong, which stands in the log alone', async () => {
    const folder = join(service.running.folder, 'evidence')
    await rm(folder, { recursive: true, force: true })
    await writeFile(folder, 'A file stands where the folder of evidence was.')

    const answer = await service.unit().upload('loket.png', aPng)
    expect(answer.status).toBe(500)
    const problem = await problemOf(answer)
    expect(problem).toEqual({
      type: 'urn:aduan:service/fault',
      title: expect.any(String),
      status: 500,
      code: 'service/fault',
      detail: expect.not.stringMatching(/ENOTDIR|EEXIST|not a directory|evidence|open/i),
      requestId: answer.headers.get('x-request-id'),
    })
    expect(JSON.stringify([problem, ...answer.headers])).not.toContain(service.running.folder)
    await expect.poll(() => service.running.output()).toContain(problem.requestId)
  })
})
