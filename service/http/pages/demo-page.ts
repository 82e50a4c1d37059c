import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDay } from '../../shared/time-in-words.ts'
import { bareLayout, languageLinks, type Page, type PageAssets } from './page.ts'
import { pageTexts } from './page-texts.ts'

export const bagianOrganisasiSite: DemoSite = {
  slug: 'bagian-organisasi',
  look: 'navy',
  mode: 'inline',
  crest: 'crest',
  headline: {
    id: 'Organisasi yang tertata, pelayanan yang terasa',
    en: 'A well-ordered administration that people can feel',
  },
  welcome: {
    id: 'Kami menata kelembagaan, tata laksana, dan mutu pelayanan publik di lingkungan sekretariat daerah.',
    en: 'We look after the structure, the procedures and the quality of public service in the regional secretariat.',
  },
  services: [
    {
      title: { id: 'Kelembagaan', en: 'Structure' },
      text: {
        id: 'Susunan organisasi, tugas, dan fungsi perangkat daerah.',
        en: 'Organisation, tasks and functions of the regional offices.',
      },
    },
    {
      title: { id: 'Tata laksana', en: 'Procedures' },
      text: {
        id: 'Standar operasional, tata naskah dinas, dan peta proses kerja.',
        en: 'Operating standards, official documents and process maps.',
      },
    },
    {
      title: { id: 'Pelayanan publik', en: 'Public service' },
      text: {
        id: 'Standar pelayanan, maklumat, dan survei kepuasan masyarakat.',
        en: 'Service standards, service pledges and satisfaction surveys.',
      },
    },
    {
      title: { id: 'Kinerja organisasi', en: 'Performance' },
      text: {
        id: 'Perencanaan, pengukuran, dan laporan kinerja tahunan.',
        en: 'Planning, measuring and reporting performance each year.',
      },
    },
  ],
  news: [
    {
      day: '2026-11-20',
      title: {
        id: 'Standar pelayanan loket diperbarui setelah forum warga',
        en: 'Counter service standards revised after a citizens’ forum',
      },
      text: {
        id: 'Dua puluh tujuh masukan warga menjadi dasar perubahan jam layanan dan alur antrean.',
        en: 'Twenty-seven suggestions led to new opening hours and a new queue.',
      },
    },
    {
      day: '2026-11-12',
      title: {
        id: 'Survei kepuasan masyarakat semester dua dibuka',
        en: 'Satisfaction survey for the second half-year opens',
      },
      text: {
        id: 'Isian hanya perlu tiga menit dan tidak meminta nama.',
        en: 'It takes three minutes and asks for no name.',
      },
    },
    {
      day: '2026-11-03',
      title: {
        id: 'Pelatihan menulis prosedur kerja yang mudah dipahami',
        en: 'Training in writing procedures that people understand',
      },
      text: {
        id: 'Peserta dari dua belas perangkat daerah menyusun ulang prosedurnya masing-masing.',
        en: 'People from twelve offices rewrote the procedures of their own.',
      },
    },
  ],
  complaintHeading: { id: 'Pengaduan masyarakat', en: 'Complaints' },
  complaintText: {
    id: 'Ada pelayanan kami yang keliru, atau petugas yang meminta imbalan? Sampaikan di sini. Identitas Anda kami jaga.',
    en: 'Did our service go wrong, or did an officer ask for a reward? Tell us here. We keep your identity safe.',
  },
}

export interface DemoView {
  readonly site: DemoSite
  readonly tenant: WholeTenantView
  readonly assets: PageAssets
  readonly path: string
  /** The other office's site on the same service. */
  readonly other: { readonly path: string; readonly name: string }
  readonly publicUrl: string
}

/** An office's own site, invented, with the widget where such a site would put it. */
export function demoPage(view: DemoView): Page {
  const { site, tenant, assets, path, other } = view
  const { language } = tenant
  const words = pageTexts[language].demo
  const card = ({ title, text }: DemoSite['services'][number]) =>
    html`<li><h3>${title[language]}</h3><p>${text[language]}</p></li>`
  const story = ({ day, title, text }: DemoSite['news'][number]) => html`<li><article>
<p class="date"><time datetime="${day}">${sayDay(day, 'UTC', language)}</time></p>
<h3>${title[language]}</h3><p>${text[language]}</p></article></li>`

  return bareLayout(
    { language, assets, path, title: `${tenant.name} (${words.ribbon})`, withWidget: true },
    html`<a class="skip" href="#content">${pageTexts[language].layout.skip}</a>
<header class="masthead"><p class="ribbon"><strong>${words.ribbon}</strong> <span>${words.ribbonText}</span></p>
<div class="wrap">
<a class="office" href="${path}?lang=${language}"><img src="${assets[site.crest]}" alt="" width="64" height="72"><span><small>${tenant.parent}</small><strong>${tenant.name}</strong></span></a>
${languageLinks({ language, path })}
</div>
<nav class="menu" aria-label="${words.menu}"><div class="wrap">
<a href="#services">${words.services}</a><a href="#news">${words.news}</a><a class="call" href="#complaint">${words.complaint}</a><a href="#contact">${words.contact}</a>
</div></nav></header>
<main id="content" tabindex="-1">
<div class="banner"><div class="wrap"><h1>${site.headline[language]}</h1><p>${site.welcome[language]}</p></div></div>
<section id="services" class="wrap" aria-labelledby="services-heading"><h2 id="services-heading">${words.services}</h2><ul class="services">${site.services.map(card)}</ul></section>
<section id="complaint" class="complaint-band" aria-labelledby="complaint-heading"><div class="wrap">
<h2 id="complaint-heading">${site.complaintHeading[language]}</h2><p class="lead">${site.complaintText[language]}</p>
${widget(view)}
<p class="ways"><a href="/t/${tenant.tenant}/follow?lang=${language}">${pageTexts[language].hosted.toFollow}</a></p>
</div></section>
<section id="news" class="wrap" aria-labelledby="news-heading"><h2 id="news-heading">${words.news}</h2><ul class="news">${site.news.map(story)}</ul></section>
<section class="wrap install" aria-labelledby="install-heading"><h2 id="install-heading">${words.installHeading}</h2><p>${words.installText}</p>
<pre tabindex="0" aria-labelledby="install-heading"><code>${snippet(view)}</code></pre>
<p class="ways"><a href="${other.path}?lang=${language}">${words.otherSite}: ${other.name}</a> <a href="/admin/">${words.staff}</a></p></section>
</main>
${colophon(view)}`,
    `demo demo-${site.look}`,
    assets.demoCss,
  )
}

