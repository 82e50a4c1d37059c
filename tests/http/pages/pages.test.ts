import { describe, expect, it } from 'vitest'
import { itInEach } from '../../support/in-each.ts'
import { everyPage } from './every-page.ts'

const hostile = `"><img src=x onerror=alert(1)> ' <script>alert(1)</script> & </textarea>`

describe.each(['id', 'en'] as const)('every page in %s', (language) => {
  const pages = Object.entries(everyPage(language, hostile))

  itInEach(pages, 'shows what somebody wrote as text and never as markup', ([, html]) => {
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('<script>alert')
    expect(html.match(/<\/textarea>/g)?.length ?? 0).toBe(html.match(/<textarea/g)?.length ?? 0)
  })

  itInEach(pages, 'keeps to a policy without inline scripts and styles', ([, html]) => {
    const tags = html.replace(/"[^"]*"/g, '""').match(/<[^>]+>/g)!
    expect(tags.filter((tag) => /^<style|\sstyle=|\son\w+=/.test(tag))).toEqual([])
    expect(html.match(/<script[^>]*>(?!<\/script>)/g)).toBeNull()
  })

  itInEach(pages, 'says its language and has a title and one main heading', ([, html]) => {
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  itInEach(pages, 'takes every file from this service', ([, html]) => {
    const files = [...html.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="([^"]*)"/g)].map(([, address]) => address!)
    expect(files.filter((address) => !address.startsWith('/'))).toEqual([])
  })

  itInEach(pages, 'tells other sites nothing and this service where a form comes from', ([, html]) => {
    expect(html).toContain('<meta name="referrer" content="same-origin">')
  })

  itInEach(pages, 'gives each part a name of its own', ([, html]) => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const pointedAt = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]*)"/g)]
    const missing = pointedAt.flatMap(([, names]) => names!.split(' ')).filter((name) => !ids.includes(name))
    expect(missing).toEqual([])
  })
})

it('says in Indonesian and in English what it says', () => {
  const [indonesian, english] = [everyPage('id', 'teks'), everyPage('en', 'teks')]
  for (const name of Object.keys(indonesian)) {
    expect(indonesian[name]!.replaceAll('lang="id"', 'lang="en"'), name).not.toBe(english[name])
  }
})
