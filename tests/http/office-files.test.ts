import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aLink, anOfficeFile, linksOf } from '../support/an-office-file.ts'
import { anUpload } from '../support/an-upload.ts'
import { filesIn } from '../support/files-in.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService()
const links = 'word/_rels/document.xml.rels'
const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex')

describe('an office file that only says something is taken', () => {
  it.each([
    ['a letter', 'surat.docx', anOfficeFile('docx')],
    ['a list', 'daftar.xlsx', anOfficeFile('xlsx')],
    [
      'a letter with a picture and a link to a page',
      'surat.docx',
      anOfficeFile('docx', {
        'word/media/image1.png': aPng,
        [links]: linksOf(aLink('image', 'media/image1.png'), aLink('hyperlink', 'https://contoh.example/', 'External')),
      }),
    ],
    [
      'a list that knows its printer',
      'daftar.xlsx',
      anOfficeFile('xlsx', { 'xl/printerSettings/printerSettings1.bin': 'kertas' }),
    ],
    [
      'a letter with a chart and its numbers',
      'surat.docx',
      anOfficeFile('docx', { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': anOfficeFile('xlsx') }),
    ],
  ])('%s', async (_, name, bytes) => {
    expect((await service.unit().upload(name, bytes)).status).toBe(201)
  })
})

const hidden = anOfficeFile('docx', { 'word/zzzzzzzzzz.xml': 'x' })
const named = 'word/vbaProject.bin'

/** The directory at the end names another part than the header before its bytes, and office programs believe the directory. */
const twoNames = (): Buffer => {
  const file = Buffer.from(hidden)
  file.write(named, file.lastIndexOf('word/zzzzzzzzzz.xml'))
  return file
}

const hostile: readonly (readonly [what: string, bytes: Buffer])[] = [
  ['macros', anOfficeFile('docx', { [named]: 'x' })],
  ['macros of a workbook', anOfficeFile('xlsx', { 'xl/vbaProject.bin': 'x' })],
  ['macros in other letters', anOfficeFile('docx', { 'Word\\VBAPROJECT.BIN': 'x' })],
  [
    'macros under another name',
    anOfficeFile('docx', { 'word/theme.xml': 'x', [links]: linksOf(aLink('vbaProject', 'theme.xml')) }),
  ],
  [
    'macros by their kind',
    anOfficeFile(
      'docx',
      { 'word/theme.xml': 'x' },
      '<Override PartName="/word/theme.xml" ContentType="application/vnd.ms-office.vbaProject"/>',
    ),
  ],
  ['macros that only the directory names', twoNames()],
  ['old macros of a sheet', anOfficeFile('xlsx', { 'xl/macrosheets/sheet1.xml': '<x/>' })],
  ['a control', anOfficeFile('docx', { 'word/activeX/activeX1.xml': '<x/>' })],
  ['an object of another program', anOfficeFile('docx', { 'word/embeddings/oleObject1.bin': program })],
  ['a program', anOfficeFile('docx', { 'word/embeddings/buka.exe': program })],
  [
    'a workbook with macros within',
    anOfficeFile('docx', { 'word/embeddings/a.xlsx': anOfficeFile('xlsx', { 'xl/vbaProject.bin': 'x' }) }),
  ],
  [
    'a template from elsewhere',
    anOfficeFile('docx', {
      'word/_rels/settings.xml.rels': linksOf(aLink('attachedTemplate', 'https://jahat.example/a.dotm', 'External')),
    }),
  ],
  [
    'an object from elsewhere',
    anOfficeFile('docx', { [links]: linksOf(aLink('oleObject', 'https://jahat.example/a', 'External')) }),
  ],
  [
    'a frame from elsewhere',
    anOfficeFile('docx', { [links]: linksOf(aLink('frame', 'https://jahat.example/a', 'External')) }),
  ],
  [
    'a picture that tells its sender who looks',
    anOfficeFile('docx', { [links]: linksOf(aLink('image', 'https://jahat.example/a.png', 'External')) }),
  ],
  [
    'a link in disguise',
    anOfficeFile('docx', { [links]: linksOf(aLink('image', 'https://jahat.example/a.png', '&#69;xternal')) }),
  ],
  [
    'links that cannot be read',
    anOfficeFile('docx', { [links]: '<!DOCTYPE x [<!ENTITY e "External">]><Relationships/>' }),
  ],
  ['links that swell', anOfficeFile('docx', { [links]: Buffer.alloc(9_000_000, ' ') })],
  [
    'another document inside',
    anOfficeFile('docx', { 'word/a.html': '<p/>', [links]: linksOf(aLink('aFChunk', 'a.html')) }),
  ],
  ['bytes behind its end', Buffer.concat([hidden, Buffer.from('x')])],
  [
    'bytes before its beginning that count',
    Buffer.concat([hidden.subarray(0, -22), Buffer.alloc(4), hidden.subarray(-22)]),
  ],
  ['no directory', hidden.subarray(0, -22)],
]

describe('an office file that runs or fetches something is refused, and not kept', () => {
  const filesKept = async () => (await filesIn(join(service.running.folder, 'evidence'))).size

  it('whatever it hides it in, and whatever it is called', async () => {
    await service.unit().upload('surat.docx', anOfficeFile('docx'))
    const before = await filesKept()
    for (const [what, bytes] of hostile) {
      for (const name of ['surat.docx', 'foto.jpg']) {
        expect([what, await refusalIn(service.unit().upload(name, bytes))]).toEqual([what, '415 evidence/active-parts'])
      }
    }
    expect(await filesKept()).toBe(before)
  })

  it('also where it comes in parts', async () => {
    const bytes = anOfficeFile('docx', { [named]: 'x' })
    const upload = anUpload(service.unit().api, bytes, { name: 'surat.docx' })
    await upload.begun()
    expect(await refusalIn(upload.send(0, bytes.length))).toBe('415 evidence/active-parts')
  })

  it('in words that say what helps', async () => {
    const { detail } = await problemOf(await service.unit().upload('a.docx', anOfficeFile('docx', { [named]: 'x' })))
    expect(detail).toMatch(/makro.*PDF.*foto/)
  })
})

describe('no other office file is taken, whatever it is called', () => {
  it.each([
    ['a document with macros', anOfficeFile('docm')],
    ['a workbook with macros', anOfficeFile('xlsm')],
    ['slides', anOfficeFile('pptx')],
    [
      'an open document',
      Buffer.from(zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] })),
    ],
    ['a document of before', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)])],
    ['rich text', Buffer.from('{\\rtf1\\ansi Surat.}')],
  ])('%s', async (_, bytes) => {
    for (const name of ['surat.docx', 'surat.doc', 'foto.jpg']) {
      expect(await refusalIn(service.unit().upload(name, bytes))).toBe('415 evidence/type-not-allowed')
    }
  })
})
