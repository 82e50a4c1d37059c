import 'aduan-widget'
import type {} from 'aduan-widget/react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

const service = 'http://localhost:8080'

function Complaints() {
  const [lang, setLang] = useState<'id' | 'en'>('id')
  const [number, setNumber] = useState('')
  return (
    <main>
      <h1>Bagian Organisasi</h1>
      <button type="button" onClick={() => setLang(lang === 'id' ? 'en' : 'id')}>
        {lang === 'id' ? 'In English' : 'Dalam bahasa Indonesia'}
      </button>
      <aduan-widget
        tenant="bagian-organisasi"
        service={service}
        lang={lang}
        onaduan-submitted={({ detail }) => setNumber(detail.number)}
      >
        <a href={`${service}/t/bagian-organisasi?lang=${lang}`}>Sampaikan pengaduan</a>
      </aduan-widget>
      <p role="status">{number}</p>
    </main>
  )
}

const place = document.querySelector('#app')
if (place) createRoot(place).render(<Complaints />)
