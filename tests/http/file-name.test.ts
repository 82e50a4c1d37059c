import { expect, it } from 'vitest'
import { disposition, nameByContent } from '../../service/http/send-file.ts'

it.each([
  ['surat.pdf', 'surat.pdf', 'surat.pdf'],
  ['foto loket (2).jpg', 'foto loket _2_.jpg', 'foto%20loket%20%282%29.jpg'],
  ["kata 'kunci'*.txt", 'kata _kunci__.txt', 'kata%20%27kunci%27%2A.txt'],
  ['"; filename="jahat.html', '__ filename__jahat.html', '%22%3B%20filename%3D%22jahat.html'],
  ['baris\r\nSet-Cookie: x', 'baris__Set-Cookie_ x', 'baris%0D%0ASet-Cookie%3A%20x'],
  ['ꦧꦸꦏ꧀ꦠꦶ.pdf', '______.pdf', encodeURIComponent('ꦧꦸꦏ꧀ꦠꦶ.pdf')],
  ['foto 😀.jpg', 'foto _.jpg', 'foto%20%F0%9F%98%80.jpg'],
  ['setengah \uD83D', 'setengah _', 'setengah%20_'],
])(
  'the name %j is written so that old and new browsers save the file, and nothing else follows from it',
  (name, plain, full) => {
    expect(disposition('attachment', name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${full}`)
  },
)

it.each([
  ['foto.JPEG', 'image/jpeg', 'foto.JPEG'],
  ['foto.jpg', 'image/heic', 'foto.jpg.heic'],
  ['.html', 'text/plain', '.html.txt'],
  ['suara', 'audio/ogg', 'suara.ogg'],
  ['apa.html', 'application/of-an-earlier-version', 'apa.html.bin'],
])('%s with the content of %s is saved as %s', (name, type, saved) => {
  expect(nameByContent(name, type)).toBe(saved)
})
