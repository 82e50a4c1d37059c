import { describe, expect, it } from 'vitest'
import type { TaskListView } from '../../service/contract/installation.ts'
import { writeSecurityTxt } from '../../service/http/security-txt.ts'
import { readConfig } from '../../service/running/config.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { aRunningService } from '../support/a-running-service.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService({
  SECURITY_CONTACT: 'celah@pengelola.example, https://pengelola.example/lapor',
  PUBLIC_URL: 'https://aduan.example',
})

/** The fields of a file as RFC 9116 has them: one a line, name and value. */
const fieldsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => /^([A-Z][A-Za-z-]*): (\S.*)$/.exec(line)!.slice(1))

describe('the file for people who find a hole', () => {
  it('says whom to tell, the first first, in which languages, and where the policy is', async () => {
    const response = await fetch(`${service.url}/.well-known/security.txt`)
    expect(response.headers.get('content-type')?.toLowerCase()).toBe('text/plain; charset=utf-8')
    const fields = fieldsOf(await response.text())
    const valuesOf = (name: string) => fields.filter(([of]) => of === name).map(([, value]) => value)
    expect(valuesOf('Contact')).toEqual(['mailto:celah@pengelola.example', 'https://pengelola.example/lapor'])
    expect(valuesOf('Preferred-Languages')).toEqual(['id, en'])
    expect(valuesOf('Canonical')).toEqual(['https://aduan.example/.well-known/security.txt'])
    expect(valuesOf('Policy')).toEqual(['https://aduan.example/security'])
    expect(valuesOf('Expires')).toHaveLength(1)
    const days = (Date.parse(valuesOf('Expires')[0]!) - Date.now()) / 86_400_000
    expect(days > 170 && days < 365).toBe(true)
  })

  it('never expires while the service runs', () => {
    const expiresOn = (day: string) => {
      const now = instantOf(new Date(`${day}T10:00:00.000Z`))
      const text = writeSecurityTxt({
        contacts: ['mailto:celah@pengelola.example'],
        publicUrl: 'https://a.example',
        now,
      })
      return fieldsOf(text).find(([name]) => name === 'Expires')![1]
    }
    expect(expiresOn('2026-11-28')).toBe('2027-05-27T00:00:00Z')
    expect(expiresOn('2027-11-28')).toBe('2028-05-26T00:00:00Z')
  })

  it('points at a page that tells both languages whom to call', async () => {
    const [id, en] = await Promise.all(
      ['id', 'en'].map(async (lang) => (await fetch(`${service.url}/security?lang=${lang}`)).text()),
    )
    for (const page of [id, en]) expect(page).toContain('<a href="mailto:celah@pengelola.example">')
    expect(id).toContain('Melaporkan celah keamanan')
    expect(en).toContain('Reporting a security hole')
  })
})

describe('a service in use whose operator named nobody', () => {
  it('has no such file, and says so in its log and on the operator’s console', async () => {
    const running = await aRunningService({ NODE_ENV: 'production', PUBLIC_URL: 'http://127.0.0.1', ...withOperator })
    expect((await fetch(`${running.url}/.well-known/security.txt`)).status).toBe(404)
    expect(await (await fetch(`${running.url}/security`)).text()).toContain('belum mencantumkan alamat')
    expect(running.output()).toContain('SECURITY_CONTACT is not set')
    const { headers } = await anOperator(running)
    const tasks = await fetch(`${running.url}/api/v1/operator/tasks`, { headers })
    expect(((await tasks.json()) as TaskListView).lacksSecurityContact).toBe(true)
  })
})

describe('an address for reports of holes', () => {
  it('is a mail address, an https address or a telephone, and anything else is refused at the start', () => {
    const taken = (contact: string) => readConfig({ SECURITY_CONTACT: contact }).securityContacts
    expect(taken('celah@pengelola.example')).toEqual(['mailto:celah@pengelola.example'])
    expect(taken('tel:+62-812-0000-0000')).toEqual(['tel:+62-812-0000-0000'])
    expect(() => taken('http://pengelola.example/lapor')).toThrow('SECURITY_CONTACT')
    expect(() => taken('nanti saja')).toThrow('SECURITY_CONTACT')
  })
})
