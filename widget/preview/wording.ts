export const previewWording = {
  id: {
    send: 'Pratinjau: tidak dikirim',
    nothingSent: 'Ini pratinjau. Tidak ada yang dikirim, dan tidak ada yang disimpan.',
  },
  en: {
    send: 'Preview: sends nothing',
    nothingSent: 'This is a preview. Nothing was sent, and nothing is kept.',
  },
  jv: {
    send: 'Pratinjau: boten dipunkintun',
    nothingSent: 'Menika pratinjau. Boten wonten ingkang dipunkintun utawi dipunsimpen.',
  },
}