const modeOf = ({ site }: DemoView) => (site.mode === 'button' ? html` mode="button"` : '')

const widget = (view: DemoView): Page => {
  const { language, tenant: slug } = view.tenant
  return html`<aduan-widget class="widget" tenant="${slug}" lang="${language}"${modeOf(view)}><a class="button" href="/t/${slug}?lang=${language}">${pageTexts[language].demo.fallback}</a></aduan-widget>`
}

/** The snippet that an office copies, as text to read. */
const snippet = ({ publicUrl, tenant: { tenant: slug, language }, site }: DemoView): string =>
  `<script type="module" src="${publicUrl}/widget/v1/aduan.js"></script>
<aduan-widget tenant="${slug}"${site.mode === 'button' ? ' mode="button"' : ''}><a href="${publicUrl}/t/${slug}">${pageTexts[language].demo.fallback}</a></aduan-widget>`

function colophon({ tenant: { name, parent, contact, language } }: DemoView): Page {
  const words = pageTexts[language].hosted
  const line = (label: string, value: string | null) =>
    value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : ''
  return html`<footer id="contact" class="colophon"><div class="wrap">
<div><strong>${name}</strong><p>${parent}</p></div>
<dl>${line(words.address, contact.address)}${line(words.telephone, contact.telephone)}${line(words.fax, contact.fax)}${line(words.email, contact.email)}${line(words.hours, contact.officeHours)}</dl>
<p>${pageTexts[language].demo.ribbonText}</p>
</div></footer>`
}

type InBoth = Readonly<Record<Language, string>>

/** All of it is invented. */
export interface DemoSite {
  readonly slug: string
  readonly look: 'navy' | 'green'
  /** The widget in the page, or a button that opens it. */
  readonly mode: 'inline' | 'button'
  readonly crest: 'crest' | 'crestContoh'
  readonly headline: InBoth
  readonly welcome: InBoth
  readonly services: readonly { readonly title: InBoth; readonly text: InBoth }[]
  readonly news: readonly { readonly day: string; readonly title: InBoth; readonly text: InBoth }[]
  readonly complaintHeading: InBoth
  readonly complaintText: InBoth
}

export const dinasContohSite: DemoSite = {
  slug: 'dinas-contoh',
  look: 'green',
  mode: 'button',
  crest: 'crestContoh',
  headline: { id: 'Satu loket untuk urusan warga', en: 'One counter for what citizens need' },
  welcome: {
    id: 'Datang sekali, selesai dalam satu kunjungan. Cek syarat dan antrean sebelum berangkat.',
    en: 'Come once and be done in one visit. Check requirements and the queue before you leave home.',
  },
  services: [
    {
      title: { id: 'Surat keterangan', en: 'Certificates' },
      text: {
        id: 'Domisili, usaha, dan keterangan lain dalam satu hari.',
        en: 'Residence, business and others in a day.',
      },
    },
    {
      title: { id: 'Nomor antrean', en: 'Queue number' },
      text: { id: 'Ambil dari rumah, datang sesuai jam.', en: 'Take it at home and come at your time.' },
    },
    {
      title: { id: 'Layanan keliling', en: 'Mobile counter' },
      text: { id: 'Hadir di tiap kecamatan dua kali sebulan.', en: 'In each district twice a month.' },
    },
  ],
  news: [
    {
      day: '2026-11-18',
      title: { id: 'Loket buka sampai pukul tujuh malam setiap Kamis', en: 'Counter open until seven every Thursday' },
      text: { id: 'Bagi warga yang bekerja pada siang hari.', en: 'For citizens who work during the day.' },
    },
    {
      day: '2026-11-09',
      title: { id: 'Jadwal layanan keliling Desember', en: 'Mobile counter in December' },
      text: { id: 'Delapan kecamatan, enam belas hari layanan.', en: 'Eight districts, sixteen days.' },
    },
  ],
  complaintHeading: { id: 'Ada yang tidak beres?', en: 'Is something wrong?' },
  complaintText: {
    id: 'Ceritakan kepada kami. Anda boleh tidak menyebut nama, dan tetap mendapat jawaban.',
    en: 'Tell us. You may leave out your name and still get an answer.',
  },
}
