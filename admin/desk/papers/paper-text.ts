import { html, nothing } from 'lit'
import type { MinutesWords, PaperWords, ReportWords } from '../../api/wire.ts'
import { papersWording } from '../../wording/papers-wording.ts'
import type { Wording } from '../../wording/wording.ts'

const part = (heading: string, text: string) =>
  text === '' ? nothing : html`<section><h2>${heading}</h2><p class="prose">${text}</p></section>`

const fact = (label: string, value: string) =>
  value === '' ? nothing : html`<div><dt class="soft small">${label}</dt><dd>${value}</dd></div>`

/** A paper to be read. */
export const paperText = (words: PaperWords, wording: Wording) =>
  words.kind === 'minutes' ? minutesText(words, wording) : reportText(words, wording)

function minutesText({ heldOn, heldAt, place, heard, questions, shown, remarks }: MinutesWords, wording: Wording) {
  const { formats } = wording
  const papers = papersWording(wording)
  return html`
    <dl class="facts">
      ${fact(papers.heldOn, heldOn ? formats.longDay(heldOn) : '')} ${fact(papers.heldAt, heldAt ?? '')}
      ${fact(papers.place, place)}
    </dl>
    <section>
      <h2>${papers.heard}</h2>
      <ul>
        ${heard.map(({ name, position, as }) => html`<li>${[name, position, papers.heardAs[as]].filter(Boolean).join(' · ')}</li>`)}
      </ul>
    </section>
    <section>
      <h2>${papers.questions}</h2>
      <ol>
        ${questions.map(
          ({ question, answer }) =>
            html`<li><p class="prose"><strong>${question}</strong></p><p class="prose">${answer}</p></li>`,
        )}
      </ol>
    </section>
    ${part(papers.shown, shown)} ${part(papers.remarks, remarks)}
  `
}

function reportText(report: ReportWords, wording: Wording) {
  const { formats, vocabulary } = wording
  const papers = papersWording(wording)
  const { basis, from, to, method, evidence, findings, conclusion, outcome, recommendation } = report
  return html`
    <dl class="facts">
      ${fact(papers.from, from ? formats.longDay(from) : '')} ${fact(papers.to, to ? formats.longDay(to) : '')}
      ${fact(papers.outcome, outcome ? vocabulary.outcomes[outcome] : '')}
    </dl>
    ${part(papers.basis, basis)} ${part(papers.method, method)}
    ${
      evidence.length === 0
        ? nothing
        : html`<section>
            <h2>${papers.evidence}</h2>
            <ol>${evidence.map(({ what, shows }) => html`<li><strong>${what}</strong><p class="prose">${shows}</p></li>`)}</ol>
          </section>`
    }
    ${part(papers.findings, findings)} ${part(papers.conclusion, conclusion)}
    ${part(papers.recommendation, recommendation)}
  `
}
