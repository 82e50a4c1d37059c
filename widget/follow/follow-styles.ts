import { css } from '../element/theme.ts'

export const followStyles = css`
  section,
  .status {
    margin-bottom: 1.25rem;
  }
  h2 {
    margin-bottom: 1rem;
    font-size: clamp(1.1rem, 4.8vw, 1.5rem);
  }
  h3 {
    margin-bottom: 0.6rem;
  }
  .statement a {
    display: inline-block;
    margin: -0.3rem 0;
    padding: 0.3rem 0;
  }
  .remember {
    margin-top: -0.5rem;
  }
  form > .hint {
    margin-bottom: 1.25rem;
  }
  .status,
  .answer {
    padding: 0.9rem 1.25rem;
    background: var(--_soft);
    border-radius: var(--_radius);
    border-inline-start: 5px solid var(--_accent);
  }
  .badge {
    font-size: 1.2rem;
    font-weight: 700;
    color: var(--_accent);
  }
  .status .meaning {
    margin: 0.15rem 0 0.6rem;
    font-size: 1rem;
  }
  dl {
    display: grid;
    gap: 0.5rem;
  }
  .status dl div {
    display: grid;
    grid-template-columns: 5rem 1fr;
    align-items: baseline;
  }
  .foot + p {
    margin-top: 0.4rem;
  }
  .foot > button {
    flex: 1 1 auto;
  }
  .days {
    gap: 0;
    margin-top: 0.5rem;
  }
  .days div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    padding-block: 0.3rem;
    border-top: 1px solid var(--_border);
  }
  .days dt {
    flex: 0 0 11rem;
  }
  .days .counted,
  .days .added {
    font-weight: 600;
  }
  .asked {
    padding: 1.25rem;
    color: inherit;
    background: var(--_warn-soft);
    border: 2px solid var(--_warn);
    border-radius: var(--_radius);
  }
  .asked .hint,
  .asked .counter,
  .asked .optional {
    color: inherit;
  }
  .asked > ul {
    margin-bottom: 0.75rem;
    padding-inline-start: 1.3rem;
    font-weight: 600;
  }
  .asked > ul.line {
    padding-inline-start: 0;
  }
  .asked > p {
    margin-bottom: 0.9rem;
  }
  .quote {
    margin: 0.4rem 0 0.6rem;
    padding-inline-start: 0.9rem;
    border-inline-start: 3px solid var(--_border);
  }
  .choice {
    margin: 1rem 0;
  }
  .choice .hint {
    margin-bottom: 0.5rem;
  }
  .answer details {
    margin: 1rem 0 0;
    background: var(--_surface);
  }
  details > :nth-child(2) {
    margin-top: 0.9rem;
  }
  .line,
  .talk,
  .files {
    display: grid;
    gap: 0.9rem;
    list-style: none;
  }
  .line li {
    padding-inline-start: 0.9rem;
    border-inline-start: 3px solid var(--_line);
  }
  .line strong,
  .line span {
    display: block;
  }
  .line .late {
    border-color: var(--_danger);
  }
  * + details {
    margin-top: 0.6rem;
  }
  .talk {
    margin: 0.6rem 0 1.25rem;
  }
  .talk li {
    max-width: 90%;
    padding: 0.7rem 1rem;
    background: var(--_soft);
    border-radius: var(--_radius);
    border: 1px solid var(--_line);
  }
  .talk .reporter {
    justify-self: end;
    border-color: var(--_accent);
  }
  .fold {
    margin: 0;
    padding: 0;
    background: none;
    border: 0;
    border-top: 1px solid var(--_line);
    border-radius: 0;
  }
  .fold summary {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1rem;
    align-content: center;
    align-items: center;
    min-height: 2.75rem;
    padding-block: 0.5rem;
  }
  .fold summary .hint {
    font-weight: 400;
  }
  .fold summary h3 {
    margin: 0;
  }
  .fold summary::after {
    content: '';
    grid-area: 1 / 2 / span 2;
    width: 0.55rem;
    height: 0.55rem;
    margin-inline-end: 0.35rem;
    border: solid var(--_accent);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .fold[open] summary::after {
    rotate: 225deg;
  }
  section:has(> .fold) {
    margin-bottom: 0;
  }
  .fold[open] {
    padding-bottom: 1.25rem;
  }
  .code {
    display: block;
    font-family: ui-monospace, 'Roboto Mono', Menlo, Consolas, monospace;
    user-select: all;
  }
  .files {
    gap: 0.25rem;
    margin-bottom: 0.75rem;
  }
  .files li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    border-bottom: 1px solid var(--_line);
  }
  .files button {
    flex: none;
  }
  .files code {
    word-break: break-all;
  }
  .foot {
    padding-top: 1.25rem;
    border-top: 1px solid var(--_line);
  }
`
