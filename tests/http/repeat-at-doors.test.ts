import { expect, it } from 'vitest'
import { doors } from '../../service/http/limit-table.ts'
import { aKey, anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService({ LIMITS: 'on' })

interface Door {
  readonly limit: number
  send(key: string): Promise<Response>
  codeIn(answer: Response): Promise<string | undefined>
}

const formFields = (key: string): Record<string, string> => ({
  ...{ submission: key, privacy: 'anonymous', category: 'illegal_levy', subject: 'Surat tertahan' },
  ...{ chronology: 'Saya menunggu sejak pagi.', 'statements.truthful': 'yes', 'statements.procedureRead': 'yes' },
  'statements.privacyNotice': '1',
})

const openDoors: readonly (readonly [string, Door])[] = [
  [
    'the API',
    {
      limit: doors.filing.address.work,
      send: (key) => service.unit().send(anonymousFiling(), key),
      codeIn: async (answer) => ((await answer.json()) as { trackingCode: string }).trackingCode,
    },
  ],
  [
    'the form without JavaScript',
    {
      limit: doors['plain filing'].address.most,
      send: (key) => {
        const body = new FormData()
        for (const [name, value] of Object.entries(formFields(key))) body.append(name, value)
        return fetch(`${service.url}/t/bagian-organisasi/form`, { method: 'POST', body })
      },
      codeIn: async (answer) => (await answer.text()).match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/)?.[0],
    },
  ],
]

it.each(openDoors)(
  'a repeat at %s counts for no limit, and has its answer when the limit is reached',
  async (_, door) => {
    const key = aKey()
    const first = await door.send(key)
    expect(first.status).toBe(201)
    const code = await door.codeIn(first)
    expect(code).toBeDefined()

    const others = Array.from({ length: door.limit - 1 }, () => [key, aKey()]).flat()
    const answers = await Promise.all(others.map(async (one) => (await door.send(one)).status))
    expect(new Set(answers)).toEqual(new Set([201]))
    expect([428, 429]).toContain((await door.send(aKey())).status)

    const again = await door.send(key)
    expect([again.status, await door.codeIn(again)]).toEqual([201, code])
  },
)
