import { css } from '../css.ts'

/**
 * The dialog floats over the page on wide screens. On phones it fills the screen, beside a notch and above a keyboard.
 */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(44rem, 100vw);
    max-inline-size: none;
    block-size: fit-content;
    max-block-size: calc(100% - 3rem);
    margin: auto;
    padding: 0;
    color: inherit;
    background: transparent;
    border: 0;
    border-radius: var(--_radius);
    overscroll-behavior: contain;
  }
  dialog:focus-visible {
    outline: none;
  }
  dialog::backdrop {
    background: #0b1413b3;
  }
  @media (max-width: 40em) {
    .around {
      inset-block: var(--_top, 0) auto;
      margin: 0;
      inline-size: 100%;
      block-size: 100%;
      block-size: var(--_height, 100dvh);
      max-block-size: none;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
      background: var(--_surface);
      border-radius: 0;
    }
    ::slotted(.panel) {
      min-block-size: 100% !important;
      border-inline: 0 !important;
      border-radius: 0 !important;
      box-shadow: none !important;
    }
  }
  @media (forced-colors: active) {
    .around {
      border: 1px solid CanvasText;
    }
  }
  .question {
    inline-size: min(26rem, calc(100vw - 2rem));
    padding: 1.5rem;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-block-start: 5px solid var(--_accent);
  }
  .question h2 {
    margin-block-end: 0.5rem;
  }
  .actions {
    margin-block-start: 1.25rem;
  }
`
