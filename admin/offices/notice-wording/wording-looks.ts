import { css } from 'lit'
import { columnOf } from '../../page/page-column.ts'

const switches = css`
  .switch {
    display: inline-flex;
    flex-wrap: wrap;
    justify-self: start;
    gap: 2px;
    padding: 3px;
    border-radius: var(--radius);
    background: var(--sunk);
  }
  .switch a {
    display: inline-flex;
    align-items: center;
    min-block-size: 32px;
    padding: 2px 12px;
    border-radius: 4px;
    color: var(--ink);
    text-decoration: none;
  }
  .switch a:hover {
    text-decoration: underline;
  }
  .switch a[aria-current] {
    background: var(--surface);
    font-weight: 600;
  }
  @media (pointer: coarse) {
    .switch a {
      min-block-size: 44px;
    }
  }
`

export const wordingListLooks = [
  switches,
  css`
    ${columnOf(1120)}
    .levels {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 232px), 1fr));
      gap: 8px;
    }
    .levels li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      padding: 8px 4px 8px 12px;
      border-radius: var(--radius);
      background: var(--paper);
    }
    .events {
      border-radius: var(--radius-large);
      background: var(--surface);
    }
    .events > li {
      display: grid;
      grid-template-columns: minmax(0, 220px) minmax(0, 1fr);
      align-items: center;
      gap: 8px 24px;
      padding: 10px 24px;
    }
    .events > li + li {
      border-block-start: 1px solid var(--line);
    }
    .texts {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 8px;
    }
    .text {
      display: grid;
      align-content: start;
      block-size: 100%;
      min-block-size: 48px;
      padding: 6px 12px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      color: var(--ink);
      text-decoration: none;
    }
    .text:hover {
      border-color: var(--ink-soft);
      background: var(--sunk);
    }
    .text span {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      color: var(--ink-soft);
    }
    .text.own {
      border-color: var(--accent);
      background: var(--accent-soft);
    }
    .text.own span {
      color: var(--accent);
      font-weight: 600;
    }
    .text.attention {
      border-color: var(--warn);
      background: var(--warn-soft);
    }
    .text.attention span {
      gap: 4px;
      color: var(--warn);
      font-weight: 600;
    }
    @media (max-width: 767px) {
      .events > li {
        grid-template-columns: minmax(0, 1fr);
        padding: 12px 16px;
      }
    }
    @media (max-width: 640px) {
      .texts {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
]

export const editorLooks = [
  switches,
  css`
    ${columnOf(1240)}
    .layout {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 440px);
      gap: 16px;
      align-items: start;
    }
    .preview {
      position: sticky;
      inset-block-start: 16px;
    }
    textarea {
      line-height: 1.5;
    }
    .legend {
      font-weight: 600;
    }
    .places {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .places button {
      gap: 4px;
      min-block-size: 32px;
      padding: 2px 12px 2px 8px;
      border-color: var(--line);
      border-radius: 16px;
      background: var(--paper);
      font-weight: 400;
    }
    .places button:hover {
      border-color: var(--ink-soft);
    }
    .versions {
      display: grid;
      gap: 12px;
    }
    .versions li + li {
      padding-block-start: 12px;
      border-block-start: 1px solid var(--line);
    }
    .used {
      padding: 1px 8px;
      border-radius: 10px;
      background: var(--ok-soft);
      color: var(--ok);
      font-size: var(--size-small);
      font-weight: 600;
    }
    summary {
      min-block-size: 24px;
      color: var(--accent);
      cursor: pointer;
    }
    details > * + * {
      margin-block-start: 8px;
    }
    details .prose {
      padding: 12px 16px;
      border-radius: var(--radius);
      background: var(--paper);
    }
    @media (max-width: 1000px) {
      .layout {
        grid-template-columns: minmax(0, 1fr);
      }
      .preview {
        position: static;
      }
    }
    @media (pointer: coarse) {
      .places button {
        min-block-size: 44px;
        border-radius: 22px;
      }
      summary {
        padding-block: 10px;
      }
    }
  `,
]

/** Paper and telephones are light here, whatever the colour scheme of the screen is. */
export const previewLooks = css`
  .mail,
  .sheet {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .mail dl {
    display: grid;
    gap: 2px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--line);
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  .mail dl div {
    display: grid;
    grid-template-columns: 60px minmax(0, 1fr);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .line {
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .phone {
    display: grid;
    gap: 12px;
    align-content: start;
    justify-self: center;
    inline-size: min(100%, 330px);
    min-block-size: 300px;
    padding: 0 0 24px;
    overflow: hidden;
    border: 6px solid #2b2f2e;
    border-radius: 28px;
    background: #ece5dc;
    color: #14201f;
  }
  .phone.sms {
    background: #f6f6f4;
  }
  .sender {
    display: grid;
    padding: 10px 16px;
    background: #0f5f5c;
    color: #ffffff;
  }
  .sms .sender {
    background: #e3e4e1;
    color: #14201f;
  }
  .bubble {
    justify-self: start;
    max-inline-size: 88%;
    margin-inline: 12px;
    padding: 8px 12px;
    border-radius: 2px 12px 12px;
    background: #ffffff;
    line-height: 1.45;
  }
  .sms .bubble {
    background: #dfe3e0;
  }
  .parts {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    font-weight: 600;
  }
  .parts.many {
    color: var(--warn);
  }
  .filled {
    padding-inline-start: 24px;
    overflow-wrap: anywhere;
  }
  .sheet {
    gap: 16px;
    padding: 28px 24px;
    border-radius: 2px;
    background: #ffffff;
    color: #111111;
    font-family: "Source Sans 3", Georgia, serif;
    box-shadow: 0 2px 10px rgb(20 30 28 / 12%);
  }
  .sheet .head {
    padding-block-end: 10px;
    border-block-end: 3px double #111111;
    font-weight: 700;
    text-align: center;
  }
`
