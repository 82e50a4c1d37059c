import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { newSecret } from '../../../service/adapters/node-crypto/secrets.ts'
import { isKeyText, keyHint, keyText } from '../../../service/offices/api-keys/api-keys.ts'

it('a key can be told from any other text by its own digits, as a scanner of secrets does', () => {
  for (let more = 0; more < 50; more++) {
    const text = keyText(newSecret())
    expect(text).toMatch(/^aduan_[A-Za-z0-9]{32}[0-9a-f]{8}$/)
    expect(text.slice(-8)).toBe(crc32(text.slice(0, -8)).toString(16).padStart(8, '0'))
    expect(isKeyText(text)).toBe(true)
    for (const at of [6, 20, 37, 45]) {
      const other = text[at] === 'a' ? 'b' : 'a'
      expect(isKeyText(text.slice(0, at) + other + text.slice(at + 1))).toBe(false)
    }
    for (const not of ['', text.slice(1), `${text}0`, text.toUpperCase(), ` ${text}`])
      expect(isKeyText(not)).toBe(false)
  }
})

it('what a person knows a key by gives nothing of it away that counts', () => {
  expect(keyHint(keyText('kunci-rahasia-yang-panjang-sekali-1234'))).toBe('aduan_kunc…')
})
