import { expect, it } from 'vitest'
import { lineOfAddress } from '../../service/shared/ip-address.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  [' 192.0.2.7 ', '192.0.2.7'],
  ['192.0.2.7:51000', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['[::ffff:192.0.2.7]:443', '192.0.2.7'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:8080', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s is of the line %s', (address, line) => {
  expect(lineOfAddress(address)).toBe(line)
})

it.each([
  '',
  'unknown',
  'karangan',
  '192.0.2',
  '192.0.2.256',
  '1.2.3.4.5',
  '2001:db8',
  '::1::',
  '_hidden',
  '192.0.2.7 evil',
])('what is no address is of no line: %j', (text) => {
  expect(lineOfAddress(text)).toBeNull()
})
